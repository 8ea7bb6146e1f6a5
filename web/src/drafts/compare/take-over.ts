// Writes what was chosen of the right draft into the open one, which is the left: one undo step.
import type { Edits, Store } from "../../core/store";
import { takeAside } from "./aside-differences";
import { differing, type RowPair, type SectionEntry, type TableEntry } from "./differences";
import { type KeptEntry, takeKept } from "./kept-findings";
import type { ReadDraft } from "./kept-review";
import { takeNarrative } from "./narrative-figures";

export function takeOver(
  store: Store,
  tree: readonly SectionEntry[],
  chosen: ReadonlySet<string>,
  label: string,
  time = "",
  read: ReadDraft = undefined,
): void {
  store.together(label, (edits) => {
    const kept: KeptEntry[] = [];
    for (const entry of tree.flatMap(({ entries }) => entries)) {
      if (entry.kind === "table") {
        takeRows(store, edits, entry, chosen);
      } else if (entry.kind === "kept") {
        if (chosen.has(entry.key)) kept.push(entry);
      } else if (entry.kind === "aside") {
        if (chosen.has(entry.cell.key)) takeAside(store, edits, entry);
      } else if (chosen.has(entry.cell.key)) {
        const { figures, right } = entry.cell;
        if (figures && figures.left.length + figures.right.length > 0) {
          takeNarrative(store, edits, entry.slot, right, figures.right);
        } else {
          edits.set(entry.slot, right);
        }
      }
    }
    takeKept(edits, kept, time, read);
  });
}

function takeRows(store: Store, edits: Edits, entry: TableEntry, chosen: ReadonlySet<string>): void {
  const { id, table, columns } = entry.item;
  const placeOf = (row: string): number => (store.rows.get(id) ?? []).findIndex((known) => known.id === row);
  const write = (place: number, row: RowPair, wanted: (key: string) => boolean): void => {
    const slot = store.rows.get(id)?.[place]?.slot;
    if (slot === undefined) return;
    for (const cell of row.cells) {
      const column = columns.findIndex((known) => known.id === cell.column);
      if (wanted(cell.key)) edits.set(slot + column, cell.right);
    }
  };
  /** The ids the rows have here, in the order of the right. */
  const here = new Map<RowPair, string>();
  let before = -1;
  for (const row of entry.rows) {
    if (row.left) {
      const place = placeOf(String(row.left.id));
      if (place < 0) continue;
      if (!row.right && chosen.has(row.key)) {
        edits.removeRow(table, place);
        continue;
      }
      write(place, row, (key) => chosen.has(key));
      here.set(row, String(row.left.id));
      before = place;
    } else if (chosen.has(row.key)) {
      const count = store.rows.get(id)?.length ?? 0;
      // A row the form begins with comes back as that row.
      const seed = (entry.item.seed ?? []).findIndex(({ key }) => key === row.right?.key);
      if (seed >= 0) edits.insertRow(table, before + 1, seed);
      else edits.insertRow(table, before + 1);
      const made = store.rows.get(id)?.[before + 1];
      // There may be no room for one more row.
      if (!made || store.rows.get(id)?.length === count) continue;
      before++;
      write(before, row, () => true);
      here.set(row, made.id);
    }
  }
  const whole = differing([entry]).every((key) => chosen.has(key));
  if (whole && differing([entry]).length > 0) reorder(store, edits, entry, here);
}

/** A table that is taken whole has the order of the right, too. */
function reorder(store: Store, edits: Edits, { item, rows }: TableEntry, here: ReadonlyMap<RowPair, string>): void {
  const wanted = rows.filter(({ right }) => right).sort((a, b) => a.order - b.order);
  const ids = wanted.flatMap((row) => here.get(row) ?? []);
  for (const [to, id] of ids.entries()) {
    const from = (store.rows.get(item.id) ?? []).findIndex((row) => row.id === id);
    if (from > to) edits.moveRow(item.table, from, to);
  }
}
