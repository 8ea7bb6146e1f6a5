// Takes over what was ticked, as one undo step.
import type { RowView } from "../core/door";
import type { Edits, Store } from "../core/store";
import type { Plan, PlanCell, PlanRow, PlanTable } from "./plan";

export interface Applied {
  /** Slots whose text changed. */
  readonly slots: readonly number[];
  readonly cells: number;
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
}

export type Write = (edits: Edits, cell: PlanCell, slot: number) => void;

class Applying {
  readonly slots: number[] = [];
  rowsAdded = 0;
  rowsRemoved = 0;

  constructor(
    private readonly store: Store,
    private readonly edits: Edits,
    private readonly taken: ReadonlySet<string>,
    private readonly write: Write,
  ) {}

  cell(cell: PlanCell, slot: number): void {
    if (!this.taken.has(cell.id)) return;
    const before = this.store.text(slot);
    this.write(this.edits, cell, slot);
    if (this.store.text(slot) !== before) this.slots.push(slot);
  }

  table({ item, rows, reordered }: PlanTable): void {
    const goes = rows.filter((row) => row.kind === "missing" && this.taken.has(row.id));
    const stays = rows.filter((row) => row.kind === "both" || (row.kind === "added" && this.comes(row)));
    const touched = rows.some((row) => this.taken.has(row.id) || row.cells.some(({ id }) => this.taken.has(id)));
    if (!touched) return;
    const news = stays.some((row) => row.kind === "added");
    for (const { row } of goes) {
      const at = this.indexOf(item.id, row);
      if (at < 0) continue;
      this.edits.removeRow(item.table, at);
      this.rowsRemoved++;
    }
    for (const [n, row] of stays.entries()) {
      const placed = row.row ? this.place(item.table, item.id, row.row, n, news || reordered) : this.insert(item, n);
      if (!placed) continue;
      for (const cell of row.cells) if (cell.column !== undefined) this.cell(cell, placed.slot + cell.column);
    }
  }

  private comes(row: PlanRow): boolean {
    return this.taken.has(row.id) && row.cells.some((cell) => this.taken.has(cell.id));
  }

  private insert(item: PlanTable["item"], at: number): RowView | undefined {
    const before = this.store.rows.get(item.id)?.length ?? 0;
    this.edits.insertRow(item.table, at);
    const rows = this.store.rows.get(item.id) ?? [];
    if (rows.length === before) return undefined;
    this.rowsAdded++;
    return rows[at];
  }

  private place(table: number, id: string, row: RowView, at: number, moves: boolean): RowView | undefined {
    const now = this.indexOf(id, row);
    if (now < 0) return undefined;
    if (moves && now !== at) this.edits.moveRow(table, now, at);
    return this.store.rows.get(id)?.find((one) => one.id === row.id);
  }

  private indexOf(id: string, row: RowView | undefined): number {
    return this.store.rows.get(id)?.findIndex((one) => one.id === row?.id) ?? -1;
  }
}

/** `write`: puts one cell; long texts bring their pictures. `last`: what belongs to the same step. */
export function applyPlan(
  store: Store,
  plan: Plan,
  taken: ReadonlySet<string>,
  label: string,
  write: Write = (edits, cell, slot) => edits.set(slot, cell.after),
  last: (edits: Edits) => void = () => undefined,
): Applied {
  let applied: Applied = { slots: [], cells: 0, rowsAdded: 0, rowsRemoved: 0 };
  store.together(label, (edits) => {
    const applying = new Applying(store, edits, taken, write);
    for (const { cells, tables } of plan.sections) {
      for (const cell of cells) if (cell.slot !== undefined) applying.cell(cell, cell.slot);
      for (const table of tables) applying.table(table);
    }
    last(edits);
    const { slots, rowsAdded, rowsRemoved } = applying;
    applied = { slots, cells: slots.length, rowsAdded, rowsRemoved };
  });
  return applied;
}
