// All drafts as one ZIP: each is a draft file of its own that can be opened singly. And back again.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export interface DraftFileText {
  readonly name: string;
  readonly text: string;
}

/** Together, unpacked: what the page can hold in memory without trouble. */
const largest = 200 * 1024 * 1024;

export function packDrafts(files: readonly DraftFileText[]): Uint8Array<ArrayBuffer> {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, text } of files) {
    const stem = name.replace(/\.json$/, "");
    let [free, n] = [name, 2];
    while (free in entries) free = `${stem}-${n++}.json`;
    entries[free] = strToU8(text);
  }
  return zipSync(entries, { level: 6 }) as Uint8Array<ArrayBuffer>;
}

/** Undefined when it is no ZIP, or holds no draft files. */
export function unpackDrafts(bytes: Uint8Array): DraftFileText[] | undefined {
  let room = largest;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith(".json") || originalSize > room) return false;
        room -= originalSize;
        return true;
      },
    });
    const files = Object.entries(entries).map(([name, content]) => ({ name, text: strFromU8(content) }));
    return files.length > 0 ? files : undefined;
  } catch {
    return undefined;
  }
}

export const looksZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
