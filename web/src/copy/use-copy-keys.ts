// Keys of the assistant. Letters only while they are wanted (WCAG 2.1.4), and never in a box or over a question.
import { onBeforeUnmount, onMounted } from "vue";
import type { Dialogs } from "../shell/dialogs";
import type { Views } from "../shell/views";
import type { CopyOptions } from "./options";

export interface CopyActions {
  copy(): unknown;
  copyNext(): unknown;
  next(): unknown;
  previous(): unknown;
}

const boxes = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const pressable = "button, a[href], input, summary, select";

export function useCopyKeys(actions: CopyActions, options: CopyOptions, dialogs: Dialogs, views: Views): void {
  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (event.isComposing || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (dialogs.current.value || views.dialog.value) return;
    if (!(target instanceof Element) || target.closest(boxes) || target.closest(".bar")) return;
    const act = actionOf(event, target);
    if (!act) return;
    event.preventDefault();
    act();
  }
  function actionOf(event: KeyboardEvent, target: Element): (() => unknown) | undefined {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      // With nothing selected, Ctrl+C can only mean what is shown.
      return key === "c" && window.getSelection()?.isCollapsed ? actions.copy : undefined;
    }
    if (!options.keys) return undefined;
    if (key === "enter") return target.closest(pressable) ? undefined : actions.copyNext;
    if (key === "c") return actions.copy;
    if (key === "n" || key === "arrowright") return actions.next;
    if (key === "p" || key === "arrowleft") return actions.previous;
    return undefined;
  }
  onMounted(() => window.addEventListener("keydown", onKey));
  onBeforeUnmount(() => window.removeEventListener("keydown", onKey));
}
