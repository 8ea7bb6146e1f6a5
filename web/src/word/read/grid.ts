// Lays the cells of a table on a grid, so that merged cells are one cell in many places.
import type { Cell, Paragraph, Table } from "./blocks";
import { fail } from "./failure";
import { limits } from "./limits";

export interface RawCell {
  readonly span: number;
  /** Goes on from the cell above or to the left. */
  readonly above: boolean;
  readonly before: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly nested: boolean;
}

export interface RawRow {
  /** Columns left out at its beginning. */
  readonly skip: number;
  readonly cells: readonly RawCell[];
}

interface Building {
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** Its own list: cells that go on here add to it. */
  readonly paragraphs: Paragraph[];
  nested: boolean;
}

const hasText = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some(({ text, pictures }) => text.trim() !== "" || pictures.length > 0);

export function buildTable(id: number, raw: readonly RawRow[]): Table {
  const cells: Building[] = [];
  const grid: (Building | undefined)[][] = [];
  for (const [r, row] of raw.entries()) {
    const line: (Building | undefined)[] = [];
    let column = Math.min(row.skip, limits.columns);
    let last: Building | undefined;
    for (const one of row.cells) {
      if (column >= limits.columns && last) {
        for (const paragraph of one.paragraphs) last.paragraphs.push(paragraph);
        continue;
      }
      const span = Math.max(1, Math.min(one.span, limits.columns - column));
      const above = one.above ? grid[r - 1]?.[column] : undefined;
      const goesOn = one.before ? last : above;
      if (goesOn) {
        if (one.before) goesOn.columns = Math.max(goesOn.columns, column + span - goesOn.column);
        else goesOn.rows = r - goesOn.row + 1;
        // Word leaves such cells blank; text in them would be lost with them.
        if (hasText(one.paragraphs)) for (const paragraph of one.paragraphs) goesOn.paragraphs.push(paragraph);
        goesOn.nested = goesOn.nested || one.nested;
        last = goesOn;
      } else {
        last = { row: r, column, rows: 1, columns: span, paragraphs: [...one.paragraphs], nested: one.nested };
        if (cells.push(last) > limits.cells) fail("tooMany");
      }
      for (let i = 0; i < span; i++) line[column + i] = last;
      column += span;
    }
    grid.push(line);
  }
  const columns = grid.reduce((most, line) => Math.max(most, line.length), 0);
  for (const line of grid) while (line.length < columns) line.push(undefined);
  return { kind: "table", id, rows: raw.length, columns, cells: cells as Cell[], grid };
}
