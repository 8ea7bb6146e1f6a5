// The document as a row of paragraphs and tables that the form can be laid against: tables glued together by their program are
// cut at captions inside them, and frames drawn as tables of one cell are opened.
import { type Block, type Cell, cellText, type Paragraph, type Table } from "../read/blocks";
import { headingIn } from "./headings";
import { isBlank } from "./normal";
import type { Outline } from "./outline";

/** Rows `from` to before `to`, as a table of its own. */
export function sliceTable(table: Table, from: number, to: number): Table {
  if (from === 0 && to === table.rows) return table;
  const made = new Map<Cell, Cell>();
  for (const cell of table.cells) {
    const first = Math.max(cell.row, from);
    const last = Math.min(cell.row + cell.rows, to);
    if (first < last) made.set(cell, { ...cell, row: first - from, rows: last - first });
  }
  const grid = table.grid.slice(from, to).map((line) => line.map((cell) => cell && made.get(cell)));
  return { ...table, rows: to - from, cells: [...made.values()], grid };
}

/** The one cell with text of a row, if it reaches over the table. */
function wholeRow(table: Table, row: number): Cell | undefined {
  const cells = new Set(table.grid[row]?.filter((cell) => cell !== undefined && !isBlank(cellText(cell))));
  const [only] = cells;
  return cells.size === 1 && only && only.rows === 1 && only.columns >= Math.max(2, table.columns - 1)
    ? only
    : undefined;
}

function* cut(outline: Outline, table: Table): Generator<Block> {
  let from = 0;
  for (let row = 0; row < table.rows; row++) {
    const cell = wholeRow(table, row);
    if (!cell || !(outline.captionOf(cellText(cell)) || outline.sectionOf(cellText(cell)))) continue;
    if (row > from) yield sliceTable(table, from, row);
    yield* cell.paragraphs;
    from = row + 1;
  }
  if (from < table.rows) yield sliceTable(table, from, table.rows);
}

/** A frame: one column is no table, and texts with the form's headings are none either. */
function isFrame(outline: Outline, table: Table): boolean {
  if (table.columns === 1) return true;
  const paragraphs = table.cells.flatMap((cell) => cell.paragraphs);
  const sure = (paragraph: Paragraph): boolean =>
    paragraph.text.length < 400 && outline.headings.some((heading) => (headingIn(paragraph, heading)?.sure ?? 0) >= 4);
  return table.cells.length <= 2 && paragraphs.some(sure);
}

export function unitsOf(outline: Outline, blocks: readonly Block[]): Block[] {
  const units: Block[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") units.push(block);
    else if (isFrame(outline, block)) units.push(...block.cells.flatMap((cell) => cell.paragraphs));
    else units.push(...cut(outline, block));
  }
  return units;
}
