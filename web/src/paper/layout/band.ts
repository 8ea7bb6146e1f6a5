// Rows of a table that merged cells bind together: their heights, their drawing, and how they are cut in two.
import type { Points } from "../../document/model";
import { drawLine } from "./draw-line";
import type { Line } from "./lines";
import type { Pen } from "./page";

export interface BandCell {
  readonly x: Points;
  readonly width: Points;
  readonly rowSpan: number;
  readonly lines: readonly Line[];
  readonly padding: { readonly x: Points; readonly y: Points };
  /** Its text in the middle of its height; after a cut a cell begins at the top. */
  readonly centred: boolean;
}

export interface Band {
  /** Each cell stands in the row it begins in. */
  readonly rows: readonly (readonly BandCell[])[];
}

const linesHeight = (lines: readonly Line[]): Points => lines.reduce((sum, { height }) => sum + height, 0);
const cellHeight = ({ lines, padding }: BandCell): Points => linesHeight(lines) + 2 * padding.y;

/** A row is as high as its highest cell; a merged cell that needs more gets it in the last row it covers. */
export function rowHeights({ rows }: Band): readonly Points[] {
  const heights = rows.map((cells) =>
    Math.max(0, ...cells.filter(({ rowSpan }) => rowSpan === 1).map((cell) => cellHeight(cell))),
  );
  for (const [r, cells] of rows.entries()) {
    for (const cell of cells) {
      const last = Math.min(r + cell.rowSpan, rows.length) - 1;
      const have = heights.slice(r, last + 1).reduce((sum, height) => sum + height, 0);
      const need = cellHeight(cell);
      if (need > have) heights[last] = (heights[last] ?? 0) + need - have;
    }
  }
  return heights;
}

export const bandHeight = (band: Band): Points => rowHeights(band).reduce((sum, height) => sum + height, 0);

const spanHeight = (heights: readonly Points[], from: number, rowSpan: number): Points =>
  heights.slice(from, from + rowSpan).reduce((sum, height) => sum + height, 0);

function frame(pen: Pen, x: Points, y: Points, width: Points, height: Points): void {
  const [x2, y2] = [x + width, y + height];
  pen.op({ kind: "line", x1: x, y1: y, x2, y2: y });
  pen.op({ kind: "line", x1: x, y1: y2, x2, y2 });
  pen.op({ kind: "line", x1: x, y1: y, x2: x, y2 });
  pen.op({ kind: "line", x1: x2, y1: y, x2, y2 });
}

export function drawBand(pen: Pen, band: Band, top: Points): void {
  const heights = rowHeights(band);
  let y = top;
  for (const [r, cells] of band.rows.entries()) {
    for (const cell of cells) {
      const height = spanHeight(heights, r, cell.rowSpan);
      const spare = height - linesHeight(cell.lines);
      let at = y + (cell.centred ? spare / 2 : cell.padding.y);
      for (const line of cell.lines) {
        drawLine(pen, line, cell.x + cell.padding.x, at);
        at += line.height;
      }
      frame(pen, cell.x, y, cell.width, height);
    }
    y += heights[r] ?? 0;
  }
}

/** Lines of a cell that fit in `room`, and the others. */
function cutLines(cell: BandCell, room: Points): readonly [readonly Line[], readonly Line[]] {
  let used = 2 * cell.padding.y;
  let n = 0;
  while (n < cell.lines.length && used + (cell.lines[n]?.height ?? 0) <= room + 0.01)
    used += cell.lines[n++]?.height ?? 0;
  return [cell.lines.slice(0, n), cell.lines.slice(n)];
}

/** At least two lines of the cut row stay above, or it is not worth cutting there. */
const fewestLines = 2;

/**
 * The band above and below `room`. Undefined where no row fits and the row at the edge would leave too little; with `force` one
 * line is enough, and a first line taller than the page stays as it is.
 */
export function cutBand(band: Band, room: Points, force: boolean): readonly [Band, Band] | undefined {
  const heights = rowHeights(band);
  let edge = 0;
  let above = 0;
  while (edge < band.rows.length && above + (heights[edge] ?? 0) <= room + 0.01) above += heights[edge++] ?? 0;
  if (edge >= band.rows.length) return undefined;

  const rest = room - above;
  const cells = band.rows[edge] ?? [];
  const cuts = cells.map((cell) => cutLines(cell, rest));
  const most = Math.max(0, ...cuts.map(([first]) => first.length));
  const through = most >= (force && edge === 0 ? 1 : fewestLines);
  if (!through && edge === 0) return undefined;
  return split(band, heights, edge, through ? rest : 0);
}

/** `inside`: how much of row `edge` stays above; 0 cuts before it. */
function split(band: Band, heights: readonly Points[], edge: number, inside: Points): readonly [Band, Band] {
  const upper: BandCell[][] = [];
  const lower: BandCell[][] = [];
  const kept = inside > 0 ? edge + 1 : edge; // rows of the upper part
  for (const [r, cells] of band.rows.entries()) {
    const up: BandCell[] = [];
    const down: BandCell[] = [];
    for (const cell of cells) {
      const end = r + cell.rowSpan;
      if (end <= edge) up.push(cell);
      else if (r > edge || (r === edge && inside === 0)) down.push(cell);
      else {
        const [first, others] = cutLines(cell, spanHeight(heights, r, edge - r) + inside);
        up.push({ ...cell, lines: first, rowSpan: kept - r, centred: others.length === 0 });
        down.push({ ...cell, lines: others, rowSpan: end - edge, centred: false });
      }
    }
    if (r < kept) upper.push(up);
    if (r < edge) {
      // What a merged cell leaves for the lower part begins in its first row.
      lower[0] = [...(lower[0] ?? []), ...down];
    } else {
      lower[r - edge] = [...(lower[r - edge] ?? []), ...down];
    }
  }
  return [{ rows: upper }, { rows: lower }];
}
