// Tables as strips: one a row, or one for rows that merged cells bind together (a band). A band that does not fit on what is
// left of a page moves to the next while it is small, and is cut between its lines when it is large.
import type { Points, Table, TableCell } from "../../document/model";
import { type Band, type BandCell, bandHeight, cutBand, drawBand } from "./band";
import { type Line, linesOf } from "./lines";
import type { Area } from "./paragraph-strips";
import type { Strip } from "./strip";

const padding = { x: 4, y: 3.5 };

/** A band up to this height is kept whole: about a third of a page. */
const keptWhole = 230;
/** A table up to this height stays on one page: somewhat less than half of it. */
const tableKeptWhole = 330;
/** A head taller than this is not repeated: it would leave no room for rows. */
const tallestHead = 220;

const sum = (widths: readonly Points[]): Points => widths.reduce((total, width) => total + width, 0);

function bandCell(cell: TableCell, widths: readonly Points[], area: Area): BandCell {
  const x = area.x + sum(widths.slice(0, cell.column));
  const width = sum(widths.slice(cell.column, cell.column + cell.colSpan));
  const lines: Line[] = cell.paragraphs.flatMap((paragraph) => [
    ...linesOf(paragraph, area.fonts, width - 2 * padding.x),
  ]);
  return { x, width, rowSpan: cell.rowSpan, lines, padding, centred: true };
}

/** Rows that belong together: a merged cell binds those it covers. */
function bandsOf(table: Table, from: number, to: number, area: Area): readonly Band[] {
  const bands: Band[] = [];
  let open: BandCell[][] = [];
  let reach = from;
  for (let r = from; r < to; r++) {
    const cells = table.rows[r]?.cells ?? [];
    open.push(cells.map((cell) => bandCell(cell, table.widths, area)));
    reach = Math.max(reach, r + 1, ...cells.map(({ rowSpan }) => r + rowSpan));
    if (reach > r + 1) continue;
    bands.push({ rows: open });
    open = [];
  }
  if (open.length > 0) bands.push({ rows: open });
  return bands;
}

function bandStrip(band: Band, head: Strip | undefined): Strip {
  const height = bandHeight(band);
  return {
    height,
    before: 0,
    glued: false,
    ...(head ? { head } : {}),
    draw: (pen, y) => drawBand(pen, band, y),
    cut(room, force) {
      if (!force && height <= keptWhole) return undefined;
      const parts = cutBand(band, room, force);
      return parts && [bandStrip(parts[0], head), bandStrip(parts[1], head)];
    },
  };
}

export function tableStrips(table: Table, area: Area): readonly Strip[] {
  const heads = bandsOf(table, 0, table.headRows, area);
  const headStrips = heads.map((band) => bandStrip(band, undefined));
  const headHeight = sum(heads.map(bandHeight));
  const repeated: Strip = {
    height: headHeight,
    before: 0,
    glued: false,
    draw(pen, y) {
      let at = y;
      for (const band of heads) {
        drawBand(pen, band, at);
        at += bandHeight(band);
      }
    },
  };
  const head = heads.length > 0 && headHeight <= tallestHead ? repeated : undefined;
  // The heads hold on to the first row, but only while they are heads of usual height.
  const glued = headStrips.map((strip) => ({ ...strip, glued: head !== undefined }));
  const bands = bandsOf(table, table.headRows, table.rows.length, area);
  const small = headHeight + sum(bands.map(bandHeight)) <= tableKeptWhole;
  const rows = bands.map((band, n) => ({ ...bandStrip(band, head), glued: small && n < bands.length - 1 }));
  return [...glued, ...rows];
}
