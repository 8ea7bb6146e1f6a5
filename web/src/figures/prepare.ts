// A picture as it is kept: turned upright, no larger than needed, and nothing of the camera's notes (place, time, device),
// because only its pixels go through a canvas.
import { kindOf, type PictureKind } from "./kind";
import { hasFewColours, prefersPng, type Size, within } from "./size";

export interface Prepared extends Size {
  readonly bytes: ArrayBuffer;
  readonly type: "image/jpeg" | "image/png";
}

export type Refusal = Exclude<PictureKind, "picture"> | "tooLarge" | "stillTooLarge";
export type Outcome = { readonly ok: true; readonly picture: Prepared } | { readonly ok: false; readonly why: Refusal };

export interface PictureLimits {
  readonly longEdge: number;
  readonly bytes: number;
}

const mostFileBytes = 50 * 1024 * 1024;
const mostPixels = 120e6;
/** From the best to what is still good to look at: quality of JPEG, and how much smaller than the long edge. */
const attempts: readonly (readonly [number, number])[] = [
  [0.85, 1],
  [0.75, 1],
  [0.75, 0.8],
  [0.65, 0.6],
];

async function shown(file: Blob): Promise<{ readonly image: HTMLImageElement; readonly done: () => void } | undefined> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  const loaded = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = url;
  if ((await loaded) && image.naturalWidth > 0) return { image, done: () => URL.revokeObjectURL(url) };
  URL.revokeObjectURL(url);
  return undefined;
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

/** On white: transparency would be black in JPEG and is white on paper. */
function drawn(image: HTMLImageElement, { width, height }: Size): HTMLCanvasElement | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

async function best(canvas: HTMLCanvasElement, photograph: boolean, quality: number): Promise<Blob | null> {
  const jpeg = await encoded(canvas, "image/jpeg", quality);
  if (photograph) return jpeg;
  const png = await encoded(canvas, "image/png");
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (!png || !jpeg || !pixels) return jpeg ?? png;
  return prefersPng(hasFewColours(pixels), png.size, jpeg.size) ? png : jpeg;
}

export async function prepare(file: Blob, limits: PictureLimits): Promise<Outcome> {
  if (file.size > mostFileBytes) return { ok: false, why: "tooLarge" };
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const kind = kindOf(head);
  if (kind !== "picture") return { ok: false, why: kind };
  const source = await shown(file);
  if (!source) return { ok: false, why: "unreadable" };
  try {
    const { naturalWidth, naturalHeight } = source.image;
    if (naturalWidth * naturalHeight > mostPixels) return { ok: false, why: "tooLarge" };
    for (const [quality, part] of attempts) {
      const size = within({ width: naturalWidth, height: naturalHeight }, Math.round(limits.longEdge * part));
      const canvas = drawn(source.image, size);
      const blob = canvas && (await best(canvas, head[0] === 0xff, quality));
      if (!blob) return { ok: false, why: "unreadable" };
      if (blob.size > limits.bytes) continue;
      const type = blob.type === "image/png" ? "image/png" : "image/jpeg";
      return { ok: true, picture: { bytes: await blob.arrayBuffer(), type, ...size } };
    }
    return { ok: false, why: "stillTooLarge" };
  } finally {
    source.done();
  }
}
