// The browser's own 打印… asks nobody beforehand: what it then needs is fetched as soon as there is something to print.
import { watch } from "vue";
import type { StoredBlob } from "../../drafts/blob-store";
import type { App } from "../../shell/app";

export function watchBrowserPrint(app: App): void {
  const { store, blobs } = app;
  const begin = (): void => {
    stop();
    // What is put away until the script is here: it would have to read it again, and be without it meanwhile.
    const put: StoredBlob[] = [];
    blobs.onPut = (blob) => void put.push(blob);
    // Without it (no network) the form itself is printed, by its own print style.
    import("./browser-print")
      .then(({ serveBrowserPrint }) => serveBrowserPrint(app, put))
      .catch(() => {
        blobs.onPut = undefined;
      });
  };
  const stop = watch(store.revision, begin);
  if (!store.isBlank()) begin();
}
