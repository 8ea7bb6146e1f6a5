// The address under which a stored picture can be shown, as long as a component shows it. `blob:` addresses stay in the page.
import { onBeforeUnmount, type Ref, ref, watch } from "vue";
import type { BlobStore } from "../drafts/blob-store";

/** "" while it is looked for; null when it is not here. */
export function usePictureUrl(blobs: BlobStore, id: () => string | undefined): Ref<string | null> {
  const url = ref<string | null>("");
  let turn = 0;
  const drop = (): void => {
    if (url.value) URL.revokeObjectURL(url.value);
  };
  watch(
    id,
    async (name) => {
      const now = ++turn;
      const blob = name === undefined ? undefined : await blobs.get(name);
      if (now !== turn) return;
      drop();
      if (name === undefined) url.value = "";
      else url.value = blob ? URL.createObjectURL(new Blob([blob.bytes], { type: blob.type })) : null;
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    turn++;
    drop();
  });
  return url;
}
