// A table of the draft as a block for the clipboard: headings with units as printed, row headings, choices by their labels.
import type { Grid, GridCell } from "../../clipboard/grid";
import type { RowView } from "../../core/door";
import { columnInRow, isBlocked } from "../../core/form-index";
import type { FieldSpec, TableItem } from "../../core/form-view";
import type { Store } from "../../core/store";
import { text } from "../../text/zh-cn";
import { groupName, type HeadCell, headOf } from "./columns";

/** A value as people read it: options by their labels. */
export function shownValue(field: FieldSpec, value: string): string {
  if (field.type !== "choice" && field.type !== "choices") return value;
  const labels = value.split("\n").map((one) => field.options?.find((option) => option.value === one)?.label ?? one);
  return labels.join("、");
}

function headRow(store: Store, cells: readonly HeadCell[]): GridCell[] {
  return cells.map(({ label, unit, columns, rows, slot }) => ({
    text: groupName(store, label, slot) + (unit ? `（${unit}）` : ""),
    header: true,
    columns,
    rows,
  }));
}

function cellsOf(store: Store, item: TableItem, row: RowView): GridCell[] {
  const seed = row.key === undefined ? undefined : store.index.tables.get(item.id)?.seeds.get(row.key);
  return item.columns.map((column, c): GridCell => {
    const heading = seed?.values?.[column.id];
    if (heading !== undefined) return { text: heading, header: true };
    if (isBlocked(column, seed)) return { text: "" };
    return { text: shownValue(columnInRow(column, seed), store.text(row.slot + c)) };
  });
}

/** `only`: indices of the rows that are wanted; `head`: whether the headings come along. */
export function tableGrid(
  store: Store,
  item: TableItem,
  { only, head = true }: { only?: readonly number[]; head?: boolean } = {},
): Grid {
  const rows = store.rows.get(item.id) ?? [];
  const wanted = only ?? [...rows.keys()];
  const body = wanted.flatMap((index) => {
    const row = rows[index];
    if (!row) return [];
    const number: GridCell[] = item.numbered ? [{ text: String(index + 1) }] : [];
    return [[...number, ...cellsOf(store, item, row)]];
  });
  if (!head) return body;
  const { upper, lower } = headOf(item);
  const number: GridCell[] = item.numbered ? [{ text: text.number, header: true, rows: lower.length > 0 ? 2 : 1 }] : [];
  const heads = [[...number, ...headRow(store, upper)], ...(lower.length > 0 ? [headRow(store, lower)] : [])];
  return [...heads, ...body];
}
