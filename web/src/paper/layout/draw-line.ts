// A line of text at its place.
import type { Points } from "../../document/model";
import type { Line } from "./lines";
import type { Pen } from "./page";

/** Of the em square above the base line: the fonts are made so (tools/lib/fonts). */
const ascent = 0.88;
const underlineBelow = 0.16;

export const baseline = (line: Line, y: Points): Points => y + (line.height - line.size) / 2 + ascent * line.size;

export function drawLine(pen: Pen, line: Line, x: Points, y: Points): void {
  const at = baseline(line, y);
  for (const piece of line.pieces) {
    const { text, font, width, spacing } = piece;
    pen.op({ kind: "text", text, font, size: line.size, x: x + piece.x, y: at, width, spacing });
    if (!piece.underline) continue;
    const under = at + underlineBelow * line.size;
    pen.op({ kind: "line", x1: x + piece.x, y1: under, x2: x + piece.x + width, y2: under });
  }
}

export const textOfLine = (line: Line): string => line.pieces.map(({ text }) => text).join("");
