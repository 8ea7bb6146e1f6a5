// How wide columns are: by what they hold, scaled to the text width. Long texts share what short ones leave.
import type { ColumnView } from "../../core/form-view";
import { asText, asValue, rowsOf } from "../draft-file";
import type { Points } from "../model";
import type { Context } from "./context";
import type { Layout, Printed } from "./table-layout";
import { spread } from "./table-parts";

const numbers = new Set(["integer", "decimal", "percent", "date"]);
const numberColumn = 34;

/** The longest row heading of the column, in characters. */
function longestHeading({ item }: Layout, column: ColumnView): number {
  return Math.max(0, ...(item.seed ?? []).map((seed) => seed.values?.[column.id]?.length ?? 0));
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
/** Of a cell's letters. Figures are half as wide as a hanzi, and somewhat more in the faces that stand in for Times. */
const size = 10.5;
const extent = (text: string): number => [...text].reduce((sum, one) => sum + (wide.test(one) ? size : size * 0.6), 0);
/** An amount as long as this breaks in any column. */
const longestAmount = 100;

/** Amounts stand on one line while they are no longer than amounts are. */
function amountsOf(context: Context, layout: Layout, column: ColumnView): number {
  const rows = rowsOf(context.draft, layout.item.id) ?? [];
  const widest = Math.max(0, ...rows.map((row) => extent(asText(asValue(row[column.id])).trim()) + 13));
  return widest > longestAmount ? 0 : widest;
}

/** In points, were there room: a form's columns add up to about 450. */
function wish(context: Context, layout: Layout, printed: Printed): number {
  const usual = usualWidth(layout, printed);
  const { column, joined } = printed;
  return joined.length === 0 && numbers.has(column.type) && column.type !== "date"
    ? Math.max(usual, amountsOf(context, layout, column))
    : usual;
}

function usualWidth(layout: Layout, { column, joined }: Printed): number {
  if (joined.length > 0) return 136;
  if (column.type === "longText") return 175;
  if (column.type === "integer") return 46;
  if (column.type === "percent") return 50;
  if (numbers.has(column.type)) return 65;
  if (column.type === "choice" || column.type === "choices") return 80;
  if (!column.header) return 84;
  // Row headings may take two lines; those beside the first (units, years) stand narrow.
  const widest = column === layout.item.columns[0] ? 92 : 60;
  return Math.min(widest, Math.max(46, longestHeading(layout, column) * 10.5 + 13));
}

export function columnWidths(context: Context, layout: Layout): readonly Points[] {
  const wishes = layout.columns.map((column) => wish(context, layout, column));
  if (!layout.offset) return spread(wishes, context.width);
  return [numberColumn, ...spread(wishes, context.width - numberColumn)];
}
