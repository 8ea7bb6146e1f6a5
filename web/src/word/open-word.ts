// Opens a Word file: reads it, lays it against the form and shows what would be taken over. Until somebody says so nothing of
// the draft changes.
import { parseInert } from "../core/trusted";
import { incomingText } from "../exchange/text";
import type { App } from "../shell/app";
import { text } from "../text/zh-cn";
import { asideInside, picturesInside } from "./aside";
import { exactTexts } from "./exact";
import { readyInside } from "./figures-in";
import { matchSteps } from "./match/match";
import { limits } from "./read/limits";
import { breathing, inSlices, readWord, type Surroundings } from "./read/read-word";
import { failureText, wordText } from "./text";

const around: Surroundings = {
  parser: { parseFromString: parseInert },
  pause: () => new Promise((resolve) => window.setTimeout(resolve)),
  now: () => performance.now(),
};

async function bytesOf(file: File): Promise<Uint8Array | string> {
  if (file.size > limits.file) return failureText.tooLarge;
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return incomingText.unreadable;
  }
}

export async function importWord(app: App, file: File): Promise<void> {
  const refuse = async (line: string): Promise<void> => {
    app.views.loading.value = undefined;
    const lines = [line, incomingText.openFailedEnd];
    await app.dialogs.ask({ title: incomingText.openFailed(file.name), lines, cancel: text.understood });
  };
  const bytes = await bytesOf(file);
  if (typeof bytes === "string") return refuse(bytes);
  const read = await readWord(bytes, around);
  if (!read.ok) return refuse(failureText[read.code]);
  const { form } = app.store;
  const result = exactTexts(
    form,
    await inSlices(matchSteps(form, read.document), breathing(around)),
    read.document.draft,
  );
  if (result.known === 0) return refuse(wordText.nothingKnown(form.title));
  await app.views.open({
    id: "import",
    kind: "page",
    title: wordText.title,
    load: app.store.rest.with(() => import("./view/import-view.vue")),
    props: {
      name: file.name,
      result,
      kept: asideInside(form, read.document.draft),
      inside: await readyInside(app.store, app.blobs, picturesInside(form, read.document.draft)),
    },
  });
}
