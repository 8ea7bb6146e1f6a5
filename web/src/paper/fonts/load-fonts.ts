// Fetches the fonts when they are first needed, once. They come gzipped; a server may have unpacked them on the way.

import { fontUrls } from "virtual:fonts";
import { gunzipSync } from "fflate";
import { readPageBytes } from "../../core/page-file";
import { NoFonts, NotLoaded } from "../errors";
import type { FontName } from "../layout/faces";

const loaded = new Map<FontName, Promise<Uint8Array>>();

async function fetchFont(url: string): Promise<Uint8Array> {
  const read = readPageBytes(url).catch((error: unknown) => {
    throw new NotLoaded(String(error));
  });
  const bytes = new Uint8Array(await read);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

export const hasFont = (name: FontName): boolean => fontUrls[name] !== undefined;

/** A failure is not remembered: the next try may have a network. */
export function loadFont(name: FontName): Promise<Uint8Array> {
  const url = fontUrls[name];
  if (url === undefined) return Promise.reject(new NoFonts(name));
  let font = loaded.get(name);
  if (!font) {
    font = fetchFont(url);
    loaded.set(name, font);
    font.catch(() => loaded.delete(name));
  }
  return font;
}
