// Pictures on their way into and out of a draft file. In the browser a draft only names them; a file that is taken away holds
// their bytes.
import type { Store } from "../core/store";
import type { BlobStore } from "../drafts/blob-store";
import { fromBase64, toBase64 } from "./base64";

/** In the core's own text nothing else can look like this: a line of two spaces, and no raw line breaks in texts. */
const list = /\n {2}"figures": \[[\s\S]*?\n {2}\]/;
const named = /"bytes": \d+,\s*"blob": "(sha256-[0-9a-f]{64})"/g;

export interface Carried {
  readonly text: string;
  /** Pictures that are not here: they stay named. */
  readonly missing: number;
}

/** The draft as the core writes it, with the pictures themselves: what is downloaded, printed or turned into Word. */
export async function withPictures(draft: string, blobs: BlobStore): Promise<Carried> {
  const found = list.exec(draft);
  if (!found) return { text: draft, missing: 0 };
  const data = new Map<string, string>();
  let missing = 0;
  for (const [, id = ""] of found[0].matchAll(named)) {
    const blob = await blobs.get(id);
    if (blob) data.set(id, toBase64(blob.bytes));
    else missing++;
  }
  const carried = found[0].replace(named, (same, id: string) => {
    const base64 = data.get(id);
    return base64 === undefined ? same : `"data": "${base64}"`;
  });
  return { text: draft.slice(0, found.index) + carried + draft.slice(found.index + found[0].length), missing };
}

/** Puts away the bytes that came with a file just opened. Gives how many were no base64 after all. */
export async function keepPictures(store: Store, blobs: BlobStore): Promise<number> {
  let broken = 0;
  for (const { id, type, blob } of store.figures.value) {
    if (blob !== undefined) continue;
    const data = store.pictureData(id);
    const bytes = data === "" ? undefined : fromBase64(data);
    if (!bytes) {
      broken++;
      continue;
    }
    const name = await blobs.put(bytes, type);
    // Another draft may have been opened meanwhile.
    if (store.pictureData(id) === data) store.storePicture(id, name, bytes.byteLength);
  }
  return broken;
}
