// Where every cell of a pasted block goes: by the names of rows and columns where the block has them, else from the cell in
// which it was pasted. What finds no place is said with the reason; nothing is left out in silence.
import type { Block, BlockCell } from "../clipboard/block";
import { valueFor } from "./fit";
import { columnOfNames, headRows, identityColumns, isNumbering, matchColumns } from "./heads";
import { normalName, partOf, sameName } from "./names";
import type { Target, TargetCell } from "./target";

export type Reason =
  | "title"
  | "noColumn"
  | "noRow"
  | "twice"
  | "blocked"
  | "otherName"
  | "full"
  | "noOption"
  | "outside";

export interface Homeless {
  readonly text: string;
  /** In the block, from 0; missing for what stood beside the tables. */
  readonly from?: readonly [number, number];
  readonly why: Reason;
}

export interface Placed {
  readonly from: readonly [number, number];
  /** Among the plan's rows. */
  readonly row: number;
  readonly column: number;
  readonly cell: TargetCell;
  /** What would be written, before any conversion. */
  readonly text: string;
}

export interface PlanRow {
  readonly name: string;
  /** Index in the table; undefined for a row to be added. */
  readonly index: number | undefined;
  readonly cells: readonly TargetCell[];
  /** The row of the block it was first filled from. */
  readonly source: number;
}

export interface Choice {
  /** Undefined: by name where there are names. */
  readonly byName?: boolean | undefined;
  /** For each column of the table a column of the block. */
  readonly columns?: readonly (number | undefined)[] | undefined;
}

export interface Plan {
  readonly rows: readonly PlanRow[];
  readonly cells: readonly Placed[];
  readonly homeless: readonly Homeless[];
  readonly columns: readonly (number | undefined)[];
  readonly byName: boolean;
  readonly canByName: boolean;
  /** [from, to) of the block's rows that are headings. */
  readonly heads: readonly [number, number];
  /** The block's column that only counts rows. */
  readonly numbering: number | undefined;
}

interface Layout {
  readonly body: readonly (readonly BlockCell[])[];
  readonly columns: readonly (number | undefined)[];
  readonly identity: readonly number[];
  readonly numbering: number | undefined;
}

const defined = (list: readonly (number | undefined)[]): number[] =>
  list.flatMap((one) => (one === undefined ? [] : [one]));

/** Without headings: what is left of the block goes, from left to right, into the columns from the cell where it was pasted;
 * a block that names its rows and brings all their values into all of them. */
function inOrder(found: readonly (number | undefined)[], layout: { width: number; skip: Set<number> }, target: Target) {
  const columns = [...found];
  const free = Array.from({ length: layout.width }, (_, c) => c).filter((c) => !layout.skip.has(c));
  const named = defined(found).length > 0;
  const values = target.columns.flatMap(({ heading }, t) => (heading ? [] : [t]));
  const whole = named && free.length >= values.length;
  for (let t = whole ? (values[0] ?? 0) : target.at.column; t < columns.length; t++) {
    if (columns[t] === undefined && !(named && target.columns[t]?.heading)) columns[t] = free.shift();
  }
  return columns;
}

function layOut(block: Block, target: Target, heads: readonly [number, number], choice: Choice): Layout {
  const body = block.rows.slice(heads[1]);
  const width = block.rows[0]?.length ?? 0;
  const identity = identityColumns(target);
  const texts = Array.from({ length: width }, (_, c) =>
    block.rows.slice(...heads).flatMap((row) => row[c]?.text || []),
  );
  const hasHeads = heads[1] > heads[0];
  const found = hasHeads ? matchColumns(texts, target.columns) : target.columns.map(() => undefined);
  for (const [t, column] of target.columns.entries()) {
    if (!column.heading || found[t] !== undefined) continue;
    const names = target.rows.map(({ cells }) => cells[t]?.text ?? "");
    found[t] = columnOfNames(body, names, (c) => !found.includes(c));
  }
  const first = Array.from({ length: width }, (_, c) => c).find((c) => !found.includes(c));
  const counts = first !== undefined && isNumbering(body, first) && defined(found).every((c) => c > first);
  const spare = width - defined(found).length > target.columns.length - target.at.column;
  const called = first !== undefined && texts[first]?.some((text) => /^(序号|编号|no\.?)$/i.test(text.trim()));
  const numbering = called || (counts && !hasHeads && (target.numbered || spare) && width > 1) ? first : undefined;
  const skip = new Set([...defined(found), ...(numbering === undefined ? [] : [numbering])]);
  const columns = choice.columns ?? (hasHeads ? found : inOrder(found, { width, skip }, target));
  return { body, columns, identity, numbering };
}

/** The name of each row of the body, parts that are blank taken from above. */
function namesOf({ body, columns, identity }: Layout): (readonly string[] | undefined)[] {
  const last: string[] = [];
  return body.map((row) => {
    const own = identity.map((t) => row[columns[t] ?? -1]?.text ?? "");
    if (own.every((text) => text === "")) return undefined;
    return own.map((text, n) => {
      if (text !== "") last[n] = text;
      return last[n] ?? "";
    });
  });
}

class Planner {
  readonly rows: PlanRow[] = [];
  readonly cells: Placed[] = [];
  readonly homeless: Homeless[] = [];
  private readonly byIndex = new Map<number, number>();
  private readonly written = new Set<string>();
  private added = 0;

  constructor(
    private readonly target: Target,
    private readonly layout: Layout,
    private readonly top: number,
  ) {}

  /** Nothing of a row can be placed. */
  lose(r: number, why: Reason): void {
    for (const [c, { text, covered }] of (this.layout.body[r] ?? []).entries()) {
      if (text !== "" && !covered && c !== this.layout.numbering) this.miss(text, r, c, why);
    }
  }

  /** `index`: of a row of the table; undefined adds one. */
  row(r: number, index: number | undefined, name: string): void {
    if (index === undefined && this.added >= this.target.room) {
      this.lose(r, this.target.room === 0 && this.target.item.rows === "fixed" ? "noRow" : "full");
      return;
    }
    const known = index === undefined ? undefined : this.target.rows[index];
    let at = index === undefined ? undefined : this.byIndex.get(index);
    if (at === undefined) {
      at = this.rows.length;
      this.rows.push({
        name: known?.name ?? name,
        index,
        cells: known?.cells ?? this.target.fresh.cells,
        source: this.top + r,
      });
      if (index === undefined) this.added++;
      else this.byIndex.set(index, at);
    }
    for (const [c, cell] of (this.layout.body[r] ?? []).entries()) this.cell(cell, r, c, at);
  }

  private cell({ text, covered }: BlockCell, r: number, c: number, row: number): void {
    const column = this.layout.columns.indexOf(c);
    const heading = this.target.columns[column]?.heading === true;
    const fresh = this.rows[row]?.index === undefined;
    if (text === "" || c === this.layout.numbering || (covered && !(heading && fresh))) return;
    const cell = this.rows[row]?.cells[column];
    if (!cell) this.miss(text, r, c, "noColumn");
    else if (cell.kind === "blocked") this.miss(text, r, c, "blocked");
    else if (cell.kind === "fixed") {
      if (!sameName(cell.text, text) && !partOf(cell.text, text) && this.target.columns[column]?.units !== true)
        this.miss(text, r, c, "otherName");
    } else this.put(text, r, c, row, column, cell);
  }

  private put(text: string, r: number, c: number, row: number, column: number, cell: TargetCell): void {
    const value = valueFor(cell.field, text);
    const place = `${row} ${column}`;
    if (value === undefined) this.miss(text, r, c, "noOption");
    else if (this.written.has(place)) this.miss(text, r, c, "twice");
    else {
      this.written.add(place);
      this.cells.push({ from: [this.top + r, c], row, column, cell, text: value });
    }
  }

  private miss(text: string, r: number, c: number, why: Reason): void {
    this.homeless.push({ text, from: [this.top + r, c], why });
  }
}

/** By name: equal names first, then the one that contains the other where only one does. */
function finder(target: Target, { identity }: Layout): (names: readonly string[]) => number {
  const keys = target.rows.map(({ cells }) => identity.map((t) => cells[t]?.text ?? ""));
  return (names) => {
    const same = keys.findIndex((key) => key.every((part, n) => normalName(part) === normalName(names[n] ?? "")));
    if (same >= 0) return same;
    const near = keys.flatMap((key, n) =>
      key.every((part, i) => sameName(part, names[i] ?? "") || (i === 0 && partOf(part, names[i] ?? ""))) ? [n] : [],
    );
    return near.length === 1 ? (near[0] ?? -1) : -1;
  };
}

export function plan(block: Block, target: Target, choice: Choice = {}): Plan {
  const heads = headRows(block, target.columns);
  const layout = layOut(block, target, heads, choice);
  const { identity, columns, body, numbering } = layout;
  const names = namesOf(layout);
  const find = finder(target, layout);
  const places = names.map((name) => (name ? find(name) : -1));
  const canByName =
    identity.length > 0 && identity.every((t) => columns[t] !== undefined) && places.some((place) => place >= 0);
  const byName = canByName && choice.byName !== false;
  const planner = new Planner(target, layout, heads[1]);
  const used = new Set<number>();
  for (const r of body.keys()) {
    const place = places[r] ?? -1;
    const name = names[r]?.join(" ") ?? "";
    if (!byName) {
      const index = target.at.row + r;
      planner.row(r, index < target.rows.length ? index : undefined, name);
    } else if (place >= 0 && used.has(place)) planner.lose(r, "twice");
    else if (place >= 0) {
      used.add(place);
      planner.row(r, place, name);
    } else if (names[r] && target.item.rows !== "fixed") planner.row(r, undefined, name);
    else planner.lose(r, "noRow");
  }
  const titles = block.rows
    .slice(0, heads[0])
    .flatMap((row, r) =>
      row.flatMap(({ text, covered }, c): Homeless[] =>
        text === "" || covered ? [] : [{ text, from: [r, c], why: "title" }],
      ),
    );
  const outside = block.outside.map((text): Homeless => ({ text, why: "outside" }));
  return {
    rows: planner.rows,
    cells: planner.cells,
    homeless: [...titles, ...planner.homeless, ...outside],
    columns,
    byName,
    canByName,
    heads,
    numbering,
  };
}
