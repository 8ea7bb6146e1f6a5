// Decisions about how a picture is kept. Pure.

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** No larger than that, never enlarged, never less than one pixel. */
export function within({ width, height }: Size, longEdge: number): Size {
  const scale = Math.min(1, longEdge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Up to here a picture is a chart or a screenshot rather than a photograph. */
const fewColours = 256;

/** Whether the pixels (RGBA) show few colours. Looks at one in some, of large pictures. */
export function hasFewColours(pixels: Uint8ClampedArray): boolean {
  const step = Math.max(1, Math.floor(pixels.length / 4 / 400_000)) * 4;
  const seen = new Set<number>();
  for (let i = 0; i < pixels.length; i += step) {
    seen.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
    if (seen.size > fewColours) return false;
  }
  return true;
}

/** PNG keeps lines and letters sharp: where it costs little, or saves. */
export function prefersPng(few: boolean, pngBytes: number, jpegBytes: number): boolean {
  return pngBytes <= jpegBytes || (few && pngBytes <= 400 * 1024);
}
