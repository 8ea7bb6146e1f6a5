// An entry of a list was dropped by a button within it: the focus stays in the list as long as there is one.
import { nextTick } from "vue";

/** To the button marked `data-drop` that stands in the place of the n-th now, or in the last. */
export async function keepFocus(list: HTMLElement | null, n: number): Promise<void> {
  await nextTick();
  const buttons = list?.querySelectorAll<HTMLElement>("[data-drop]");
  buttons?.[Math.min(n, buttons.length - 1)]?.focus();
}
