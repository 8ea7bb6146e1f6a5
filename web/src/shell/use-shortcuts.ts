// Keys that work anywhere on the page. Ctrl+Z is the form's own, so that one history covers boxes, choices and rows. While
// a dialog or another view is open they rest: what they would change is not in sight.
import { onBeforeUnmount, onMounted } from "vue";
import type { App } from "./app";
import { showFind, showNext, showPrint } from "./rooms";

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select")
  );
}

export function useShortcuts(app: App): void {
  const { store, desk, dialogs, views } = app;

  /** What the key stands for; undefined leaves it to the browser. */
  function meaning(event: KeyboardEvent): (() => void) | undefined {
    if (event.isComposing || event.altKey) return undefined;
    const covered = dialogs.current.value !== undefined || views.dialog.value !== undefined;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "s") return () => desk.save();
      if (covered) return undefined;
      if (key === "z") return () => (event.shiftKey ? store.redo() : store.undo());
      if (key === "y") return () => store.redo();
      // What stands in the form's place is printed as it is.
      if (key === "p" && !event.shiftKey && views.page.value === undefined) return () => showPrint(app);
      return key === "k" ? () => showFind(app) : undefined;
    }
    if (covered || views.page.value !== undefined) return undefined;
    if (event.key === "F8") return () => void showNext(app, event.shiftKey);
    return event.key === "/" && !inText(event.target) ? () => showFind(app) : undefined;
  }
  function onKey(event: KeyboardEvent): void {
    const act = meaning(event);
    if (!act) return;
    event.preventDefault();
    act();
  }
  onMounted(() => window.addEventListener("keydown", onKey));
  onBeforeUnmount(() => window.removeEventListener("keydown", onKey));
}
