// What a finding speaks of, as it is laid side by side: passages of a text, rows of a table with the cells that were compared,
// single fields.
import { columnInRow, isBlocked, isFixedCell } from "../core/form-index";
import type { Option } from "../core/form-view";
import type { Store } from "../core/store";
import { groupName } from "../form/table/columns";
import type { Cells } from "./cells";
import { type Passage, passageOf } from "./passage";
import type { Place } from "./reader";

export interface ShownPassage extends Passage {
  readonly kind: "passage";
  readonly slot: number;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface ShownCell {
  readonly slot: number;
  readonly head: string;
  readonly text: string;
  readonly unit: string;
  readonly compared: boolean;
}

export interface ShownRow {
  readonly kind: "row";
  /** 表2 */
  readonly table: string;
  /** What the row is called: its headings, or its number. */
  readonly label: string;
  readonly cells: readonly ShownCell[];
}

export interface ShownField {
  readonly kind: "field";
  readonly slot: number;
  readonly label: string;
  readonly text: string;
  readonly unit: string;
}

export type Shown = ShownPassage | ShownRow | ShownField;

const optionLabel = (options: readonly Option[] | undefined, text: string): string =>
  options?.find(({ value }) => value === text)?.label ?? text;

/** Slots that were compared, of the row a cell stands in. */
function rowOf(
  store: Store,
  slot: number,
  compared: ReadonlySet<number>,
  rowName: (n: number) => string,
): ShownRow | undefined {
  for (const [id, { item, columns, seeds }] of store.index.tables) {
    const rows = store.rows.get(id) ?? [];
    const n = rows.findIndex((row) => slot >= row.slot && slot < row.slot + columns.length);
    const row = rows[n];
    if (!row) continue;
    const seed = row.key === undefined ? undefined : seeds.get(row.key);
    const cells: ShownCell[] = [];
    const heads: string[] = [];
    let ownUnit = "";
    for (const [c, column] of columns.entries()) {
      const at = row.slot + c;
      const field = columnInRow(column, seed);
      if (isFixedCell(column, seed)) {
        const head = seed?.values?.[column.id] ?? "";
        if (column.units) ownUnit = head;
        else heads.push(head);
        continue;
      }
      // Of a row the form begins with the numbers, of one's own rows what is short.
      const short = seed ? /^(integer|decimal|percent)$/.test(field.type) : field.type !== "longText";
      if (isBlocked(column, seed) || !(short || compared.has(at))) continue;
      const group = item.columnGroups?.find(({ columns: ids }) => ids.includes(column.id));
      const over = group ? groupName(store, group.label ?? "", group.slot) : "";
      const text = optionLabel(field.options, store.text(at));
      cells.push({
        slot: at,
        head: over === "" ? column.label : `${over} ${column.label}`,
        text,
        unit: text === "" ? "" : (field.unit ?? (/^(decimal|percent)$/.test(field.type) ? ownUnit : "")),
        compared: compared.has(at),
      });
    }
    return {
      kind: "row",
      table: item.label,
      label: heads.filter((head) => head !== "").join(" ") || rowName(n + 1),
      cells,
    };
  }
  return undefined;
}

/** One after the other; cells of one row stand together. Places that are no longer there are left out. */
export function shownPlaces(
  store: Store,
  cells: Cells,
  places: readonly Place[],
  rowName: (n: number) => string,
): Shown[] {
  const placed = places.flatMap((place) => {
    const slot = cells.slot(place.at);
    return slot === undefined ? [] : [{ ...place, slot }];
  });
  const whole = new Set(placed.filter(({ from }) => from === undefined).map(({ slot }) => slot));
  const shown: Shown[] = [];
  const told = new Set<number>();
  for (const { slot, from, to } of placed) {
    const text = store.text(slot);
    if (from !== undefined && to !== undefined) {
      const label = store.label(slot, rowName);
      shown.push({ kind: "passage", slot, label, from, to, ...passageOf(text, from, to) });
      continue;
    }
    if (told.has(slot)) continue;
    const scalar = store.index.scalars.get(slot);
    if (scalar) {
      told.add(slot);
      const label = store.index.nameOf(slot) ?? "";
      const { options, unit = "" } = scalar.field;
      shown.push({ kind: "field", slot, label, text: optionLabel(options, text), unit: text === "" ? "" : unit });
      continue;
    }
    const row = rowOf(store, slot, whole, rowName);
    for (const cell of row?.cells ?? []) told.add(cell.slot);
    if (row) shown.push(row);
  }
  return shown;
}

/** Where pressing "to it" leads. */
export function targetOf(
  shown: Shown,
): { readonly slot: number; readonly from?: number; readonly to?: number } | undefined {
  if (shown.kind === "passage") return { slot: shown.slot, from: shown.from, to: shown.to };
  if (shown.kind === "field") return { slot: shown.slot };
  const cell = shown.cells.find(({ compared }) => compared);
  return cell && { slot: cell.slot };
}
