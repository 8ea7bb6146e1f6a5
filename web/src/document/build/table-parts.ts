// Cells and rows of tables.
import type { CellRole, Paragraph, Points, TableCell, TableRow } from "../model";
import type { StyleName } from "../styles";
import { linesOf, paragraph, printed } from "./runs";

export interface Span {
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export const cell = (column: number, role: CellRole, paragraphs: readonly Paragraph[], span: Span = {}): TableCell => ({
  column,
  colSpan: span.colSpan ?? 1,
  rowSpan: span.rowSpan ?? 1,
  role,
  paragraphs,
});

export const wordsCell = (
  column: number,
  role: CellRole,
  style: StyleName,
  words: string,
  span: Span = {},
): TableCell =>
  cell(
    column,
    role,
    linesOf(words).map((line) => (line === "" ? paragraph(style) : paragraph(style, printed(line)))),
    span,
  );

export const labelCell = (column: number, words: string, span?: Span): TableCell =>
  wordsCell(column, "label", "cellLabel", words, span);

export const headCell = (column: number, words: string, span?: Span): TableCell =>
  wordsCell(column, "head", "cellHead", words, span);

export const blockedCell = (column: number, span?: Span): TableCell =>
  cell(column, "blocked", [paragraph("cell")], span);

export const row = (cells: readonly TableCell[], id?: string): TableRow =>
  id === undefined ? { cells } : { cells, row: id };

/** Parts of a width, scaled to it. */
export const spread = (parts: readonly number[], width: Points): readonly Points[] => {
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => Math.round((part / sum) * width * 100) / 100);
};
