// Which table of the form a table of the document is, and which of its columns are which: by headings and by the names of
// rows, never by where it stands.
import type { ColumnView, SeedRow, TableItem } from "../../core/form-view";
import { type Cell, cellText, type Table } from "../read/blocks";
import { keyOf, likeness, sameLabel, squash, withoutNumber } from "./normal";

export interface Shape {
  readonly table: Table;
  readonly item: TableItem;
  /** The row of column headings; the rows of data follow. -1 when the table has none. */
  readonly headerRow: number;
  /** Column id → where it begins and ends on the grid. */
  readonly columns: ReadonlyMap<string, readonly [number, number]>;
  /** Grid columns with running numbers. */
  readonly numbers: readonly number[];
  /** Share of the form's columns and of its rows that were found. */
  readonly headers: number;
  readonly seeds: number;
}

const lookAt = 6;

/** The form's row whose headings these are; looser where rows cannot be added. */
export function seedOf(item: TableItem, heads: ReadonlyMap<string, string>): SeedRow | undefined {
  const columns = item.columns.filter((column) => column.header && heads.has(column.id));
  const first = columns[0];
  if (!first) return undefined;
  const text = (column: ColumnView): string => heads.get(column.id) ?? "";
  const others = columns.slice(1);
  const fits = (seed: SeedRow): boolean =>
    others.every((column) => {
      const said = squash(text(column)).toLowerCase();
      return said === "" || said === squash(seed.values?.[column.id] ?? "").toLowerCase();
    });
  const own = (seed: SeedRow): string => seed.values?.[first.id] ?? "";
  const seeds = (item.seed ?? []).filter(fits);
  const exact = seeds.find((seed) => keyOf(own(seed)) === keyOf(text(first)) && keyOf(own(seed)) !== "");
  if (exact) return exact;
  const bare = keyOf(withoutNumber(text(first)));
  const numbered = bare === "" ? undefined : seeds.find((seed) => keyOf(own(seed)) === bare);
  if (numbered) return numbered;
  const least = item.rows === "fixed" ? 0.72 : 0.86;
  const near = seeds.filter((seed) => keyOf(own(seed)).length >= 8 && likeness(keyOf(own(seed)), bare) >= least);
  return near.length === 1 ? near[0] : undefined;
}

const cellAt = (table: Table, row: number, column: number): Cell | undefined => table.grid[row]?.[column];

interface Headers {
  readonly row: number;
  readonly columns: Map<string, readonly [number, number]>;
}

/** Reads one row as column headings, left to right: equal headings in the form's order. */
function headersIn(item: TableItem, table: Table, row: number): Headers {
  const columns = new Map<string, readonly [number, number]>();
  const used = new Set<Cell>();
  const last = new Map<string, number>();
  for (const column of item.columns) {
    const from = last.get(column.label) ?? 0;
    for (let c = from; c < table.columns; c++) {
      const cell = cellAt(table, row, c);
      if (!cell || used.has(cell) || !sameLabel(cellText(cell), column.label)) continue;
      used.add(cell);
      columns.set(column.id, [cell.column, cell.column + cell.columns]);
      last.set(column.label, cell.column + cell.columns);
      break;
    }
  }
  return { row, columns };
}

export function headsOf(
  item: TableItem,
  table: Table,
  row: number,
  columns: ReadonlyMap<string, readonly [number, number]>,
): Map<string, string> {
  const heads = new Map<string, string>();
  for (const column of item.columns) {
    const place = column.header ? columns.get(column.id) : undefined;
    const cell = place && cellAt(table, row, place[0]);
    if (cell) heads.set(column.id, cellText(cell));
  }
  return heads;
}

/** Heading columns without a heading of their own: where the names of the form's rows stand. */
function placeHeadColumns(item: TableItem, table: Table, headers: Headers): void {
  for (const column of item.columns) {
    if (!column.header || headers.columns.has(column.id)) continue;
    const names = new Set((item.seed ?? []).map((seed) => keyOf(seed.values?.[column.id] ?? "")));
    names.delete("");
    const taken = new Set([...headers.columns.values()].map(([from]) => from));
    let best = -1;
    let most = 0;
    for (let c = 0; c < table.columns; c++) {
      if (taken.has(c)) continue;
      let hits = 0;
      for (let r = headers.row + 1; r < table.rows; r++) {
        const cell = cellAt(table, r, c);
        if (cell && names.has(keyOf(withoutNumber(cellText(cell))))) hits++;
      }
      if (hits > most) [best, most] = [c, hits];
    }
    if (best >= 0) headers.columns.set(column.id, [best, best + 1]);
  }
}

const runningNumber = /^(序号|编号|no\.?)$/i;

export function shapeOf(item: TableItem, table: Table): Shape {
  let best: Headers = { row: -1, columns: new Map() };
  for (let row = 0; row < Math.min(table.rows, lookAt); row++) {
    const headers = headersIn(item, table, row);
    if (headers.columns.size > best.columns.size) best = headers;
  }
  const headers = best.columns.size / item.columns.length;
  placeHeadColumns(item, table, best);
  const numbers: number[] = [];
  for (let c = 0; c < table.columns && best.row >= 0; c++) {
    const cell = cellAt(table, best.row, c);
    if (cell && runningNumber.test(squash(cellText(cell)))) numbers.push(c);
  }
  const seen = new Set<string>();
  for (let row = best.row + 1; row < table.rows; row++) {
    const seed = seedOf(item, headsOf(item, table, row, best.columns));
    if (seed) seen.add(seed.key);
  }
  const all = item.seed?.length ?? 0;
  return {
    table,
    item,
    headerRow: best.row,
    columns: best.columns,
    numbers,
    headers,
    seeds: all === 0 ? 0 : seen.size / all,
  };
}

/** How well a table of the document fits one of the form; 0 when it is none of it. */
export function fitOf(shape: Shape, captioned: boolean, inText: boolean): number {
  const { item, headers, seeds } = shape;
  const seeded = (item.seed?.length ?? 0) > 0;
  const score = (captioned ? 10 : 0) + headers * 5 + seeds * 6;
  if (captioned) return headers >= 0.4 || seeds >= 0.3 ? score : 0;
  if (inText) return seeded && seeds >= 0.8 && headers >= 0.6 ? score : 0;
  if (seeded) return seeds >= 0.3 && headers >= 0.4 ? score : 0;
  return headers >= 0.7 ? score : 0;
}
