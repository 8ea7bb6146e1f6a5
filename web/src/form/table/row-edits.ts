// What can be done with a row: one step of the history each. The focus stays where the work is: with the row that moved, in the
// row that came, or with the one that took a removed row's place.
import { nextTick } from "vue";
import type { TableItem } from "../../core/form-view";
import type { Store } from "../../core/store";
import type { Announcer } from "../../shell/announcer";
import type { RowOperation } from "./grid-keys";
import { text } from "./text";

export interface RowPlace {
  readonly item: TableItem;
  readonly index: number;
  /** What the row is called. */
  readonly name: string;
  /** The table's block on the page. */
  readonly block: HTMLElement;
}

const rowsOf = (block: HTMLElement): HTMLElement[] => [...block.querySelectorAll<HTMLElement>("tr[data-row]")];

export function isFull(store: Store, item: TableItem): boolean {
  return item.maxRows !== undefined && (store.rows.get(item.id)?.length ?? 0) >= item.maxRows;
}

async function focusRow(block: HTMLElement, index: number, selector: string): Promise<void> {
  await nextTick();
  const rows = rowsOf(block);
  const row = rows[Math.min(index, rows.length - 1)];
  (row?.querySelector<HTMLElement>(selector) ?? block.querySelector<HTMLElement>("[data-add]"))?.focus();
}

/** The text of every cell, headings that come from the form included. */
function double(store: Store, { item, index, name }: RowPlace): void {
  const row = store.rows.get(item.id)?.[index];
  if (!row) return;
  const seed = item.seed?.find(({ key }) => key === row.key);
  store.together(text.stepDouble(name), (edits) => {
    edits.insertRow(item.table, index + 1);
    const copy = store.rows.get(item.id)?.[index + 1];
    if (!copy || copy.id === row.id) return;
    for (const [c, column] of item.columns.entries()) {
      const value = seed?.values?.[column.id] ?? store.text(row.slot + c);
      if (value !== "") edits.set(copy.slot + c, value);
    }
  });
}

export async function editRow(
  store: Store,
  announcer: Announcer,
  place: RowPlace,
  operation: RowOperation,
): Promise<void> {
  const { item, index, name, block } = place;
  const count = store.rows.get(item.id)?.length ?? 0;
  if (item.rows === "fixed") return;
  if (operation === "up" || operation === "down") {
    const to = index + (operation === "up" ? -1 : 1);
    if (to < 0 || to >= count) return;
    const held = document.activeElement as HTMLElement | null;
    store.moveRow(item.table, index, to);
    announcer.say(text.movedTo(name, to + 1), 0);
    await nextTick();
    held?.focus();
    held?.scrollIntoView({ block: "nearest" });
  } else if (operation === "remove") {
    const column = (document.activeElement?.closest("[data-c]") as HTMLElement | null)?.dataset.c;
    store.removeRow(item.table, index);
    announcer.say(text.removed(name));
    await focusRow(block, index, column === undefined ? "[data-row-menu]" : `[data-c="${column}"] .box`);
  } else if (isFull(store, item)) {
    announcer.say(text.full(item.maxRows ?? 0), 0);
  } else {
    if (operation === "below") store.insertRow(item.table, index + 1);
    else double(store, place);
    if (operation === "double") announcer.say(text.doubled(name));
    await focusRow(block, index + 1, ".box");
  }
}
