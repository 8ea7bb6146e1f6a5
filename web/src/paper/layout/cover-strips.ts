// The cover: mark, title, underlined lines and date of issue, spread over its page. Long values make it longer, never lose text.
import { type Cover, type PageSetup, type Paragraph, type Points, type Run, textHeight } from "../../document/model";
import type { StyleName } from "../../document/styles";
import { drawLine } from "./draw-line";
import { linesOf } from "./lines";
import type { Area } from "./paragraph-strips";
import { paragraphStrips } from "./paragraph-strips";
import { type Strip, space } from "./strip";

/** Labels and values stand in two columns, in from the edges. */
const inset = 50;
const labelWidth = 82;
const lineGap = 16;
/** Of the free height: above the title, between title and lines, below the lines. */
const shares = [0.24, 0.26, 0.5];

const paragraphOf = (style: StyleName, runs: readonly Run[]): Paragraph => ({ kind: "paragraph", style, runs });
const words = (text: string): readonly Run[] => (text === "" ? [] : [{ kind: "text", text }]);

function lineStrips(cover: Cover, area: Area): readonly Strip[] {
  const x = area.x + inset;
  const width = area.width - 2 * inset;
  const from = x + labelWidth;
  const room = width - labelWidth;
  return cover.lines.flatMap(({ label, runs }) => {
    const labels = linesOf(paragraphOf("coverLabel", words(`${label}：`)), area.fonts, labelWidth);
    const values = linesOf(paragraphOf("coverValue", runs), area.fonts, room - 8);
    const count = Math.max(labels.length, values.length);
    return Array.from({ length: count }, (_, n): Strip => {
      const [left, right] = [labels[n], values[n]];
      const height = (left ?? right)?.height ?? 0;
      return {
        height,
        before: n === 0 ? lineGap : 4,
        glued: false,
        draw(pen, y) {
          if (left) drawLine(pen, left, x, y);
          if (!right) return;
          drawLine(pen, right, from + 4, y);
          pen.op({ kind: "line", x1: from, y1: y + height, x2: from + room, y2: y + height });
        },
      };
    });
  });
}

export function coverStrips(cover: Cover, area: Area, page: PageSetup): readonly Strip[] {
  const mark = paragraphStrips(paragraphOf("mark", words(cover.mark)), area);
  const title = paragraphStrips(paragraphOf("coverTitle", words(cover.title)), area);
  const lines = lineStrips(cover, area);
  const issued = paragraphStrips(paragraphOf("coverIssued", words(cover.issued)), area);
  const all = [...mark, ...title, ...lines, ...issued];
  const used = all.reduce((sum, { height, before }) => sum + height + before, 0);
  const free = Math.max(0, textHeight(page) - used - 1);
  const [above = 0, between = 0, below = 0] = shares.map((share): Points => share * free);
  return [...mark, space(above), ...title, space(between), ...lines, space(below), ...issued];
}
