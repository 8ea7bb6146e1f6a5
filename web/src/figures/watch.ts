// Pictures of an opened file are put away as soon as the draft has any.
import { watch } from "vue";
import type { App } from "../shell/app";

export function watchPictures({ store, blobs }: App): void {
  let running = false;
  watch(
    store.figures,
    async (figures) => {
      if (running || figures.every(({ blob }) => blob !== undefined)) return;
      running = true;
      try {
        const { keepPictures } = await import("./carry");
        await keepPictures(store, blobs);
      } finally {
        running = false;
      }
    },
    { immediate: true },
  );
}
