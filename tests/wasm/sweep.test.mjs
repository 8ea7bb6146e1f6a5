// Pictures are swept out when no draft and no version names them, and never before.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { flush, makeBrowser, openPage, slotOf } from "./real-store.mjs";

const { sweepPictures } = await loadTs("web/src/drafts/list/sweep.ts");
const { BlobStore } = await loadTs("web/src/drafts/blob-store.ts");
const hash = async (bytes) => createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
const bytesOf = (text) => new TextEncoder().encode(text).buffer;

it("pictures of drafts, of versions, of the second copy and of the page itself stay; others go", async () => {
  const page = openPage(makeBrowser());
  await page.workspace.create(undefined, {});
  const blobs = new BlobStore(page.database, hash);
  const ids = [];
  for (const name of ["version", "draft", "unsaved", "nobody"]) ids.push(await blobs.put(bytesOf(name), "image/png"));
  const overview = slotOf(page.store, "overview");
  // Where in the text an id stands does not matter.
  page.store.type(overview, ids[0]);
  await flush(page);
  await page.workspace.keeper.keep("hand");
  page.store.type(overview, ids[1]);
  await flush(page);
  page.store.type(overview, ids[2]);

  const later = new BlobStore(page.database, hash);
  const app = { shelf: page.shelf, blobs: later, store: page.store };
  assert.equal(await sweepPictures(app), 0, "new ones stay for a day");
  const now = Date.now;
  Date.now = () => now() + 2 * 24 * 3600 * 1000;
  try {
    assert.equal(await sweepPictures(app), 1);
  } finally {
    Date.now = now;
  }
  assert.deepEqual(await Promise.all(ids.map(async (id) => (await later.get(id)) !== undefined)), [
    true,
    true,
    true,
    false,
  ]);
  const { use } = page.database;
  page.database.use = () => Promise.reject(new DOMException("broken", "UnknownError"));
  assert.equal(await sweepPictures(app), 0, "who cannot read everything sweeps nothing");
  page.database.use = use;
});
