// Reads a table of the document that was found to be one of the form's: its rows by their names, its cells by their columns.
import { columnInRow, isBlocked } from "../../core/form-index";
import type { ColumnView, FieldItem, FieldSpec, SeedRow } from "../../core/form-view";
import { type Cell, cellText, type Table } from "../read/blocks";
import { claimInCell, type Ledger } from "./ledger";
import { isBlank, keyOf, Squashed, sameLabel, squash } from "./normal";
import { readOptions } from "./options";
import { type CellReading, emptyCell, found, type RowReading } from "./result";
import { headsOf, type Shape, seedOf } from "./table-shape";
import { readValue } from "./values";

export interface TableRead {
  readonly rows: RowReading[];
  /** What stands over groups of columns: the names of products. */
  readonly over: readonly { readonly field: string; readonly reading: CellReading }[];
}

/** Distinct cells of a row between two grid columns. */
function cellsIn(table: Table, row: number, from: number, to: number): Cell[] {
  const out: Cell[] = [];
  for (let c = from; c < to; c++) {
    const cell = table.grid[row]?.[c];
    if (cell && !out.includes(cell)) out.push(cell);
  }
  return out;
}

function textOf(cells: readonly Cell[]): string {
  const texts = cells.map(cellText);
  const written = texts.filter((text) => !isBlank(text));
  return (written.length > 0 ? written : texts).join("\n");
}

export class DataTableReader {
  /** Rows of the form that were met: a second of the same name is another row. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly fields: ReadonlyMap<string, FieldItem>,
  ) {}

  read(shape: Shape): TableRead {
    const over = this.above(shape);
    this.claimHeader(shape);
    const rows: RowReading[] = [];
    for (let row = shape.headerRow + 1; row < shape.table.rows; row++) {
      const reading = this.row(shape, row);
      if (reading) rows.push(reading);
    }
    return { rows, over };
  }

  private claimHeader({ table, headerRow, columns, numbers }: Shape): void {
    if (headerRow < 0) return;
    const starts = new Set([...columns.values()].map(([from]) => from));
    for (const cell of cellsIn(table, headerRow, 0, table.columns)) {
      const known = starts.has(cell.column) || numbers.includes(cell.column);
      if (known) this.ledger.claimCell(cell, "form");
    }
  }

  /** Rows over the headings: cells over a group of columns, and the word that says what they are. */
  private above({ table, item, headerRow, columns }: Shape): TableRead["over"] {
    const over: { field: string; reading: CellReading }[] = [];
    const groups = (item.columnGroups ?? []).filter(({ field }) => field !== undefined);
    for (const group of groups) {
      const places = group.columns.map((id) => columns.get(id)).filter((place) => place !== undefined);
      const field = this.fields.get(group.field ?? "");
      if (places.length === 0 || !field) continue;
      const from = Math.min(...places.map(([start]) => start));
      const to = Math.max(...places.map(([, end]) => end));
      const cells: Cell[] = [];
      for (let row = 0; row < headerRow; row++) {
        for (const cell of cellsIn(table, row, from, to)) {
          if (cell.row + cell.rows <= headerRow && !cells.includes(cell)) cells.push(cell);
        }
      }
      const own = cells.filter((cell) => !sameLabel(cellText(cell), field.label));
      const raw = textOf(own);
      for (const cell of own) this.ledger.claimCell(cell, "value");
      over.push({ field: field.id, reading: readValue(field, raw) });
    }
    for (let row = 0; row < headerRow; row++) {
      for (const cell of cellsIn(table, row, 0, table.columns)) {
        const label = cellText(cell);
        const known = groups.some((group) => sameLabel(label, this.fields.get(group.field ?? "")?.label ?? ""));
        const head = item.columns.some((column) => sameLabel(label, column.label));
        if (known || head) this.ledger.claimCell(cell, "form");
      }
    }
    return over;
  }

  private row(shape: Shape, row: number): RowReading | undefined {
    const { table, item, columns, headerRow } = shape;
    const cells = cellsIn(table, row, 0, table.columns);
    if (cells.every((cell) => isBlank(cellText(cell)))) return undefined;
    // Headings repeated after a page's end.
    const header = headerRow < 0 ? undefined : cellsIn(table, headerRow, 0, table.columns);
    if (header && cells.map((c) => keyOf(cellText(c))).join() === header.map((c) => keyOf(cellText(c))).join()) {
      for (const cell of cells) this.ledger.claimCell(cell, "form");
      return undefined;
    }
    const heads = headsOf(item, table, row, columns);
    const named = seedOf(item, heads);
    const seed = named && !this.seen.has(`${item.id}/${named.key}`) ? named : undefined;
    if (!seed && item.rows === "fixed") return undefined;
    if (seed) this.seen.add(`${item.id}/${seed.key}`);
    if (!seed && item.columns.every((column) => this.cellsOf(shape, row, column).length === 0)) return undefined;
    for (const c of shape.numbers) {
      const cell = table.grid[row]?.[c];
      if (cell && /^[\d.、]*$/.test(squash(cellText(cell)))) this.ledger.claimCell(cell, "form");
    }
    const readings = this.cells(shape, row, seed);
    const filled = Object.values(readings).some(({ state }) => state === "found" || state === "notUnderstood");
    if (!seed && !filled) return undefined;
    return { ...(seed ? { key: seed.key } : {}), cells: readings };
  }

  private cellsOf({ table, columns }: Shape, row: number, column: ColumnView): Cell[] {
    const place = columns.get(column.id);
    return place ? cellsIn(table, row, place[0], place[1]) : [];
  }

  private cells(shape: Shape, row: number, seed: SeedRow | undefined): Record<string, CellReading> {
    const { item, columns, table } = shape;
    const readings: Record<string, CellReading> = {};
    /** Cells that may say more than their own column: where a choice stands, or where no heading stood. */
    const shared: Cell[] = [];
    const missing: ColumnView[] = [];
    for (const column of item.columns) {
      const own = this.cellsOf(shape, row, column);
      if (column.header && seed) {
        for (const cell of own) this.ledger.claimCell(cell, "form");
        continue;
      }
      if (isBlocked(column, seed)) continue;
      if (!columns.has(column.id)) {
        missing.push(column);
        continue;
      }
      const spec = columnInRow(column, seed);
      if (spec.type === "choice" || spec.type === "choices") {
        shared.push(...own.filter((cell) => !shared.includes(cell)));
        readings[column.id] = this.choice(spec, own);
      } else {
        readings[column.id] = readValue(spec, textOf(own));
        for (const cell of own) this.ledger.claimCell(cell, "value");
      }
    }
    const taken = new Set([...columns.values()].flatMap(([from, to]) => span(from, to)).concat(shape.numbers));
    const free = span(0, table.columns).filter((c) => !taken.has(c));
    for (const c of free) {
      const cell = table.grid[row]?.[c];
      if (cell && !shared.includes(cell)) shared.push(cell);
    }
    for (const column of missing) {
      const reading = this.inShared(columnInRow(column, seed), shared);
      if (reading) readings[column.id] = reading;
    }
    return readings;
  }

  /** A choice in a cell that may hold other things: only what was read is claimed. */
  private choice(spec: FieldSpec, cells: readonly Cell[]): CellReading {
    for (const cell of cells) {
      const raw = cellText(cell);
      if (isBlank(raw)) continue;
      const reading = readOptions(spec, raw);
      this.claimRanges(cell, reading.read);
      return { state: reading.state, value: reading.value, raw };
    }
    return emptyCell;
  }

  private claimRanges(cell: Cell, ranges: readonly (readonly [number, number])[]): void {
    claimInCell(this.ledger, cell, ranges, "value");
  }

  /** A column without a heading of its own: its options or 调查机构名称：… within a cell of the row. */
  private inShared(spec: FieldSpec, cells: readonly Cell[]): CellReading | undefined {
    for (const cell of cells) {
      const raw = cellText(cell);
      if (isBlank(raw)) continue;
      if (spec.type === "choice" || spec.type === "choices") {
        const reading = readOptions(spec, raw);
        if (reading.state === "notUnderstood" && reading.read.length === 1) continue;
        this.claimRanges(cell, reading.read);
        return { state: reading.state, value: reading.value, raw };
      }
      const squashed = new Squashed(raw);
      const label = squash(spec.label);
      const at = squashed.text.indexOf(label);
      if (at < 0) continue;
      const after = at + label.length;
      const mark = /^[:：]?/.exec(squashed.text.slice(after))?.[0].length ?? 0;
      const from = squashed.after(after + mark);
      this.claimRanges(cell, [[squashed.at(at), raw.length]]);
      const said = raw.slice(from);
      return isBlank(said) ? { ...emptyCell, raw } : found(readValue(spec, said).value, said);
    }
    return undefined;
  }
}

const span = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
