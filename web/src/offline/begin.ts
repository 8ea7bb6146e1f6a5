// Starts what the page does for working offline, once the form is up and the browser has nothing better to do.
import { watch } from "vue";
import type { App } from "../shell/app";
import { text } from "./text";
import { OfflineWorker } from "./worker";

export async function beginOffline({ store, drafts, banners }: App): Promise<OfflineWorker> {
  const worker = new OfflineWorker();
  watch(worker.waiting, (waiting) => {
    if (!waiting) return;
    const act = async (): Promise<void> => {
      await drafts.autosave.flush();
      // What could not be saved keeps the page as it is; the banner about it says what to do.
      if (!drafts.autosave.dirty) worker.takeOver();
    };
    banners.show({
      topic: "version",
      tone: "plain",
      text: text.newVersion,
      actions: [{ label: text.update, act: () => void act() }],
    });
  });
  await worker.begin();
  // Who has begun to write will export one day, perhaps without a network.
  const stop = watch(store.revision, () => {
    stop();
    void worker.keepAll();
  });
  if (!store.isBlank()) {
    stop();
    void worker.keepAll();
  }
  return worker;
}
