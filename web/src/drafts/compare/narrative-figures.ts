// A narrative with its pictures, as one thing to compare and to take over. Lines 【图n】 are numbered over the whole draft; beside
// another draft they can only be held as the n-th of their narrative.
import type { PictureInfo } from "../../core/door";
import type { Edits, Store } from "../../core/store";
import type { DraftFile } from "../../document/draft-file";
import { figureList } from "./figure-list";

export interface NarrativeFigure {
  /** As in its own draft's 【图n】; 0 without a narrative. */
  readonly number: number;
  /** Id of its narrative; "" without one. */
  readonly field: string;
  readonly caption: string;
  readonly picture: PictureInfo;
  /** Base64, of a file: not among the stored pictures yet. */
  readonly data?: string;
}

export interface FigureSides {
  readonly left: readonly NarrativeFigure[];
  readonly right: readonly NarrativeFigure[];
}

export async function narrativeFigures(draft: Pick<DraftFile, "figures">): Promise<NarrativeFigure[]> {
  const named = await figureList(draft);
  return named.map(({ field, caption, picture: blob }, at) => {
    const { type, width, height, bytes, data } = (draft.figures?.[at] ?? {}) as Readonly<Record<string, unknown>>;
    const carried = typeof data === "string" ? data : "";
    const picture: PictureInfo = {
      type: String(type ?? ""),
      width: Number(width) || 0,
      height: Number(height) || 0,
      bytes: Number(bytes) || Math.floor((carried.replace(/=+$/, "").length * 3) / 4),
      blob,
    };
    // What is only kept has no number.
    return { number: field === "" ? 0 : at + 1, field, caption, picture, ...(carried === "" ? {} : { data: carried }) };
  });
}

const marker = /^([^\S\n]*【图)0*([0-9]{1,6})(】[^\S\n]*)$/gm;

/** 【图n】 as the n-th of these figures; one that stands for none of them has the number after the last. */
export const withinNarrative = (text: string, own: readonly NarrativeFigure[]): string =>
  text.replace(marker, (_, head: string, n: string, tail: string) => {
    const at = own.findIndex(({ number }) => number === Number(n));
    return `${head}${(at < 0 ? own.length : at) + 1}${tail}`;
  });

const shows = ({ caption, picture }: NarrativeFigure): string => `${picture.blob}\n${caption}`;

export const sameNarrative = (left: string, right: string, own: FigureSides): boolean =>
  own.left.map(shows).join("\n\n") === own.right.map(shows).join("\n\n") &&
  (left === right || withinNarrative(left, own.left) === withinNarrative(right, own.right));

/** Within `store.together`: the text and the pictures of the right stand in this narrative, and no others. */
export function takeNarrative(
  store: Store,
  edits: Edits,
  slot: number,
  text: string,
  figures: readonly NarrativeFigure[],
): void {
  for (const figure of store.figures.value) {
    if (figure.slot === slot) edits.session((session) => session.removeFigure(figure.id));
  }
  edits.set(slot, "");
  for (const { caption, picture } of figures) {
    const at = store.text(slot).length;
    edits.session((session) => session.insertFigure(slot, at, caption, picture));
  }
  const all = store.figures.value;
  const before = all.findIndex((figure) => figure.slot === slot);
  const local = withinNarrative(text, figures);
  const numbered = local.replace(marker, (_, head: string, n: string, tail: string) => {
    const number = Number(n) > figures.length ? all.length + 1 : before + Number(n);
    return `${head}${number}${tail}`;
  });
  edits.set(slot, numbered);
}

/** How many pictures these would be with the right's narratives in the place of the left's, and how heavy. */
export function afterTaking(
  all: readonly NarrativeFigure[],
  taken: readonly FigureSides[],
): { readonly count: number; readonly bytes: number } {
  const gone = new Set(taken.flatMap(({ left }) => left));
  const after = [...all.filter((figure) => !gone.has(figure)), ...taken.flatMap(({ right }) => right)];
  return { count: after.length, bytes: after.reduce((sum, { picture }) => sum + picture.bytes, 0) };
}
