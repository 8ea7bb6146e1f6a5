// A table as it is copied: whole, as a grid of texts, and cell by cell in reading order.
import type { RowView } from "../core/door";
import { columnInRow, isBlocked, isFixedCell, type TableEntry } from "../core/form-index";
import type { ColumnView, FieldSpec } from "../core/form-view";
import type { Store } from "../core/store";
import { copiedText } from "./values";

export interface CopyCell {
  /** Names the cell in the address and in what is remembered. */
  readonly id: string;
  readonly row: number;
  readonly rowName: string;
  readonly column: string;
  readonly field: FieldSpec;
  readonly slot: number;
}

export interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a column is called, with the group it stands in and its unit. */
export function columnName(store: Store, table: TableEntry, column: ColumnView): string {
  const group = table.item.columnGroups?.find(({ columns }) => columns.includes(column.id));
  const typed = group?.slot === undefined ? "" : store.text(group.slot).trim();
  const field = group?.slot === undefined ? undefined : store.index.scalars.get(group.slot)?.field.label;
  const above = group && (typed || (group.label ?? field));
  const unit = column.unit ? `（${column.unit}）` : "";
  return `${above ? `${above} ` : ""}${column.label}${unit}`;
}

const seedOf = (table: TableEntry, row: RowView) => (row.key === undefined ? undefined : table.seeds.get(row.key));

/** Rows that were added and never filled in are not copied. */
export function filledRows(store: Store, table: TableEntry): readonly RowView[] {
  const rows = store.rows.get(table.item.id) ?? [];
  return rows.filter((row) => row.key !== undefined || table.columns.some((_, c) => store.text(row.slot + c) !== ""));
}

function cellText(store: Store, table: TableEntry, row: RowView, c: number): string {
  const column = table.columns[c];
  const seed = seedOf(table, row);
  if (!column || isBlocked(column, seed)) return "";
  if (isFixedCell(column, seed)) return seed?.values?.[column.id] ?? store.text(row.slot + c);
  return copiedText(columnInRow(column, seed), store.text(row.slot + c));
}

export function wholeTable(store: Store, table: TableEntry): Grid {
  return {
    head: table.columns.map((column) => columnName(store, table, column)),
    rows: filledRows(store, table).map((row) => table.columns.map((_, c) => cellText(store, table, row, c))),
  };
}

/** Without the headings of rows, for a table that has its own. */
export function withoutHeadings(table: TableEntry, grid: Grid): Grid {
  const keep = (_: string, c: number): boolean => table.columns[c]?.header !== true;
  return { head: grid.head.filter(keep), rows: grid.rows.map((row) => row.filter(keep)) };
}

/** The cells people fill in, row by row; blank ones too, since the portal's cells are walked along with them. */
export function tableCells(store: Store, table: TableEntry, rowNumber: (n: number) => string): readonly CopyCell[] {
  return filledRows(store, table).flatMap((row, n) => {
    const seed = seedOf(table, row);
    const rowName = store.rowName(table.item.id, row) ?? rowNumber(n + 1);
    return table.columns.flatMap((column, c) => {
      if (isFixedCell(column, seed) || isBlocked(column, seed)) return [];
      const name = columnName(store, table, column);
      const field = columnInRow(column, seed);
      return [{ id: `${row.id}/${column.id}`, row: n, rowName, column: name, field, slot: row.slot + c }];
    });
  });
}
