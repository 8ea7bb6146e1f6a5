// Writes what was previewed, as one step of the history.
import type { Store } from "../core/store";
import type { Plan } from "./align";

export interface Written {
  readonly slots: readonly number[];
  readonly rowsAdded: number;
}

/** `texts`: what each of the plan's cells becomes. */
export function applyPaste(
  store: Store,
  table: { id: string; table: number },
  plan: Plan,
  texts: readonly string[],
  label: string,
): Written {
  const slots: number[] = [];
  let rowsAdded = 0;
  store.together(label, (edits) => {
    const fresh = new Map<number, number>();
    for (const [n, row] of plan.rows.entries()) {
      if (row.index !== undefined || !plan.cells.some((cell) => cell.row === n)) continue;
      const at = store.rows.get(table.id)?.length ?? 0;
      edits.insertRow(table.table, at);
      const added = store.rows.get(table.id)?.[at];
      if (!added) continue;
      fresh.set(n, added.slot);
      rowsAdded++;
    }
    for (const [n, cell] of plan.cells.entries()) {
      const first = fresh.get(cell.row);
      const slot = cell.cell.slot ?? (first === undefined ? undefined : first + cell.column);
      const text = texts[n];
      if (slot === undefined || text === undefined || store.text(slot) === text) continue;
      edits.set(slot, text);
      slots.push(slot);
    }
  });
  return { slots, rowsAdded };
}
