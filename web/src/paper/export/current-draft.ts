// The draft as it is now, for exporting. The time it bears is that of the first export since the last change, so that exporting
// the same draft twice gives the same bytes.
import type { Store } from "../../core/store";
import type { DraftFile } from "../../document/draft-file";
import { rfc3339 } from "../../drafts/time";
import { withPictures } from "../../figures/carry";
import type { App } from "../../shell/app";

interface Taken {
  /** Without what counts savings. */
  readonly content: string;
  readonly json: string;
}
const taken = new WeakMap<Store, Taken>();

export interface CurrentDraft {
  readonly json: string;
  readonly draft: DraftFile;
}

function contentOf(json: string): string {
  return JSON.stringify({ ...(JSON.parse(json) as object), origin: undefined });
}

export async function currentDraft({ store, blobs }: App, now: Date = new Date()): Promise<CurrentDraft> {
  const content = contentOf(store.draft(""));
  let known = taken.get(store);
  if (known?.content !== content) {
    known = { content, json: (await withPictures(store.draft(rfc3339(now)), blobs)).text };
    taken.set(store, known);
  }
  return { json: known.json, draft: JSON.parse(known.json) as DraftFile };
}
