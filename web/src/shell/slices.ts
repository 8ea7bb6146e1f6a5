// The form comes an item at a time: its first section can be seen and written in while the rest is still being made, and no task keeps
// a key waiting. Whoever needs all of it (an address within it, printing) has it at once.
import { nextTick, onBeforeUnmount, onMounted, type Ref, ref } from "vue";

let whole: (() => void) | undefined;

/** Has all of the form made at once, for whoever goes to a place in it. */
export async function wholeForm(): Promise<void> {
  whole?.();
  await nextTick();
}

/** How many of `all` items stand in full: `first` of them from the start, in the end as many as there may ever be. */
export function useSlices(first: number, all: number): Ref<number> {
  const made = ref(location.hash === "" ? first : Number.POSITIVE_INFINITY);
  let frame = 0;
  let waiting = 0;

  function next(): void {
    made.value = made.value + 1 < all ? made.value + 1 : Number.POSITIVE_INFINITY;
    again();
  }
  function again(): void {
    if (made.value < all) waiting = window.setTimeout(next);
  }
  function finish(): void {
    made.value = Number.POSITIVE_INFINITY;
  }
  whole = finish;
  onMounted(() => {
    // What is there is seen first. Out of sight there are no frames.
    if (document.visibilityState === "hidden") again();
    else frame = requestAnimationFrame(again);
    window.addEventListener("beforeprint", finish);
    window.addEventListener("hashchange", finish);
  });
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    window.clearTimeout(waiting);
    window.removeEventListener("beforeprint", finish);
    window.removeEventListener("hashchange", finish);
  });
  return made;
}
