// What is ticked: single cells, and rows that come or go. Whatever is ticked as a whole is the sum of its parts.
import { type ComputedRef, computed, shallowReactive } from "vue";
import { type Plan, type PlanCell, type PlanRow, type PlanSection, type PlanTable, proposedIds } from "../plan";

export type Tick = "all" | "some" | "none";

export class Selection {
  readonly taken: Set<string>;
  /** What would change if it were taken over now. */
  readonly count: ComputedRef<number>;

  constructor(readonly plan: Plan) {
    this.taken = shallowReactive(proposedIds(plan));
    this.count = computed(() => this.ids(plan.sections.flatMap(sectionIds)).length);
  }

  has(id: string): boolean {
    return this.taken.has(id);
  }

  set(ids: readonly string[], on: boolean): void {
    for (const id of ids) {
      if (on) this.taken.add(id);
      else this.taken.delete(id);
    }
  }

  tick(ids: readonly string[]): Tick {
    const n = this.ids(ids).length;
    return n === 0 ? "none" : n === ids.length ? "all" : "some";
  }

  private ids(ids: readonly string[]): string[] {
    return ids.filter((id) => this.taken.has(id));
  }
}

const cellIds = (cells: readonly PlanCell[]): string[] => cells.filter(({ changes }) => changes).map(({ id }) => id);

/** A row that comes brings its cells. */
export function rowIds(row: PlanRow): string[] {
  return row.kind === "missing" ? [row.id] : [...(row.kind === "added" ? [row.id] : []), ...cellIds(row.cells)];
}

export const tableIds = ({ rows }: PlanTable): string[] => rows.flatMap(rowIds);

export const sectionIds = ({ cells, tables }: PlanSection): string[] => [
  ...cellIds(cells),
  ...tables.flatMap(tableIds),
];
