// What the page knows of pictures from the start: that a draft that is taken away needs them. The rest is loaded when there are any.
import { rfc3339 } from "../drafts/time";
import type { App } from "../shell/app";

/** The draft with its pictures, as a file that leaves the browser. */
export async function wholeDraft(app: App, now: Date): Promise<string> {
  const { store, banners } = app;
  const draft = store.draft(rfc3339(now));
  if (store.figures.value.length === 0) return draft;
  const [{ withPictures }, { figureText }] = await Promise.all([import("./carry"), import("./text")]);
  const { text, missing } = await withPictures(draft, app.blobs);
  if (missing > 0) banners.show({ topic: "figures", tone: "bad", text: figureText.missing(missing) });
  return text;
}
