// Sweeps out what nothing needs any more: pictures that no draft and no version names. Only when everything could be read:
// a picture whose draft we did not see must stay.
import type { App } from "../../shell/app";
import { blobIdPattern } from "../blob-store";
import { rfc3339 } from "../time";

/** Gives how many pictures went. */
export async function sweepPictures({ shelf, blobs, store }: App): Promise<number> {
  const inUse = new Set<string>();
  const note = (text: string): void => {
    for (const [id] of text.matchAll(blobIdPattern)) inUse.add(id);
  };
  try {
    const [texts, versions] = await shelf.database.use((db) =>
      Promise.all([db.getAll("texts"), db.getAll("versionTexts")]),
    );
    for (const { text } of [...texts, ...versions, ...shelf.journal.list()]) note(text);
    note(store.draft(rfc3339(new Date())));
    return await blobs.gc(inUse);
  } catch {
    return 0;
  }
}
