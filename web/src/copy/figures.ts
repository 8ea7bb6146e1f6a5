// The draft's figures as the portal takes them: one picture and one caption at a time.
import { shallowReactive } from "vue";
import type { Store } from "../core/store";
import type { BlobStore } from "../drafts/blob-store";
import { toBase64 } from "../figures/base64";
import { copyText } from "./text";

export interface CopyFigure {
  readonly id: string;
  /** Id of its narrative. */
  readonly field: string;
  /** 图1 */
  readonly name: string;
  readonly caption: string;
  /** As in HTTP: image/jpeg. */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Base64. */
  readonly data: string;
}

/** Pictures that have been fetched from where they are kept, by their names there. */
const fetched = shallowReactive(new Map<string, string>());

/** Fetches what is not here yet; `figuresOf` shows it as it comes. */
export async function fetchPictures(store: Store, blobs: BlobStore): Promise<void> {
  for (const { blob } of store.figures.value) {
    if (blob === undefined || fetched.has(blob)) continue;
    const kept = await blobs.get(blob);
    if (kept) fetched.set(blob, toBase64(kept.bytes));
  }
}

/** Those whose picture is here. */
export function figuresOf(store: Store): readonly CopyFigure[] {
  return store.figures.value.flatMap(({ id, slot, caption, type, width, height, blob = "" }, n) => {
    const data = fetched.get(blob);
    const field = slot === undefined ? undefined : store.index.scalars.get(slot)?.field.id;
    if (data === undefined || field === undefined) return [];
    return [{ id: `figure-${id}`, field, name: copyText.figure(n + 1), caption, type, width, height, data }];
  });
}

export const addressOf = ({ type, data }: CopyFigure): string => `data:${type};base64,${data}`;

function bytesOf({ data }: CopyFigure): Uint8Array<ArrayBuffer> {
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export const fileOf = (figure: CopyFigure): Blob => new Blob([bytesOf(figure)], { type: figure.type });

/** Clipboards take pictures only as PNG. */
async function asPng(figure: CopyFigure): Promise<Blob> {
  if (figure.type === "image/png") return fileOf(figure);
  const picture = new Image();
  picture.src = addressOf(figure);
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

export const canCopyPictures = (): boolean =>
  "ClipboardItem" in window && typeof (navigator.clipboard as Clipboard | undefined)?.write === "function";

/** Call it in the course of a click. False when the browser refuses; the file can still be downloaded. */
export async function copyPicture(figure: CopyFigure): Promise<boolean> {
  if (!canCopyPictures()) return false;
  try {
    // Safari wants the promise itself, or the click is over when it comes.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": asPng(figure) })]);
    return true;
  } catch {
    return false;
  }
}
