// Where on the form a step of the history was: the cell to look at after going back or forth.
import type { Delta, RowView } from "./door";

/** A cell, or the whole table when its last row went. */
export interface ChangedPlace {
  readonly slot?: number;
  readonly table?: string;
}

interface Before {
  readonly rows: ReadonlyMap<string, readonly RowView[]>;
  text(slot: number): string;
}

/** The row that came, moved, or took the place of the one that went. */
function changedRow(before: readonly RowView[], after: readonly RowView[]): RowView | undefined {
  const known = new Set(before.map(({ id }) => id));
  const fresh = after.find(({ id }) => !known.has(id));
  if (fresh) return fresh;
  const at = before.findIndex(({ id }, n) => after[n]?.id !== id);
  return after[Math.max(0, Math.min(at, after.length - 1))];
}

/** `before`: the state the delta has not yet been laid upon. `position` orders cells as the form does. */
export function changedPlace(delta: Delta, before: Before, position: (slot: number) => number): ChangedPlace {
  for (const [table, rows] of Object.entries(delta.rows ?? {})) {
    const row = changedRow(before.rows.get(table) ?? [], rows);
    return row ? { slot: row.slot, table } : { table };
  }
  const moved = Object.entries(delta.values ?? {})
    .map(([slot, text]) => ({ slot: Number(slot), text }))
    .filter(({ slot, text }) => before.text(slot) !== text)
    .sort((a, b) => position(a.slot) - position(b.slot));
  const slot = moved[0]?.slot ?? delta.findings?.changed?.[0]?.slots[0];
  return slot === undefined ? {} : { slot };
}
