// A section of fields as the printed form lays it out: labels beside their values, two pairs to a row where `print.half` says
// so, groups with a label merged beside their rows, sentences with the values filled in.
//
// Five columns: group label · label · value · label · value. A pair without a group takes the first two columns for its
// label's and value's left half.
import type { FieldItem, GroupItem, Item, MirrorItem } from "../../core/form-view";
import type { Paragraph, Table, TableCell, TableRow } from "../model";
import { type Context, type Labelled, labelled, paragraphsOfField, runsOf } from "./context";
import { paragraph, printed } from "./runs";
import { sentenceRuns } from "./sentence";
import { cell, labelCell, row, spread } from "./table-parts";

/** Parts of the text width, to be scaled to it. */
const shares = [78, 54, 124, 78, 120];

/** A row without the cell of the group's label; `from` is the column it begins at. */
type Line = readonly TableCell[];

interface Stretch {
  /** Blank: the lines bring their labels themselves, in the first column. */
  readonly label: string;
  readonly lines: Line[];
}

const isHalf = (item: Item): item is FieldItem | MirrorItem =>
  (item.kind === "field" || item.kind === "mirror") && item.print?.half === true;

const pairCells = (context: Context, at: Labelled, column: number, value: number, colSpan: number): Line => [
  labelCell(column, at.label),
  cell(value, "value", paragraphsOfField(context, at), { colSpan }),
];

/** Rows of fields that stand under no group: [label][value……][label][value]. */
function openLines(context: Context, items: readonly (FieldItem | MirrorItem)[]): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as FieldItem | MirrorItem;
    const next = items[i + 1];
    const first = labelled(context, item);
    if (isHalf(item) && next && isHalf(next)) {
      lines.push([...pairCells(context, first, 0, 1, 2), ...pairCells(context, labelled(context, next), 3, 4, 1)]);
      i++;
    } else {
      lines.push(pairCells(context, first, 0, 1, 4));
    }
  }
  return lines;
}

/** Rows of a group's fields, beside its label: [label][value][label][value], or one pair a row. */
function groupLines(context: Context, items: readonly (FieldItem | MirrorItem)[]): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as FieldItem | MirrorItem;
    const next = items[i + 1];
    const first = labelled(context, item);
    const wide = (at: FieldItem | MirrorItem | undefined): boolean =>
      at?.print?.half === false || (at?.kind === "field" && at.type === "longText");
    if (next && !wide(item) && !wide(next)) {
      lines.push([...pairCells(context, first, 1, 2, 1), ...pairCells(context, labelled(context, next), 3, 4, 1)]);
      i++;
    } else {
      lines.push(pairCells(context, first, 1, 2, 3));
    }
  }
  return lines;
}

/** 标签：value in one paragraph, further lines below. */
function labelledParagraphs(context: Context, at: Labelled): readonly Paragraph[] {
  const [first, ...rest] = paragraphsOfField(context, at);
  const unit = at.spec.unit !== undefined && /[0-9０-９]$/.test(textTail(first)) ? [printed(at.spec.unit)] : [];
  return [paragraph("cell", printed(`${at.label}：`), ...(first?.runs ?? []), ...unit), ...rest];
}

function textTail(of: Paragraph | undefined): string {
  const last = of?.runs[of.runs.length - 1];
  return last?.kind === "text" ? last.text : "";
}

const fieldsOf = (group: GroupItem): readonly (FieldItem | MirrorItem)[] =>
  group.items.flatMap((item) =>
    item.kind === "field" || item.kind === "mirror" ? [item] : item.kind === "group" ? fieldsOf(item) : [],
  );

function stretchOfGroup(context: Context, group: GroupItem): Stretch {
  const fields = fieldsOf(group);
  if (group.sentence !== undefined) {
    const runs = sentenceRuns(context, group.sentence, (at) => runsOf(context, at, "fill"));
    return { label: group.label, lines: [[cell(1, "value", [paragraph("cell", ...runs)], { colSpan: 4 })]] };
  }
  if (group.print?.oneCell) {
    const paragraphs = fields.flatMap((item) => labelledParagraphs(context, labelled(context, item)));
    return { label: group.label, lines: [[cell(1, "value", paragraphs, { colSpan: 4 })]] };
  }
  return { label: group.label, lines: groupLines(context, fields) };
}

/** A group in one cell that shares its row with a field: [label][values……][label][value]. */
function halfGroup(context: Context, group: GroupItem, next: FieldItem | MirrorItem): Line {
  const paragraphs = fieldsOf(group).flatMap((item) => labelledParagraphs(context, labelled(context, item)));
  const left = [labelCell(0, group.label), cell(1, "value", paragraphs, { colSpan: 2 })];
  return [...left, ...pairCells(context, labelled(context, next), 3, 4, 1)];
}

/** Fields whose group's label is not printed stand as if there were no group. */
const flatten = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => (item.kind === "group" && item.print?.label === false ? flatten(item.items) : [item]));

function stretches(context: Context, items: readonly Item[]): Stretch[] {
  const out: Stretch[] = [];
  let open: (FieldItem | MirrorItem)[] = [];
  const close = (): void => {
    if (open.length > 0) out.push({ label: "", lines: openLines(context, open) });
    open = [];
  };
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const next = items[i + 1];
    if (item.kind === "group") {
      close();
      if (item.print?.oneCell && item.print.half && next && isHalf(next)) {
        out.push({ label: "", lines: [halfGroup(context, item, next)] });
        i++;
      } else {
        out.push(stretchOfGroup(context, item));
      }
    } else if (item.kind === "field" || item.kind === "mirror") {
      const last = out[out.length - 1];
      if (item.print?.under && open.length === 0 && last && last.label !== "") {
        const paragraphs = labelledParagraphs(context, labelled(context, item));
        last.lines.push([cell(1, "value", paragraphs, { colSpan: 4 })]);
      } else {
        open.push(item);
      }
    }
  }
  close();
  return out;
}

function rowsOfStretch({ label, lines }: Stretch): readonly TableRow[] {
  return lines.map((line, n) =>
    row(label !== "" && n === 0 ? [labelCell(0, label, { rowSpan: lines.length }), ...line] : line),
  );
}

/** Fields, groups and mirrors; tables and notes are the section's matter. */
export function grid(context: Context, id: string, items: readonly Item[]): Table {
  const rows = stretches(context, flatten(items)).flatMap(rowsOfStretch);
  return { kind: "table", id, widths: spread(shares, context.width), headRows: 0, rows };
}
