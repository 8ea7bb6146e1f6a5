// Pictures of a Word file on their way into the draft: which are there already, which can come, which cannot and why.
import type { PictureInfo } from "../core/door";
import type { Edits, Store } from "../core/store";
import type { BlobStore } from "../drafts/blob-store";
import { insertFigure, limitsOf, makeReady } from "../figures/add";
import { fromBase64 } from "../figures/base64";
import { noNarrative } from "../figures/no-narrative";
import type { KeptInside } from "./aside";
import { withFigureLines } from "./figure-lines";
import { figureLine } from "./match/pictures";
import type { PictureReading } from "./match/result";
import { wordText } from "./text";

export interface ReadyFigures {
  readonly coming: ReadonlyMap<PictureReading, PictureInfo>;
  /** Figures of the draft, as the file shows them too. */
  readonly present: ReadonlySet<PictureReading>;
  readonly refused: ReadonlyMap<PictureReading, string>;
  /** Kept without a narrative: those that stand in none, and those no browser can show, as they came. */
  readonly kept: ReadonlyMap<PictureReading, PictureInfo>;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether the draft's figure of that number is this very picture: then its line stays a line. */
async function isPresent(store: Store, blobs: BlobStore, { picture, slot, marker }: PictureReading): Promise<boolean> {
  const n = Number(/\d+/.exec(marker ?? "")?.[0] ?? 0);
  const figure = store.figures.value[n - 1];
  if (!figure?.blob || figure.slot !== slot || !picture.bytes) return false;
  const kept = await blobs.get(figure.blob);
  return kept !== undefined && sameBytes(new Uint8Array(kept.bytes), picture.bytes);
}

/** Makes ready what can come, those of narratives first; nothing of the draft changes yet. `homeless`: undefined to keep none. */
export async function readyFigures(
  store: Store,
  blobs: BlobStore,
  housed: readonly PictureReading[],
  homeless: readonly PictureReading[] | undefined,
): Promise<ReadyFigures> {
  const readings = [...housed, ...(homeless ?? [])];
  const present = new Set<PictureReading>();
  const refused = new Map<PictureReading, string>();
  const coming = new Map<PictureReading, PictureInfo>();
  const files: File[] = [];
  const asked: PictureReading[] = [];
  for (const reading of readings) {
    const { bytes, type } = reading.picture;
    if (await isPresent(store, blobs, reading)) present.add(reading);
    else if (!bytes) refused.set(reading, wordText.pictureMissing);
    else {
      // The name tells afterwards which was refused.
      files.push(new File([bytes.slice()], String(asked.length), { type }));
      asked.push(reading);
    }
  }
  const made = await makeReady(store, blobs, files);
  const why = new Map(made.refused.map(({ name, says }) => [Number(name), says] as const));
  const pictures = [...made.pictures];
  for (const [n, reading] of asked.entries()) {
    const says = why.get(n);
    const picture = says === undefined ? pictures.shift() : undefined;
    if (picture) coming.set(reading, picture);
    else refused.set(reading, says ?? wordText.pictureMissing);
  }
  const kept = new Map<PictureReading, PictureInfo>();
  for (const reading of homeless ?? []) {
    const picture = coming.get(reading);
    if (!picture) continue;
    coming.delete(reading);
    if (isNew(picture)) kept.set(reading, picture);
    else present.add(reading);
  }
  if (homeless) await keepAsTheyCame();
  return { coming, present, refused, kept };

  /** A picture at the head of every page is one; what an earlier import brought does not come again. */
  function isNew({ blob }: PictureInfo): boolean {
    return ![...store.figures.value, ...coming.values(), ...kept.values()].some((other) => other.blob === blob);
  }

  /** What no browser shows, within what a draft can carry. */
  async function keepAsTheyCame(): Promise<void> {
    const { count, total } = limitsOf(store);
    const here = [...store.figures.value, ...coming.values(), ...kept.values()];
    let room = count - here.length;
    let left = here.reduce((sum, { bytes }) => sum - bytes, total);
    for (const reading of [...refused.keys()]) {
      const { bytes, type } = reading.picture;
      if (!bytes || bytes.byteLength > left || room <= 0) continue;
      // What calls itself a JPEG or PNG and is none must not be taken for one.
      const own = /^image\/(?!jpeg$|png$)[\w.+-]+$/.test(type) ? type : "application/octet-stream";
      const blob = await blobs.put(bytes.slice().buffer, own);
      const picture = { type: own, width: 0, height: 0, bytes: bytes.byteLength, blob };
      if (!isNew(picture)) {
        present.add(reading);
        refused.delete(reading);
        continue;
      }
      kept.set(reading, picture);
      room--;
      left -= bytes.byteLength;
    }
  }
}

export type Captioned = readonly [caption: string, picture: PictureInfo];

export const keptOf = ({ kept }: ReadyFigures): readonly Captioned[] =>
  [...kept].map(
    ([
      {
        caption,
        captionLine,
        picture: { alt },
      },
      info,
    ]) => [caption ?? captionLine ?? alt ?? "", info],
  );

/** Within `store.together`: without a narrative. */
export function keepPictures(edits: Edits, pictures: readonly Captioned[]): void {
  for (const [caption, info] of pictures) {
    edits.session((session) => session.insertFigure(noNarrative, 0, caption, info));
  }
}

/** Pictures the draft inside the file kept: put away, those this draft has already left out. */
export async function readyInside(
  store: Store,
  blobs: BlobStore,
  inside: readonly KeptInside[],
): Promise<readonly Captioned[]> {
  const ready: Captioned[] = [];
  const known = new Set(store.figures.value.map(({ blob }) => blob));
  for (const { caption, base64, type, width, height } of inside) {
    const bytes = fromBase64(base64);
    if (!bytes) continue;
    const blob = await blobs.put(bytes, type);
    if (!known.has(blob)) ready.push([caption, { type, width, height, bytes: bytes.byteLength, blob }]);
    known.add(blob);
  }
  return ready;
}

/** Numbers beyond all figures: such a line gives way to the figure that is put in at its place, and no other changes it. */
const beyond = 900_000;

/** Within `store.together`: a long text with the pictures that belong to it. */
export function writeWithFigures(
  store: Store,
  edits: Edits,
  slot: number,
  text: string,
  own: readonly PictureReading[],
  { coming, present }: ReadyFigures,
): void {
  const stays = own.filter((reading) => !present.has(reading));
  const lines = new Map(
    stays.filter((reading) => coming.has(reading)).map((reading, n) => [reading, figureLine(beyond + n)] as const),
  );
  const written = withFigureLines(text, stays, (reading) => lines.get(reading));
  // Printed at the end because no line of the draft placed them.
  const last = [...lines].filter(([reading]) => !written.placed.has(reading)).map(([, line]) => line);
  edits.set(slot, [...(written.text === "" ? [] : [written.text]), ...last].join("\n"));
  for (const [reading, line] of lines) {
    const picture = coming.get(reading);
    if (picture) insertFigure(store, edits, slot, store.text(slot).indexOf(line), picture, reading.caption ?? "");
  }
  // The core leaves a line to go on writing in.
  const now = store.text(slot);
  if (lines.size > 0 && now.endsWith("\n") && !text.endsWith("\n")) edits.set(slot, now.slice(0, -1));
}
