// F8: goes to the next thing that is open, and says what it is and how many there are.
import type { App } from "../shell/app";
import { focusSlot, slotHere } from "../shell/navigation";
import { goToFinding } from "./go-to";
import { nextItem, openItems } from "./next-item";
import { walkText } from "./text";

let last: string | undefined;

export function goToNext(app: App, back: boolean): void {
  const { store, findings, announcer, banners } = app;
  const labelOf = (slot: number) => store.label(slot, walkText.row);
  const items = openItems(findings.all.value, store.todo.value, labelOf);
  const item = nextItem(items, { key: last, slot: slotHere() }, back, (slot) => store.orderOf(slot));
  if (!item) {
    banners.show({ topic: "walk", tone: "good", text: walkText.nothing });
    return;
  }
  last = item.key;
  const [slot] = item.slots;
  if (item.kind === "todo") {
    if (slot !== undefined) focusSlot(slot);
  } else {
    goToFinding(store, item);
  }
  const same = items.filter(({ kind }) => kind === item.kind);
  announcer.answer(walkText.at(item.kind, same.indexOf(item) + 1, same.length, item.message));
}
