// Figures are counted through the form, in the order the draft has them: 【图n】 is the place of the n-th.
import { type DraftFigure, pointer } from "../draft-file";
import type { Figure, Paragraph } from "../model";
import { paperText } from "../text";
import type { Context } from "./context";
import { linesOf, paragraph, printed, typed } from "./runs";

export interface Numbered {
  readonly number: number;
  readonly field: string;
  readonly block: Figure | Paragraph;
}

/** The figure a line stands for; undefined when it is a line of text. The core counts by the same rule. */
export function numberAt(line: string): number | undefined {
  const match = /^\s*【图([0-9]{1,6})】\s*$/.exec(line);
  return match ? Number(match[1]) : undefined;
}

/** Pixels of a screen, 96 to the inch. */
const pointsPerPixel = 0.75;
const mostOfPage = 0.45;

/** As large as on a screen, but within the text width and about half a page. */
export function fit(width: number, height: number, within: { width: number; height: number }): Figure["size"] {
  const scale = Math.min(pointsPerPixel, within.width / width, (within.height * mostOfPage) / height);
  return { width: Math.round(width * scale * 100) / 100, height: Math.round(height * scale * 100) / 100 };
}

function figureBlock(context: Context, figure: DraftFigure, index: number): Figure | Paragraph {
  const { type, width, height } = figure;
  const data = (figure as Partial<DraftFigure>).data ?? "";
  const number = index + 1;
  const caption = linesOf(figure.caption).join(" ").trim();
  const label = printed(paperText.figure(number) + (caption === "" ? "" : "　"));
  const words = caption === "" ? [] : [typed(caption, pointer("figures", index, "caption"))];
  // A draft may name a picture that is not here: its place is kept and says so.
  if (data === "") return paragraph("caption", label, ...words, printed(paperText.noPicture));
  return {
    kind: "figure",
    source: pointer("figures", index),
    number,
    image: { type, base64: data, width, height },
    size: fit(width, height, context),
    caption: paragraph("caption", label, ...words),
  };
}

/** In the order of their numbers. Pictures that are only kept are not part of the application. */
export const numberFigures = (context: Context): readonly Numbered[] =>
  (context.draft.figures ?? []).flatMap((figure, index) =>
    figure.field === undefined
      ? []
      : [{ number: index + 1, field: figure.field, block: figureBlock(context, figure, index) }],
  );
