// Waits for something to go wrong with saving; what tells it comes then. That a draft is not saved is seen in the tool bar
// meanwhile, and should the network be gone too, it is tried again with the next change.
import { watch } from "vue";
import type { App } from "../shell/app";

export function watchSaving(app: App): void {
  const { drafts, blobs } = app;
  const { state } = drafts.autosave;

  function isWell(): boolean {
    const { value } = state;
    if (value.kind === "failed" || value.kind === "conflict" || (value.kind === "saved" && value.limited)) return false;
    return drafts.access.value === "write" && blobs.trouble.value === undefined;
  }
  async function look(): Promise<void> {
    if (isWell()) return;
    const told = await import("./save-banners").catch(() => undefined);
    if (!told || done) return;
    done = true;
    stop();
    told.showSaveBanners(app);
  }
  let done = false;
  const stop = watch([state, drafts.access, blobs.trouble], look);
  void look();
}
