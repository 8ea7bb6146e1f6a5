// Pictures of an opened file are put away as soon as the draft has any.
import { watch } from "vue";
import type { App } from "../shell/app";

/** `late`: what puts them away, loaded when there are any. */
export function watchPictures({ store, blobs }: Pick<App, "store" | "blobs">, late = () => import("./carry")): void {
  let running = false;
  // Of another file, opened while those of the one before were still put away.
  let more = false;
  watch(
    store.figures,
    async (figures) => {
      if (figures.every(({ blob }) => blob !== undefined)) return;
      more = true;
      if (running) return;
      running = true;
      try {
        const { keepPictures } = await late();
        while (more) {
          more = false;
          await keepPictures(store, blobs);
        }
      } finally {
        running = false;
      }
    },
    { immediate: true },
  );
}
