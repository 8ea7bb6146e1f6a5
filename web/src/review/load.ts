// Fetches the reader and what it knows, once in a session, and lets it read the open draft.
import { url as knowledgeUrl } from "virtual:narrative-knowledge";
import { url as readerUrl } from "virtual:narrative-reader";
import { url as wordingUrl } from "virtual:narrative-wording";
import { readPageBytes, readPageText } from "../core/page-file";
import type { App } from "../shell/app";
import { type Check, readChecks } from "./checks";
import { createReader, type Reader } from "./reader";
import { Review } from "./review";

let coming: Promise<Review> | undefined;

/** A reader of its own, for drafts that are not open. */
export async function loadReader(): Promise<{ reader: Reader; checks: readonly Check[] }> {
  const [wasm, knowledge, wording] = await Promise.all([
    readPageBytes(readerUrl),
    readPageText(knowledgeUrl),
    readPageText(wordingUrl),
  ]);
  return { reader: await createReader(wasm, knowledge, wording), checks: readChecks(knowledge, wording) };
}

async function load(app: App): Promise<Review> {
  const { reader, checks } = await loadReader();
  const review = new Review(app.store, reader, checks);
  app.review.value = review;
  return review;
}

/** Rejects when it cannot be had; the next call tries again. */
export function loadReview(app: App): Promise<Review> {
  coming ??= load(app).catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming;
}
