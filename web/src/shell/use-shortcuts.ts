// Keys that work anywhere on the page. Ctrl+Z is the form's own, so that one history covers boxes, choices and rows.
import { onBeforeUnmount, onMounted } from "vue";
import type { Store } from "../core/store";

export function useShortcuts(store: Store, save: () => void): void {
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) store.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) store.redo();
    else if (key === "s") save();
    else return;
    event.preventDefault();
  }
  onMounted(() => window.addEventListener("keydown", onKey));
  onBeforeUnmount(() => window.removeEventListener("keydown", onKey));
}
