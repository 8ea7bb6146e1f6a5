// After undoing and redoing, by key, button or list: the caret goes to what changed, and a screen reader is told what it was.
import { nextTick } from "vue";
import type { Store } from "../core/store";
import type { Announcer } from "../shell/announcer";
import { focusSlot, focusTable } from "../shell/navigation";
import { historyText } from "./text";

export function followHistory(store: Store, announcer: Announcer): void {
  store.onChange(async ({ origin, place }) => {
    if (origin !== "undo" && origin !== "redo") return;
    const { undo, redo } = store.history.value;
    announcer.answer(origin === "undo" ? historyText.undoneStep(redo ?? "") : historyText.redoneStep(undo ?? ""));
    await nextTick();
    if (place?.slot !== undefined && focusSlot(place.slot)) return;
    if (place?.table !== undefined) focusTable(place.table);
  });
}
