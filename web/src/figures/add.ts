// Pictures into a narrative: made ready, put away, and inserted as one undo step.
import type { PictureInfo } from "../core/door";
import type { Edits, Store } from "../core/store";
import type { BlobStore } from "../drafts/blob-store";
import { type PictureLimits, prepare, type Refusal } from "./prepare";
import { figureText } from "./text";

export interface Refused {
  readonly name: string;
  readonly says: string;
}

export interface Ready {
  readonly pictures: readonly PictureInfo[];
  readonly refused: readonly Refused[];
}

export const megabytes = (bytes: number): string =>
  figureText.megabytes((bytes / 1048576).toFixed(1).replace(".0", ""));

export function limitsOf({ form }: Store): PictureLimits & { readonly count: number; readonly total: number } {
  const { count = 100, kilobytes = 2048, totalKilobytes = 14000, longEdge = 1600 } = form.figures ?? {};
  return { count, bytes: kilobytes * 1024, total: totalKilobytes * 1024, longEdge };
}

/** Stores what can be read and still fits into the application; the rest is told with its reason. */
export async function makeReady(
  store: Store,
  blobs: BlobStore,
  files: readonly Blob[],
  instead?: string,
): Promise<Ready> {
  if (!(await store.rest.came())) return { pictures: [], refused: [] };
  const limits = limitsOf(store);
  const others = store.figures.value.filter(({ id }) => id !== instead);
  let room = limits.count - others.length;
  let left = others.reduce((sum, { bytes }) => sum - bytes, limits.total);
  const pictures: PictureInfo[] = [];
  const refused: Refused[] = [];
  for (const file of files) {
    const name = file instanceof File && file.name !== "" ? file.name : figureText.unnamed;
    const refuse = (says: string): void => void refused.push({ name, says });
    if (room <= 0) {
      refuse(figureText.tooMany(limits.count));
      continue;
    }
    const made = await prepare(file, limits);
    if (!made.ok) {
      refuse(figureText.refused[made.why satisfies Refusal]);
      continue;
    }
    const { bytes, type, width, height } = made.picture;
    if (bytes.byteLength > left) {
      refuse(figureText.tooHeavy(megabytes(limits.total)));
      continue;
    }
    room--;
    left -= bytes.byteLength;
    pictures.push({ type, width, height, bytes: bytes.byteLength, blob: await blobs.put(bytes, type) });
  }
  return { pictures, refused };
}

/** Where the text goes on after the line of a figure. */
export function endOfLine(text: string, n: number): number {
  const found = new RegExp(`^[^\\S\\n]*【图0*${n}】[^\\S\\n]*$`, "m").exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** Within `store.together`: one figure, its line at `at` (UTF-16). Gives where the next would follow. */
export function insertFigure(
  store: Store,
  edits: Edits,
  slot: number,
  at: number,
  picture: PictureInfo,
  caption = "",
): number {
  const before = new Set(store.figures.value.map(({ id }) => id));
  edits.session((session) => session.insertFigure(slot, at, caption, picture));
  const index = store.figures.value.findIndex(({ id }) => !before.has(id));
  return endOfLine(store.text(slot), index + 1);
}

export interface NewFigure {
  readonly picture: PictureInfo;
  readonly caption: string;
}

const ownLine = /^[^\S\n]*【图([0-9]{1,6})】[^\S\n]*$/;

/**
 * For imports, within `store.together`: a narrative's new text in which 【图n】 stands for the n-th of `figures`, n counted
 * within this text. Figures that stood there before stay in the list, without a place.
 */
export function setWithFigures(
  store: Store,
  edits: Edits,
  slot: number,
  text: string,
  figures: readonly NewFigure[],
): void {
  const kept: string[] = [];
  const places: { readonly line: number; readonly figure: NewFigure }[] = [];
  for (const line of text.split("\n")) {
    const figure = figures[Number(ownLine.exec(line)?.[1] ?? 0) - 1];
    if (figure) places.push({ line: kept.length, figure });
    else kept.push(line);
  }
  edits.set(slot, kept.join("\n"));
  // From the last to the first: what stands before a place does not move.
  for (const { line, figure } of [...places].reverse()) {
    const at = kept.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    insertFigure(store, edits, slot, at, figure.picture, figure.caption);
  }
}

export function addPictures(store: Store, slot: number, at: number, pictures: readonly PictureInfo[]): void {
  if (pictures.length === 0) return;
  store.together(figureText.insertLabel, (edits) => {
    let place = at;
    for (const picture of pictures) place = insertFigure(store, edits, slot, place, picture);
  });
}
