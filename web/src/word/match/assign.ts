// Lays the document's tables against the form's: each table of the form takes the one that fits it best, and those that go
// on from it on the next page.
import { type Block, cellText, type Table } from "../read/blocks";
import { isBlank, keyOf } from "./normal";
import type { Caption, Outline } from "./outline";
import { fitOf, type Shape, shapeOf } from "./table-shape";

export interface Assigned {
  readonly shape: Shape;
  /** Whether it goes on from an earlier table. */
  readonly again: boolean;
}

interface Candidate {
  readonly at: number;
  readonly shape: Shape;
  readonly fit: number;
}

const searchBack = 4;

/** The caption that stands right before a table. */
function captionBefore(outline: Outline, units: readonly Block[], at: number): Caption | undefined {
  let steps = 0;
  for (let i = at - 1; i >= 0 && steps < searchBack; i--) {
    const unit = units[i];
    if (!unit || unit.kind === "table") return undefined;
    if (isBlank(unit.text)) continue;
    const caption = outline.captionOf(unit.text);
    if (caption) return caption;
    steps++;
  }
  return undefined;
}

/** By the index of the unit. `inText`: whether a unit stands within a long text. */
export function assignTables(
  outline: Outline,
  units: readonly Block[],
  inText: (at: number) => boolean,
): ReadonlyMap<number, Assigned> {
  const candidates: Candidate[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit.kind !== "table" || unit.columns < 2) continue;
    const caption = captionBefore(outline, units, at);
    for (const { table } of outline.captions) {
      const shape = shapeOf(table, unit);
      const mine = caption?.table === table;
      const fit = caption && !mine ? 0 : fitOf(shape, mine, inText(at));
      if (fit > 0) candidates.push({ at, shape, fit });
    }
  }
  candidates.sort((a, b) => b.fit - a.fit || a.at - b.at);
  const assigned = new Map<number, Assigned>();
  const placed = new Map<string, number>();
  for (const { at, shape } of candidates) {
    if (assigned.has(at) || placed.has(shape.item.id)) continue;
    assigned.set(at, { shape, again: false });
    placed.set(shape.item.id, at);
  }
  for (const { at, shape } of candidates) {
    const first = placed.get(shape.item.id);
    if (assigned.has(at) || first === undefined || at < first || inText(at)) continue;
    if (sameHeader(shape, assigned.get(first)?.shape.table)) assigned.set(at, { shape, again: true });
  }
  return assigned;
}

function sameHeader({ table, headerRow }: Shape, first: Table | undefined): boolean {
  if (!first || first.columns !== table.columns || headerRow < 0) return false;
  const line = (from: Table, row: number): string =>
    (from.grid[row] ?? []).map((cell) => (cell ? keyOf(cellText(cell)) : "")).join();
  return Array.from({ length: Math.min(first.rows, 6) }, (_, row) => line(first, row)).includes(line(table, headerRow));
}
