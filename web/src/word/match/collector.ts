// Gathers what was read cell by cell. The form shows some cells in several places: the first that says something counts, and
// what others say differently is kept beside it.
import type { FieldItem } from "../../core/form-view";
import { squash } from "./normal";
import { absent, type CellReading, type ScalarReading } from "./result";

interface Gathered {
  reading: CellReading;
  others: string[];
}

const rank = { absent: 0, empty: 1, notUnderstood: 2, found: 3 } as const;

export class Collector {
  private readonly readings = new Map<number, Gathered>();
  /** The heading or caption one stands under. */
  under = "";

  scalar(slot: number, reading: CellReading): void {
    const known = this.readings.get(slot);
    if (!known) {
      this.readings.set(slot, { reading, others: [] });
      return;
    }
    const better = rank[reading.state] > rank[known.reading.state];
    const [kept, other] = better ? [reading, known.reading] : [known.reading, reading];
    known.reading = kept;
    if (rank[other.state] < rank.notUnderstood) return;
    const differs =
      other.state === "found" ? squash(other.value) !== squash(kept.value) : squash(other.raw) !== squash(kept.raw);
    const said = other.state === "found" ? other.value : other.raw;
    if (differs && !known.others.includes(said)) known.others.push(said);
  }

  /** Whether none of the fields was read yet. */
  lacks(fields: readonly FieldItem[]): boolean {
    return fields.every(({ slot }) => rank[this.reading(slot).state] <= rank.empty);
  }

  reading(slot: number): CellReading {
    return this.readings.get(slot)?.reading ?? absent;
  }

  scalars(slots: readonly number[]): ScalarReading[] {
    return slots.map((slot) => {
      const known = this.readings.get(slot);
      const others = known?.others.length ? { others: known.others } : {};
      return { slot, ...(known?.reading ?? absent), ...others };
    });
  }
}
