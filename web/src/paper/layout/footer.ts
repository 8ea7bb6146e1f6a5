// The line at the foot of a page.
import type { Footer, PageSetup, Paragraph } from "../../document/model";
import { drawLine } from "./draw-line";
import { linesOf } from "./lines";
import type { Op } from "./page";
import type { Area } from "./paragraph-strips";

/** Below the text. */
const distance = 20;

const numbered = (text: string, page: number, pages: number): string =>
  text.replace("{page}", String(page)).replace("{pages}", String(pages));

export function footerOps(footer: Footer, setup: PageSetup, area: Area, page: number, pages: number): readonly Op[] {
  const ops: Op[] = [];
  const y = setup.height - setup.margin.bottom + distance;
  const paragraphOf = (text: string): Paragraph => ({
    kind: "paragraph",
    style: "footer",
    runs: [{ kind: "text", text: numbered(text, page, pages) }],
  });
  const pen = { op: (op: Op) => ops.push(op), bookmark: () => undefined };
  const [left] = linesOf(paragraphOf(footer.left), area.fonts, area.width);
  const [right] = linesOf(paragraphOf(footer.right), area.fonts, area.width);
  if (left) drawLine(pen, left, area.x, y);
  const width = right?.pieces.reduce((sum, piece) => sum + piece.width, 0) ?? 0;
  if (right) drawLine(pen, right, area.x + area.width - width, y);
  return ops;
}
