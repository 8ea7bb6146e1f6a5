// Lays what a document says beside what the draft holds: cell by cell old and new, and what is proposed to be taken. Nothing
// is changed here.
import type { RowView } from "../core/door";
import { columnInRow, isBlocked, isFixedCell } from "../core/form-index";
import type { ColumnView, FieldSpec, Item, SectionView, TableItem } from "../core/form-view";
import type { Store } from "../core/store";
import { squash } from "./match/normal";
import { type CellReading, emptyCell, type ImportResult, type Reading, type RowReading } from "./match/result";
import { shownValue } from "./shown";

export interface PlanCell {
  readonly id: string;
  readonly label: string;
  readonly spec: FieldSpec;
  readonly state: Reading;
  /** As the draft holds them. */
  readonly before: string;
  readonly after: string;
  /** The same for people. */
  readonly shownBefore: string;
  readonly shownAfter: string;
  readonly raw: string;
  readonly others: readonly string[];
  /** Whether taking it changes the draft. */
  readonly changes: boolean;
  /** Whether it is proposed to be taken. */
  readonly proposed: boolean;
  /** Of a cell outside tables. */
  readonly slot?: number;
  readonly column?: number;
}

export interface PlanRow {
  readonly id: string;
  readonly name: string;
  /** missing: the draft has it, the document has not. */
  readonly kind: "both" | "added" | "missing";
  /** The draft's row. */
  readonly row?: RowView;
  readonly cells: readonly PlanCell[];
  readonly changes: boolean;
  readonly proposed: boolean;
}

export interface PlanTable {
  readonly item: TableItem;
  readonly rows: readonly PlanRow[];
  /** Whether the document has its rows in another order. */
  readonly reordered: boolean;
  /** Rows for which the form has no room. */
  readonly beyond: readonly PlanRow[];
}

export interface PlanSection {
  readonly section: SectionView;
  readonly cells: readonly PlanCell[];
  readonly tables: readonly PlanTable[];
}

export interface Plan {
  readonly sections: readonly PlanSection[];
}

function cellOf(
  id: string,
  spec: FieldSpec,
  reading: CellReading,
  before: string,
  place: { slot?: number; column?: number },
  others: readonly string[] = [],
): PlanCell {
  const after =
    reading.state === "found" ? reading.value : reading.state === "notUnderstood" ? asTyped(spec, reading) : "";
  const said =
    reading.state === "found" || reading.state === "empty" || (reading.state === "notUnderstood" && after !== "");
  const changes = said && after !== before;
  return {
    id,
    label: spec.label,
    spec,
    state: reading.state,
    before,
    after,
    shownBefore: shownValue(spec, before),
    shownAfter: shownValue(spec, after),
    raw: reading.raw,
    others,
    changes,
    proposed: changes && reading.state === "found",
    ...place,
  };
}

/** What was not understood can still be put into a cell that takes any text. */
function asTyped(spec: FieldSpec, { raw }: CellReading): string {
  return spec.type === "choice" || spec.type === "choices" ? "" : raw.trim();
}

class Planner {
  constructor(
    private readonly store: Store,
    private readonly result: ImportResult,
  ) {}

  plan(): Plan {
    const sections = this.store.form.sections.map((section) => this.section(section));
    return { sections: sections.filter(({ cells, tables }) => cells.length > 0 || tables.length > 0) };
  }

  private section(section: SectionView): PlanSection {
    const cells: PlanCell[] = [];
    const tables: PlanTable[] = [];
    const readings = new Map(this.result.scalars.map((reading) => [reading.slot, reading] as const));
    const walk = (items: readonly Item[]): void => {
      for (const item of items) {
        if (item.kind === "group") walk(item.items);
        if (item.kind === "table") {
          const reading = this.result.tables.find(({ table }) => table === item.id);
          if (reading) tables.push(this.table(item, reading.rows));
        }
        if (item.kind !== "field") continue;
        const reading = readings.get(item.slot);
        if (!reading || reading.state === "absent") continue;
        const { slot } = item;
        cells.push(cellOf(`s${slot}`, item, reading, this.store.text(slot), { slot }, reading.others));
      }
    };
    walk(section.items);
    return { section, cells, tables };
  }

  private table(item: TableItem, readings: readonly RowReading[]): PlanTable {
    const drafted = this.store.rows.get(item.id) ?? [];
    const partners = this.partners(item, readings, drafted);
    const rows: PlanRow[] = [];
    const beyond: PlanRow[] = [];
    const most = item.rows === "fixed" ? drafted.length : (item.maxRows ?? Number.POSITIVE_INFINITY);
    for (const [n, reading] of readings.entries()) {
      const row = partners[n];
      const planned = this.row(item, reading, row, n);
      if (row || rows.length < most) rows.push(planned);
      else beyond.push(planned);
    }
    const used = new Set(partners);
    const missing = drafted.filter((row) => !used.has(row));
    const order = partners.filter((row) => row !== undefined).map((row) => drafted.indexOf(row));
    const reordered = item.rows !== "fixed" && order.some((at, i) => i > 0 && at < (order[i - 1] ?? 0));
    if (item.rows !== "fixed") rows.push(...missing.map((row) => this.missing(item, row)));
    return { item, rows, reordered, beyond };
  }

  /** Which row of the draft each row of the document is. */
  private partners(
    item: TableItem,
    readings: readonly RowReading[],
    drafted: readonly RowView[],
  ): (RowView | undefined)[] {
    const free = new Set(drafted);
    const partners: (RowView | undefined)[] = readings.map(({ key }) => {
      const row = key === undefined ? undefined : drafted.find((one) => one.key === key);
      if (row) free.delete(row);
      return row;
    });
    const pair = (fits: (reading: RowReading, row: RowView) => boolean): void => {
      for (const [n, reading] of readings.entries()) {
        if (partners[n] || (reading.key !== undefined && item.rows === "fixed")) continue;
        for (const row of free) {
          if (row.key !== undefined || !fits(reading, row)) continue;
          partners[n] = row;
          free.delete(row);
          break;
        }
      }
    };
    const alike = (reading: RowReading, row: RowView): number => {
      let same = 0;
      let all = 0;
      for (const [c, column] of item.columns.entries()) {
        const said = squash(this.said(item, reading, column));
        const held = squash(this.store.text(row.slot + c));
        if (said === "" && held === "") continue;
        all++;
        if (said === held) same++;
      }
      return all === 0 ? 0 : same / all;
    };
    pair((reading, row) => alike(reading, row) === 1);
    pair((reading, row) => alike(reading, row) >= 0.5);
    pair((_, row) => this.isBlankRow(item, row));
    return partners;
  }

  private isBlankRow(item: TableItem, row: RowView): boolean {
    return item.columns.every((_, c) => this.store.text(row.slot + c) === "");
  }

  /** Columns of a group are told apart by what stands over them. */
  private columnLabel(item: TableItem, column: ColumnView): string {
    const group = item.columnGroups?.find(({ columns }) => columns.includes(column.id));
    if (!group) return column.label;
    const over = this.result.scalars.find(({ slot, state }) => slot === group.slot && state === "found")?.value;
    const name = group.label ?? over ?? (group.slot === undefined ? "" : this.store.text(group.slot));
    return name === "" ? column.label : `${name} ${column.label}`;
  }

  /** What the document says in a cell; of a row of the form that the draft has no more, its headings too. */
  private said(item: TableItem, reading: RowReading, column: ColumnView): string {
    const cell = reading.cells[column.id];
    if (cell) return cell.state === "found" ? cell.value : "";
    const seed = reading.key === undefined ? undefined : item.seed?.find(({ key }) => key === reading.key);
    return column.header ? (seed?.values?.[column.id] ?? "") : "";
  }

  private row(item: TableItem, reading: RowReading, row: RowView | undefined, n: number): PlanRow {
    const key = row?.key ?? (row ? undefined : reading.key);
    const seed = key === undefined ? undefined : item.seed?.find((one) => one.key === key);
    const held = row?.key === undefined ? undefined : seed;
    const id = `${item.id}:${n}`;
    const cells: PlanCell[] = [];
    for (const [c, column] of item.columns.entries()) {
      if (isFixedCell(column, held) || isBlocked(column, held)) continue;
      const said = this.said(item, reading, column);
      const reads =
        reading.cells[column.id] ?? (said === "" ? emptyCell : { state: "found" as const, value: said, raw: said });
      const before = row ? this.store.text(row.slot + c) : "";
      const spec = { ...columnInRow(column, seed), label: this.columnLabel(item, column) };
      cells.push(cellOf(`${id}:${column.id}`, spec, reads, before, { column: c }));
    }
    const changes = cells.some((cell) => cell.changes);
    const heads = item.columns
      .filter(({ header }) => header)
      .map((column) => this.said(item, { ...reading, key: reading.key ?? "" }, column));
    const named = heads.filter((text) => text !== "").join(" ");
    const first = cells.find(({ state }) => state === "found");
    const name = named || (row ? this.store.rowName(item.id, row) : undefined) || first?.after || "";
    return {
      id,
      name,
      kind: row ? "both" : "added",
      ...(row ? { row } : {}),
      cells,
      changes,
      proposed: changes || !row,
    };
  }

  private missing(item: TableItem, row: RowView): PlanRow {
    const blank = item.columns.every((column, c) => {
      const seed = item.seed?.find(({ key }) => key === row.key);
      return isFixedCell(column, seed) || this.store.text(row.slot + c) === "";
    });
    const text = item.columns.map((_, c) => this.store.text(row.slot + c)).find((one) => one !== "");
    const name = this.store.rowName(item.id, row) ?? text ?? "";
    return { id: `${item.id}:-${row.id}`, name, kind: "missing", row, cells: [], changes: true, proposed: blank };
  }
}

export function planImport(store: Store, result: ImportResult): Plan {
  return new Planner(store, result).plan();
}

/** The ids that are proposed: cells, and rows that come or go. */
export function proposedIds(plan: Plan): Set<string> {
  const ids = new Set<string>();
  for (const { cells, tables } of plan.sections) {
    for (const cell of cells) if (cell.proposed) ids.add(cell.id);
    for (const { rows } of tables) {
      for (const row of rows) {
        if (row.kind !== "both" && row.proposed) ids.add(row.id);
        for (const cell of row.cells) if (cell.proposed) ids.add(cell.id);
      }
    }
  }
  return ids;
}
