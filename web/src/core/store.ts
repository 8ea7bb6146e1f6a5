// The one mirror of the draft in the page. Every change goes through here to the core, and what the core answers is laid
// down cell by cell, so that a key re-renders only what shows that cell.
import { type InjectionKey, inject, shallowReactive, shallowRef } from "vue";
import type { Aside, Counts, Delta, FindingView, History, Opened, Progress, RowView, Session, Snapshot } from "./door";
import { FormIndex, type Place } from "./form-index";
import type { FormView } from "./form-view";
import { spliceBetween } from "./splice";

export interface Change {
  /** Slots whose text is another now; undefined when everything may be. */
  readonly slots: readonly number[] | undefined;
  readonly findings: { readonly changed: readonly FindingView[]; readonly gone: readonly string[] };
  readonly origin: "typing" | "command" | "open";
}

interface CellPlace {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

/** Above this many characters an edit is handed over as a splice instead of the whole text. */
const spliceFrom = 200;

export class Store {
  readonly index: FormIndex;
  readonly values = shallowReactive(new Map<number, string>());
  readonly counts = shallowReactive(new Map<number, Counts>());
  readonly rows = shallowReactive(new Map<string, readonly RowView[]>());
  readonly progress = shallowReactive(new Map<string, Progress>());
  readonly todo = shallowRef<readonly number[]>([]);
  readonly history = shallowRef<History>({ undo: null, redo: null });
  readonly aside = shallowRef<readonly Aside[]>([]);
  /** Grows with every change of content; watch it to know that something must be saved. */
  readonly revision = shallowRef(0);
  /** Grows when rows came, went or moved: then the order of cells is another. */
  readonly layout = shallowRef(0);

  private readonly listeners = new Set<(change: Change) => void>();
  private readonly session: Session;
  private cells = new Map<number, CellPlace>();

  constructor(
    readonly form: FormView,
    private readonly newSession: () => Session,
  ) {
    this.index = new FormIndex(form);
    this.session = newSession();
    this.take(this.session.snapshot());
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  text(slot: number): string {
    return this.values.get(slot) ?? "";
  }

  /** What a key does. Idempotent: input methods report the same text more than once. */
  type(slot: number, text: string): void {
    const before = this.text(slot);
    if (before === text) return;
    const splice = before.length > spliceFrom ? spliceBetween(before, text) : undefined;
    const flags = splice
      ? this.session.edit(slot, splice.from, splice.removed, splice.inserted)
      : this.session.set(slot, text);
    this.values.set(slot, text);
    this.revision.value++;
    if (flags !== 0) this.lay(this.session.delta(), "typing");
  }

  /** The same, as a deliberate act: a box ticked, an option chosen. */
  choose(slot: number, text: string): void {
    if (this.text(slot) === text) return;
    this.session.mark();
    this.session.set(slot, text);
    this.session.mark();
    this.values.set(slot, text);
    this.revision.value++;
    this.lay(this.session.delta(), "command");
  }

  /** A pause or a blur: what follows is an undo step of its own. */
  mark(): void {
    this.session.mark();
  }

  insertRow(table: number, index: number): void {
    this.command(() => this.session.insertRow(table, index));
  }
  removeRow(table: number, index: number): void {
    this.command(() => this.session.removeRow(table, index));
  }
  moveRow(table: number, from: number, to: number): void {
    this.command(() => this.session.moveRow(table, from, to));
  }
  undo(): void {
    this.command(() => this.session.undo());
  }
  redo(): void {
    this.command(() => this.session.redo());
  }
  applyFix(key: string): void {
    this.command(() => this.session.applyFix(key));
  }

  /** What opening would say, without doing it. */
  probe(draft: string | Uint8Array): Opened {
    const session = this.newSession();
    const opened = session.open(draft);
    session.dispose();
    return opened;
  }

  /** On failure the open draft is untouched. */
  open(draft: string | Uint8Array): Opened {
    const opened = this.session.open(draft);
    if (opened.ok) this.take(this.session.snapshot());
    return opened;
  }

  startBlank(): void {
    this.session.clear();
    this.take(this.session.snapshot());
  }

  /** `saved`: the time to note in the file. */
  draft(saved: string): string {
    return this.session.draft(saved);
  }

  /** Whether nothing has been typed: headings of seeded rows do not count. */
  isBlank(): boolean {
    if (this.aside.value.length > 0) return false;
    for (const [slot, text] of this.values) {
      if (text !== "" && !this.isHeading(slot)) return false;
    }
    return true;
  }

  /** Where a cell stands in the form's order; undefined once its row is removed. */
  place(slot: number): Place | undefined {
    const scalar = this.index.scalars.get(slot);
    if (scalar) return { position: scalar.position, row: 0, column: 0 };
    const cell = this.cells.get(slot);
    const table = cell && this.index.tables.get(cell.table);
    return cell && table ? { position: table.position, row: cell.row, column: cell.column } : undefined;
  }

  /** What a row is called: its headings, 市场占有率 2023年; undefined when they are blank. */
  rowName(table: string, row: RowView): string | undefined {
    const entry = this.index.tables.get(table);
    const seed = row.key === undefined ? undefined : entry?.seeds.get(row.key);
    const heads = entry?.columns.map((column, c) =>
      column.header ? (seed?.values?.[column.id] ?? this.text(row.slot + c)) : "",
    );
    return heads?.filter((head) => head !== "").join(" ") || undefined;
  }

  /** What a cell is called in a list; `rowNumber` names a row without headings. */
  label(slot: number, rowNumber: (n: number) => string): string {
    const scalar = this.index.scalars.get(slot);
    if (scalar) return scalar.field.label;
    const cell = this.cells.get(slot);
    const row = cell && this.rows.get(cell.table)?.[cell.row];
    if (!cell || !row) return "";
    const column = this.index.tables.get(cell.table)?.columns[cell.column];
    return `${this.rowName(cell.table, row) ?? rowNumber(cell.row + 1)} ${column?.label ?? ""}`;
  }

  /** The section a cell stands in. */
  sectionOf(slot: number): string | undefined {
    const scalar = this.index.scalars.get(slot);
    if (scalar) return scalar.section;
    const cell = this.cells.get(slot);
    return cell && this.index.tables.get(cell.table)?.section;
  }

  private isHeading(slot: number): boolean {
    const cell = this.cells.get(slot);
    const table = cell && this.index.tables.get(cell.table);
    if (!cell || !table?.columns[cell.column]?.header) return false;
    return this.rows.get(cell.table)?.[cell.row]?.key !== undefined;
  }

  private command(act: () => number): void {
    this.session.mark();
    const flags = act();
    if (flags === 0) return;
    this.session.mark();
    this.revision.value++;
    this.lay(this.session.delta(), "command");
  }

  private take(snapshot: Snapshot): void {
    const { findings, ...rest } = snapshot;
    this.values.clear();
    this.counts.clear();
    this.aside.value = [];
    this.put(rest);
    this.revision.value++;
    this.tell({ slots: undefined, findings: { changed: findings, gone: [] }, origin: "open" });
  }

  private lay(delta: Delta, origin: Change["origin"]): void {
    this.put(delta);
    const { changed = [], gone = [] } = delta.findings ?? {};
    this.tell({ slots: Object.keys(delta.values ?? {}).map(Number), findings: { changed, gone }, origin });
  }

  private put(part: Partial<Omit<Snapshot, "findings">>): void {
    for (const [slot, text] of Object.entries(part.values ?? {})) this.values.set(Number(slot), text);
    for (const [slot, counts] of Object.entries(part.counts ?? {})) this.counts.set(Number(slot), counts);
    for (const [table, rows] of Object.entries(part.rows ?? {})) this.rows.set(table, rows);
    for (const progress of part.sections ?? []) this.progress.set(progress.id, progress);
    if (part.todo) this.todo.value = part.todo;
    if (part.aside) this.aside.value = part.aside;
    if (part.history) this.history.value = part.history;
    if (part.rows) this.placeCells();
  }

  private placeCells(): void {
    this.cells = new Map();
    for (const [table, rows] of this.rows) {
      const width = this.index.tables.get(table)?.columns.length ?? 0;
      for (const [row, { slot }] of rows.entries()) {
        for (let column = 0; column < width; column++) this.cells.set(slot + column, { table, row, column });
      }
    }
    this.layout.value++;
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}

export const storeKey: InjectionKey<Store> = Symbol("store");

export function useStore(): Store {
  const store = inject(storeKey);
  if (!store) throw new Error("no store was provided");
  return store;
}
