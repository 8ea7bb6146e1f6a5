// A block of cells as it was found on the clipboard, before anybody knows where it goes.

export interface BlockCell {
  /** Of a place that a merged cell covers: the text of that cell. */
  readonly text: string;
  /** Covered by a merged cell that begins elsewhere. */
  readonly covered?: boolean;
}

export interface Block {
  /** All of one length. */
  readonly rows: readonly (readonly BlockCell[])[];
  /** What stood around the tables. */
  readonly outside: readonly string[];
}

/** What is larger once its rows are of one length is no table of anybody's. */
const mostCells = 1_500_000;

/** Without blank rows and columns at its end, every row of one length; undefined when nothing is left or it is far too large. */
export function trimmed(rows: readonly (readonly BlockCell[])[], outside: readonly string[] = []): Block | undefined {
  const filled = (cell: BlockCell | undefined): boolean => cell !== undefined && cell.text !== "";
  let height = rows.length;
  while (height > 0 && !rows[height - 1]?.some(filled)) height--;
  let width = 0;
  for (const row of rows.slice(0, height)) {
    for (const [c, cell] of row.entries()) if (filled(cell)) width = Math.max(width, c + 1);
  }
  if (height === 0 || height * width > mostCells) return undefined;
  const whole = rows.slice(0, height).map((row) => Array.from({ length: width }, (_, c) => row[c] ?? { text: "" }));
  return { rows: whole, outside };
}

export const isSingle = ({ rows }: Block): boolean => rows.length === 1 && rows[0]?.length === 1;
