// The table a block is pasted into, as plain data: what every place is, what stands there, and whether rows may be added.
import { columnInRow, isBlocked, isFixedCell, type TableEntry } from "../core/form-index";
import type { ColumnView, FieldSpec, SeedRow, TableItem } from "../core/form-view";
import type { Store } from "../core/store";
import { groupName } from "../form/table/columns";

export interface TargetColumn {
  readonly label: string;
  /** What its group of columns is called. */
  readonly group: string;
  readonly unit: string;
  /** Names the row. */
  readonly heading: boolean;
  /** Says in which unit the row is. */
  readonly units: boolean;
}

export interface TargetCell {
  /** Missing in a row that is only to come. */
  readonly slot?: number;
  readonly field: FieldSpec;
  readonly text: string;
  /** Fixed: a heading of the form. Blocked: there is no such cell. */
  readonly kind: "open" | "fixed" | "blocked";
}

export interface TargetRow {
  readonly name: string;
  readonly cells: readonly TargetCell[];
}

export interface Target {
  readonly item: TableItem;
  readonly columns: readonly TargetColumn[];
  readonly rows: readonly TargetRow[];
  /** What a new row is made of. */
  readonly fresh: TargetRow;
  /** How many rows may be added. */
  readonly room: number;
  readonly numbered: boolean;
  /** Where it was pasted. */
  readonly at: { readonly row: number; readonly column: number };
}

function cellOf(store: Store, column: ColumnView, seed: SeedRow | undefined, slot: number): TargetCell {
  const field = columnInRow(column, seed);
  if (isFixedCell(column, seed)) return { slot, field, text: seed?.values?.[column.id] ?? "", kind: "fixed" };
  if (isBlocked(column, seed)) return { slot, field, text: "", kind: "blocked" };
  return { slot, field, text: store.text(slot), kind: "open" };
}

export function targetOf(
  store: Store,
  { item, seeds, columns }: TableEntry,
  at: Target["at"],
  rowName: (n: number) => string,
): Target {
  const rows = store.rows.get(item.id) ?? [];
  return {
    item,
    columns: columns.map((column) => {
      const group = item.columnGroups?.find((one) => one.columns.includes(column.id));
      return {
        label: column.label,
        group: group ? groupName(store, group.label ?? "", group.slot) : "",
        unit: column.unit ?? "",
        heading: column.header === true,
        units: column.units === true,
      };
    }),
    rows: rows.map((row, n) => {
      const seed = row.key === undefined ? undefined : seeds.get(row.key);
      const cells = columns.map((column, c) => cellOf(store, column, seed, row.slot + c));
      return { name: store.rowName(item.id, row) ?? rowName(n + 1), cells };
    }),
    fresh: { name: "", cells: columns.map((field) => ({ field, text: "", kind: "open" })) },
    room: item.rows === "fixed" ? 0 : Math.max(0, (item.maxRows ?? 200) - rows.length),
    numbered: item.numbered === true,
    at,
  };
}
