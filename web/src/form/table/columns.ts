// How a table's columns are laid out: widths by what is written in them, headings in one or two lines.
import type { ColumnGroup, ColumnView, TableItem } from "../../core/form-view";
import type { Store } from "../../core/store";

export interface HeadCell {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly columns: number;
  readonly rows: number;
  /** A heading that is itself a field of the form. */
  readonly slot?: number;
}

export interface Head {
  readonly upper: readonly HeadCell[];
  /** Empty when no column stands in a group. */
  readonly lower: readonly HeadCell[];
}

export function headOf(table: TableItem): Head {
  const groups = table.columnGroups ?? [];
  if (groups.length === 0) {
    return { upper: table.columns.map(({ label, unit }) => ({ label, unit, columns: 1, rows: 1 })), lower: [] };
  }
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  let last: ColumnGroup | undefined;
  for (const column of table.columns) {
    const group = groups.find(({ columns }) => columns.includes(column.id));
    const own = { label: column.label, unit: column.unit, columns: 1 };
    if (!group) upper.push({ ...own, rows: 2 });
    else lower.push({ ...own, rows: 1 });
    if (group && group !== last) upper.push(groupCell(group));
    last = group;
  }
  return { upper, lower };
}

function groupCell(group: ColumnGroup): HeadCell {
  const cell = { label: group.label ?? "", columns: group.columns.length, rows: 1 };
  return group.slot === undefined ? cell : { ...cell, slot: group.slot };
}

/** What a group of columns is called: its label, or what stands in the field that names it. */
export function groupName(store: Store, label: string, slot: number | undefined): string {
  if (slot === undefined) return label;
  return store.text(slot).trim() || (store.index.scalars.get(slot)?.field.label ?? label);
}

/** The name of a width in the stylesheet. */
export function widthOf(column: ColumnView, table: TableItem): string {
  if (column.header) return table.columns.find(({ header }) => header) === column ? "col-head" : "col-unit";
  switch (column.type) {
    case "integer":
    case "decimal":
    case "percent":
      return "col-number";
    case "choice":
    case "choices":
      return "col-choice";
    case "text":
      return "col-text";
    default:
      return "col-rest";
  }
}
