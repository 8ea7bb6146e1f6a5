// Two drafts of one form side by side, cell by cell, in the form's sections and tables. Pure: texts in, a tree out.
import { columnInRow, type FormIndex, isBlocked } from "../../core/form-index";
import type { FieldSpec, Item, TableItem } from "../../core/form-view";
import { asText, type DraftFile, type DraftRow, rowsOf, valueAt } from "../../document/draft-file";
import type { AsideEntry } from "./aside-differences";
import type { KeptEntry } from "./kept-findings";
import { cellText, matchRows } from "./match-rows";
import { type FigureSides, sameNarrative } from "./narrative-figures";

export interface CellPair {
  /** Names the cell in the set of what was chosen. */
  readonly key: string;
  readonly label: string;
  /** As in the draft; lines of a choice are joined by line ends. */
  readonly left: string;
  readonly right: string;
  /** As people read it: labels of options. */
  readonly shown: { readonly left: string; readonly right: string };
  readonly long: boolean;
  readonly same: boolean;
  /** Of a narrative: the pictures that stand in it. */
  readonly figures?: FigureSides;
}

export interface FieldEntry {
  readonly kind: "field";
  readonly slot: number;
  readonly cell: CellPair;
}

export interface RowPair {
  readonly key: string;
  readonly label: string;
  readonly left?: DraftRow;
  readonly right?: DraftRow;
  /** Its place in the right draft. */
  readonly order: number;
  /** Every column, in order. */
  readonly cells: readonly (CellPair & { readonly column: string })[];
  readonly same: boolean;
}

export interface TableEntry {
  readonly kind: "table";
  readonly item: TableItem;
  readonly rows: readonly RowPair[];
}

export type Entry = FieldEntry | TableEntry | KeptEntry | AsideEntry;

export interface SectionEntry {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

export interface Words {
  readonly rowNumber: (n: number) => string;
}

export function differences(
  index: FormIndex,
  left: DraftFile,
  right: DraftFile,
  sameOrigin: boolean,
  words: Words,
  figures: FigureSides = { left: [], right: [] },
  kept: ReadonlyMap<string, readonly KeptEntry[]> = new Map(),
): SectionEntry[] {
  const field = (spec: FieldSpec, slot: number): FieldEntry => {
    const [l, r] = [asText(valueAt(left, spec.id)), asText(valueAt(right, spec.id))];
    const cell = pairOf(`f:${spec.id}`, spec.label, spec, l, r);
    if (!spec.figures) return { kind: "field", slot, cell };
    const of = (side: FigureSides["left"]) => side.filter(({ field }) => field === spec.id);
    const own = { left: of(figures.left), right: of(figures.right) };
    return { kind: "field", slot, cell: { ...cell, figures: own, same: sameNarrative(l, r, own) } };
  };
  const walk = (items: readonly Item[]): Entry[] =>
    items.flatMap((item): Entry[] => {
      if (item.kind === "field") return [field(item, item.slot)];
      if (item.kind === "group") return walk(item.items);
      return item.kind === "table" ? [tableOf(index, item, left, right, sameOrigin, words)] : [];
    });
  return index.form.sections.map(({ id, label, items }) => ({
    id,
    label,
    entries: [...walk(items), ...(kept.get(id) ?? [])],
  }));
}

function tableOf(
  index: FormIndex,
  item: TableItem,
  left: DraftFile,
  right: DraftFile,
  sameOrigin: boolean,
  words: Words,
): TableEntry {
  const seeds = index.tables.get(item.id)?.seeds;
  const theirs = rowsOf(right, item.id) ?? [];
  const matches = matchRows(item.columns, rowsOf(left, item.id) ?? [], theirs, sameOrigin);
  const rows = matches.map(({ left: l, right: r }, n): RowPair => {
    const seed = seeds?.get(String((l ?? r)?.key ?? ""));
    const key = `${item.id}/${l ? `l${l.id}` : `r${r?.id}`}`;
    const heads = item.columns.filter(({ header }) => header);
    const named = (heads.length > 0 ? heads : item.columns.slice(0, 1)).map(
      ({ id }) => seed?.values?.[id] || cellText(l, id) || cellText(r, id),
    );
    const cells = item.columns.flatMap((column) => {
      if (isBlocked(column, seed) || (column.header && seed)) return [];
      const spec = columnInRow(column, seed);
      const pair = pairOf(`c:${key}/${column.id}`, column.label, spec, cellText(l, column.id), cellText(r, column.id));
      return [{ ...pair, column: column.id }];
    });
    const label = named.filter((name) => name !== "").join(" ") || words.rowNumber(n + 1);
    // A row that is blank says nothing by being there.
    const missing = !(l && r) && cells.some((cell) => cell.left !== "" || cell.right !== "");
    const same = !missing && cells.every((cell) => cell.same);
    const sides = { ...(l ? { left: l } : {}), ...(r ? { right: r } : {}) };
    return { key: `r:${key}`, label, ...sides, order: r ? theirs.indexOf(r) : -1, cells, same };
  });
  // Rows of one name are told apart by where they stand.
  const named = rows.map((row, n) =>
    rows.some((other) => other !== row && other.label === row.label)
      ? { ...row, label: `${row.label}（${words.rowNumber(n + 1)}）` }
      : row,
  );
  return { kind: "table", item, rows: named };
}

function pairOf(key: string, label: string, spec: FieldSpec, left: string, right: string): CellPair {
  const shown = (text: string): string => {
    if (spec.type !== "choice" && spec.type !== "choices") return text;
    const names = text
      .split("\n")
      .map((value) => spec.options?.find((option) => option.value === value)?.label ?? value);
    return names.join("、");
  };
  const long = spec.type === "longText" || left.length + right.length > 60;
  return { key, label, left, right, shown: { left: shown(left), right: shown(right) }, long, same: left === right };
}

/** A row that only one side has is taken or left whole; one that both have, cell by cell. */
export const isWhole = (row: RowPair): boolean => !(row.left && row.right);

/** The keys of all that differs. */
export function differing(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === "kept") return [entry.key];
    if (entry.kind === "field" || entry.kind === "aside") return entry.cell.same ? [] : [entry.cell.key];
    return entry.rows.flatMap((row) => {
      if (row.same) return [];
      return isWhole(row) ? [row.key] : row.cells.filter(({ same }) => !same).map(({ key }) => key);
    });
  });
}
