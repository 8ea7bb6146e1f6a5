// The browser's own 打印… asks nobody beforehand: what it then needs is fetched as soon as there is something to print.
import { watch } from "vue";
import type { App } from "../../shell/app";

export function watchBrowserPrint(app: App): void {
  const { store } = app;
  const begin = (): void => {
    stop();
    // Without it (no network) the form itself is printed, by its own print style.
    import("./browser-print").then(({ serveBrowserPrint }) => serveBrowserPrint(app)).catch(() => undefined);
  };
  const stop = watch(store.revision, begin);
  if (!store.isBlank()) begin();
}
