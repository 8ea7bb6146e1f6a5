// The heads of a table: one row, or two when columns stand in groups. A group headed by a field (表1: the names of the products)
// puts that field's label over the row headings, as the printed form does.
import { fieldPointer, valueAt } from "../draft-file";
import type { Paragraph, TableCell, TableRow } from "../model";
import { paperText } from "../text";
import { type Context, plainText } from "./context";
import { paragraph, typed } from "./runs";
import type { Layout } from "./table-layout";
import { cell, headCell, row } from "./table-parts";

function fieldHead(context: Context, id: string): readonly Paragraph[] {
  const spec = context.field(id);
  const text = spec ? plainText(spec, valueAt(context.draft, id)) : "";
  return [text === "" ? paragraph("cellCenter") : paragraph("cellCenter", typed(text, fieldPointer(id)))];
}

export function headRows(context: Context, { item, offset, columns }: Layout): readonly TableRow[] {
  const groups = item.columnGroups ?? [];
  const number = offset ? [paperText.number] : [];
  const labels = [...number, ...columns.map(({ column }) => column.label)];
  if (groups.length === 0) return [row(labels.map((label, n) => headCell(n, label)))];

  const groupAt = (n: number) => groups.find((group) => group.columns.includes(columns[n - offset]?.column.id ?? ""));
  const fieldLabel = groups.map(({ field }) => (field === undefined ? undefined : context.field(field)?.label));
  const over = fieldLabel.find((label) => label !== undefined);
  const heading = (n: number): boolean => n < offset || columns[n - offset]?.column.header === true;
  let headings = 0;
  while (headings < labels.length && heading(headings)) headings++;

  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  if (over !== undefined && headings > 0) upper.push(headCell(0, over, { colSpan: headings }));
  for (const [n, label] of labels.entries()) {
    const group = groupAt(n);
    if (!group) {
      if (over !== undefined && n < headings) lower.push(headCell(n, label));
      else upper.push(headCell(n, label, { rowSpan: 2 }));
      continue;
    }
    lower.push(headCell(n, label));
    if (n > 0 && groupAt(n - 1) === group) continue;
    let colSpan = 1;
    while (n + colSpan < labels.length && groupAt(n + colSpan) === group) colSpan++;
    upper.push(
      group.field === undefined
        ? headCell(n, group.label ?? "", { colSpan })
        : cell(n, "value", fieldHead(context, group.field), { colSpan }),
    );
  }
  return [row(upper), row(lower)];
}
