// A table of rows and columns: heads with their groups, row headings merged where they repeat, 序号 where the form counts.
import { columnInRow, isFixedCell } from "../../core/form-index";
import type { ColumnView, SeedRow, TableItem } from "../../core/form-view";
import { asValue, cellPointer, type DraftRow, rowsOf } from "../draft-file";
import type { Paragraph, Points, Table, TableCell, TableRow } from "../model";
import { paperText } from "../text";
import { columnWidths } from "./column-widths";
import { type Context, valueParagraphs } from "./context";
import { paragraph, printed } from "./runs";
import { headRows } from "./table-head";
import { type Layout, layoutOf, type Printed } from "./table-layout";
import { blockedCell, cell, labelCell, row, wordsCell } from "./table-parts";

interface BodyRow {
  readonly draft: DraftRow | undefined;
  readonly seed: SeedRow | undefined;
  readonly index: number;
}

/** As the core reads a draft: a table it does not name starts as on a blank form. */
function bodyRows(context: Context, item: TableItem): readonly BodyRow[] {
  const seeds = item.seed ?? [];
  const rows = rowsOf(context.draft, item.id);
  if (!rows) {
    const blank = Array.from({ length: item.startRows ?? 0 }, () => undefined);
    return [...seeds, ...blank].map((seed, index) => ({ draft: undefined, seed, index }));
  }
  return rows.map((draft, index) => ({ draft, seed: seeds.find(({ key }) => key === draft.key), index }));
}

const centred = new Set(["integer", "decimal", "percent", "date", "choice"]);

function valueCell(layout: Layout, at: BodyRow, n: number): TableCell {
  const { column, joined } = layout.columns[n] as Printed;
  const place = n + layout.offset;
  if (isFixedCell(column, at.seed)) return labelCell(place, at.seed?.values?.[column.id] ?? "");
  if (at.seed?.blocked?.includes(column.id)) return blockedCell(place);
  const paragraphs = (each: ColumnView, label: boolean): readonly Paragraph[] => {
    const spec = columnInRow(each, at.seed);
    const value = asValue(at.draft?.[each.id]);
    const source = cellPointer(layout.item.id, at.index, each.id);
    const alone = joined.length === 0 && (centred.has(spec.type) || each.header === true);
    const [first, ...rest] = valueParagraphs(spec, value, source, alone ? "cellCenter" : "cell");
    if (!label) return [first ?? paragraph("cell"), ...rest];
    return [paragraph("cell", printed(`${each.label}${paperText.colon}`), ...(first?.runs ?? [])), ...rest];
  };
  return cell(
    place,
    "value",
    [column, ...joined].flatMap((each, i) => paragraphs(each, i > 0)),
  );
}

/** Row headings that repeat down a column become one cell, if those left of them do; so do places where nothing goes. */
function mergeDown(rows: readonly TableRow[]): readonly TableRow[] {
  const key = (cells: readonly TableCell[], n: number): string | undefined => {
    const at = cells[n];
    if (at?.role === "blocked") return "blocked";
    if (at?.role !== "label") return undefined;
    return JSON.stringify(cells.slice(0, n + 1).map(({ role, paragraphs }) => [role, paragraphs]));
  };
  // Before anything is merged every row has a cell in each column.
  const span = (r: number, n: number): number => {
    const own = key(rows[r]?.cells ?? [], n);
    let length = 1;
    while (own !== undefined && key(rows[r + length]?.cells ?? [], n) === own) length++;
    return length;
  };
  const covered = rows.map(() => new Set<number>());
  return rows.map(({ cells, ...rest }, r) => ({
    ...rest,
    cells: cells.flatMap((each, n) => {
      if (covered[r]?.has(n)) return [];
      const rowSpan = span(r, n);
      for (let below = r + 1; below < r + rowSpan; below++) covered[below]?.add(n);
      return [{ ...each, rowSpan }];
    }),
  }));
}

export function dataTable(context: Context, item: TableItem): Table {
  const layout = layoutOf(item);
  const heads = headRows(context, layout);
  const body = bodyRows(context, item).map((at) =>
    row(
      [
        ...(layout.offset ? [wordsCell(0, "label", "cellCenter", String(at.index + 1))] : []),
        ...layout.columns.map((_, n) => valueCell(layout, at, n)),
      ],
      at.draft?.id,
    ),
  );
  const widths: readonly Points[] = columnWidths(context, layout);
  return { kind: "table", id: item.id, widths, headRows: heads.length, rows: [...heads, ...mergeDown(body)] };
}
