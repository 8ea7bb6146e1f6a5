// The document for the browser's own 打印…: made while `beforeprint` lasts, since nobody waits for what comes later. Pictures are
// fetched and decoded as they come into the draft.
import { watch } from "vue";
import { buildApplication } from "../../document/build";
import type { DraftFile } from "../../document/draft-file";
import { rfc3339 } from "../../drafts/time";
import { toBase64 } from "../../figures/base64";
import type { App } from "../../shell/app";
import { isStaged, printElement, stage } from "./print-document";

interface Ready {
  readonly base64: string;
  /** Loaded: it is there at once wherever it is put. */
  readonly image: HTMLImageElement;
}

export function serveBrowserPrint({ store, blobs }: App): void {
  const ready = new Map<string, Ready>();

  async function make(blob: string): Promise<void> {
    const stored = await blobs.get(blob);
    if (!stored || ready.has(blob)) return;
    const base64 = toBase64(stored.bytes);
    const image = new Image();
    image.src = `data:${stored.type};base64,${base64}`;
    await image.decode().catch(() => undefined);
    ready.set(blob, { base64, image });
  }
  watch(
    store.figures,
    (figures) => {
      for (const { blob, slot } of figures)
        if (blob !== undefined && slot !== undefined && !ready.has(blob)) void make(blob);
    },
    { immediate: true },
  );

  /** The draft with the pictures that are ready; its place says so where one is not. */
  function draftNow(): DraftFile {
    const draft = JSON.parse(store.draft(rfc3339(new Date()))) as DraftFile;
    const figures = (draft.figures ?? []).map((figure) => {
      const { blob = "" } = figure as { readonly blob?: string };
      return { ...figure, data: ready.get(blob)?.base64 ?? figure.data };
    });
    return { ...draft, figures };
  }

  window.addEventListener("beforeprint", () => {
    // A view in the form's place is printed as it is seen, and the document of the menu's own command stands there already.
    if (isStaged() || document.querySelector("main.view-place")) return;
    const paper = buildApplication(store.form, draftNow());
    const root = printElement(paper);
    const images = new Map([...ready.values()].map(({ image }) => [image.src, image] as const));
    for (const picture of root.querySelectorAll("img")) {
      const loaded = images.get(picture.src);
      if (!loaded) continue;
      const copy = loaded.isConnected ? (loaded.cloneNode() as HTMLImageElement) : loaded;
      copy.alt = "";
      copy.style.width = picture.style.width;
      picture.replaceWith(copy);
    }
    stage(paper, root);
  });
}
