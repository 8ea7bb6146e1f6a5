// A table's columns as they are printed.
import type { ColumnView, TableItem } from "../../core/form-view";

/** Columns as printed: one cell each, with the columns that share it (`print.joined`) after the first. */
export interface Printed {
  readonly column: ColumnView;
  readonly joined: readonly ColumnView[];
}

export interface Layout {
  readonly item: TableItem;
  /** 1 when rows are numbered: then every column stands one further right. */
  readonly offset: 0 | 1;
  readonly columns: readonly Printed[];
}

export function layoutOf(item: TableItem): Layout {
  const columns: { column: ColumnView; joined: ColumnView[] }[] = [];
  for (const column of item.columns) {
    const last = columns[columns.length - 1];
    if (column.print?.joined && last) last.joined.push(column);
    else columns.push({ column, joined: [] });
  }
  return { item, offset: item.numbered ? 1 : 0, columns };
}
