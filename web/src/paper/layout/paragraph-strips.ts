// Paragraphs and figures as strips. A heading holds on to what follows; no paragraph leaves a single line alone on a page.
import type { Figure, Paragraph, Points } from "../../document/model";
import { styleOf } from "../../document/styles";
import { drawLine } from "./draw-line";
import type { Fonts } from "./faces";
import { linesOf } from "./lines";
import type { Strip } from "./strip";

export interface Area {
  readonly x: Points;
  readonly width: Points;
  readonly fonts: Fonts;
}

const plain = (paragraph: Paragraph): string =>
  paragraph.runs.map((run) => (run.kind === "text" ? run.text : "")).join("");

export function paragraphStrips(paragraph: Paragraph, { x, width, fonts }: Area): readonly Strip[] {
  const style = styleOf(paragraph.style);
  const lines = linesOf(paragraph, fonts, width);
  const last = lines.length - 1;
  const holds = style.level !== undefined || style.keepWithNext === true;
  const strips: Strip[] = lines.map((line, n) => ({
    height: line.height,
    before: n === 0 ? (style.before ?? 0) : 0,
    glued: n === last ? holds : holds || n === 0 || n === last - 1,
    draw(pen, y) {
      if (n === 0 && style.level !== undefined) pen.bookmark(plain(paragraph), style.level, y);
      drawLine(pen, line, x, y);
    },
  }));
  const after = style.after ?? 0;
  if (after > 0) strips.push({ height: after, before: 0, glued: holds, draw: () => undefined });
  return strips;
}

/** The picture in the middle of the line, its caption below it. */
export function figureStrips(figure: Figure, area: Area): readonly Strip[] {
  const { width, height } = figure.size;
  const source = `data:${figure.image.type};base64,${figure.image.base64}`;
  const picture: Strip = {
    height: height + 4,
    before: 6,
    glued: true,
    draw: (pen, y) =>
      pen.op({
        kind: "image",
        source,
        caption: plain(figure.caption),
        x: area.x + (area.width - width) / 2,
        y,
        width,
        height,
      }),
  };
  return [picture, ...paragraphStrips(figure.caption, area)];
}
