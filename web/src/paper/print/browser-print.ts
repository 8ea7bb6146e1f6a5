// The document for the browser's own 打印…: made while `beforeprint` lasts, since nobody waits for what comes later. So pictures are
// loaded as they come into the draft, and a picture that could be printed once stays so when it is put away.
import { watch } from "vue";
import { buildApplication } from "../../document/build";
import type { DraftFile } from "../../document/draft-file";
import type { StoredBlob } from "../../drafts/blob-store";
import { rfc3339 } from "../../drafts/time";
import { toBase64 } from "../../figures/base64";
import type { App } from "../../shell/app";
import { addressOf, isStaged, type PictureData, printElement, stage } from "./print-document";

/** `put`: pictures put away just before. */
export function serveBrowserPrint({ store, blobs }: App, put: readonly StoredBlob[]): void {
  /** By address. Loaded, a picture is there at once wherever it is put. */
  const images = new Map<string, HTMLImageElement>();
  /** Of the pictures a draft names, in base64; undefined for one that is not in this browser. */
  const contents = new Map<string, string | undefined>();

  function load(data: PictureData): void {
    const address = addressOf(data);
    if (images.has(address)) return;
    const image = new Image();
    image.src = address;
    images.set(address, image);
    // What cannot be decoded is printed as the browser shows it.
    image.decode().catch(() => undefined);
  }
  function keep({ id, bytes, type }: StoredBlob): void {
    const base64 = toBase64(bytes);
    contents.set(id, base64);
    load({ type, base64 });
  }
  async function read(blob: string): Promise<void> {
    const stored = await blobs.get(blob);
    if (contents.get(blob) !== undefined) return;
    if (stored) keep(stored);
    else contents.set(blob, undefined);
  }

  // Before the draft names them.
  blobs.onPut = keep;
  put.forEach(keep);
  watch(
    store.figures,
    (figures) => {
      for (const { id, type, blob, slot } of figures) {
        if (slot === undefined) continue;
        if (blob === undefined) load({ type, base64: store.pictureData(id) });
        else if (contents.get(blob) === undefined) void read(blob);
      }
    },
    { immediate: true },
  );

  /** Whether it is known of each picture what it holds, or that it is not here. */
  function allRead(): boolean {
    return store.figures.value.every(
      ({ blob, slot }) => slot === undefined || blob === undefined || contents.has(blob),
    );
  }
  function draftNow(): DraftFile {
    const draft = JSON.parse(store.draft(rfc3339(new Date()))) as DraftFile;
    const figures = (draft.figures ?? []).map((figure) => {
      const { blob = "" } = figure as { readonly blob?: string };
      return { ...figure, data: contents.get(blob) ?? figure.data };
    });
    return { ...draft, figures };
  }
  /** Puts the loaded pictures into their places. False when one is still being loaded. */
  function fill(root: HTMLElement): boolean {
    for (const place of root.querySelectorAll("img")) {
      const image = images.get(place.getAttribute("src") ?? "");
      if (!image?.complete) return false;
      // The same picture may stand there twice.
      const picture = root.contains(image) ? (image.cloneNode() as HTMLImageElement) : image;
      picture.alt = "";
      picture.style.width = place.style.width;
      place.replaceWith(picture);
    }
    return true;
  }

  window.addEventListener("beforeprint", () => {
    // A view in the form's place is printed as it is seen, and the document of the menu's own command stands there already.
    if (isStaged() || document.querySelector("main.view-place")) return;
    // A document without its pictures would be taken for the whole: the form itself is printed, and says where to print.
    if (!allRead()) return;
    const paper = buildApplication(store.form, draftNow());
    const root = printElement(paper);
    if (fill(root)) stage(paper, root);
  });
}
