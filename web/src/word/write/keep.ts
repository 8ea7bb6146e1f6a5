// Which rows of a table hold on to the next: Word knows no whole tables, only paragraphs that stay with what follows.
import type { Table, TableCell, TableRow } from "../../document/model";
import { styleOf } from "../../document/styles";

/** A table up to about this height stays on one page, as it does in the PDF. */
const tableKeptWhole = 330;
/** Rows bound by a merged cell stay together up to this height. */
const rowsKeptTogether = 230;
const padding = 4;

const lengthOf = ({ paragraphs }: TableCell): number =>
  paragraphs.reduce(
    (sum, { runs }) => sum + runs.reduce((n, run) => n + (run.kind === "text" ? run.text.length : 1), 0),
    0,
  );

/** Characters of a cell above which its row may be torn apart at a page's end. */
const longCell = 260;
export const isShort = ({ cells }: TableRow): boolean => cells.every((cell) => lengthOf(cell) < longCell);

/** About as high as Word will make it, each character a square. */
function heightOf(cell: TableCell, widths: readonly number[]): number {
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0) - 2 * padding;
  return cell.paragraphs.reduce((sum, { style, runs }) => {
    const { size, line } = styleOf(style);
    const characters = runs.reduce((n, run) => n + (run.kind === "text" ? run.text.length : 1), 0);
    return sum + Math.max(1, Math.ceil((characters * size) / Math.max(size, width))) * size * line;
  }, padding);
}

const rowHeight = ({ cells }: TableRow, widths: readonly number[]): number =>
  Math.max(0, ...cells.filter(({ rowSpan }) => rowSpan === 1).map((cell) => heightOf(cell, widths)));

/** `noted`: a note follows, which must not stand alone on the next page. */
export function rowsThatHold({ rows, widths, headRows }: Table, noted: boolean): ReadonlySet<number> {
  const heights = rows.map((row) => rowHeight(row, widths));
  const between = (from: number, to: number): number => heights.slice(from, to).reduce((sum, one) => sum + one, 0);
  const holding = new Set<number>();
  const last = rows.length - 1;
  if (noted && rows[last] && isShort(rows[last])) holding.add(last);
  const together = (from: number, to: number): void => {
    for (let n = from; n < to - 1; n++) holding.add(n);
  };
  if (between(0, rows.length) <= tableKeptWhole) together(0, rows.length);
  // A head is nothing without a row.
  else if (between(0, headRows + 1) <= rowsKeptTogether) together(0, headRows + 1);
  for (const [n, { cells }] of rows.entries()) {
    const reach = n + Math.max(1, ...cells.map(({ rowSpan }) => rowSpan));
    if (between(n, reach) <= rowsKeptTogether) together(n, reach);
  }
  return holding;
}
