// What a column of the table is called, with its group and unit.
import type { Target } from "./target";

export function columnName({ columns }: Target, c: number): string {
  const column = columns[c];
  if (!column) return "";
  const name = column.group === "" ? column.label : `${column.group} ${column.label}`;
  return column.unit === "" ? name : `${name}（${column.unit}）`;
}
