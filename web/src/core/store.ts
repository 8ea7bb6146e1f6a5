// The one mirror of the draft in the page. Every change goes through here to the core, and what the core answers is laid
// down cell by cell, so that a key re-renders only what shows that cell.
import { shallowReactive, shallowRef } from "vue";
import { changedPlace } from "./changed-place";
import type {
  Aside,
  Counts,
  Delta,
  Derived,
  FigureEdits,
  FigureView,
  History,
  Opened,
  Progress,
  RowView,
  Session,
  Snapshot,
  Steps,
} from "./door";
import type { Change, Edits, Examined } from "./edits";
import { type CellPlace, FormIndex, type Place } from "./form-index";
import type { FormView } from "./form-view";
import type { Rest } from "./rest";
import { spliceBetween } from "./splice";

export type { Change, Edits, Examined };

/** Above this many characters an edit is handed over as a splice instead of the whole text. */
const spliceFrom = 200;

export class Store {
  readonly index: FormIndex;
  readonly values = shallowReactive(new Map<number, string>());
  readonly counts = shallowReactive(new Map<number, Counts>());
  /** What the core derives from rows, by the cell beside which it stands. */
  readonly derived = shallowReactive(new Map<number, Derived>());
  readonly rows = shallowReactive(new Map<string, readonly RowView[]>());
  readonly progress = shallowReactive(new Map<string, Progress>());
  readonly todo = shallowRef<readonly number[]>([]);
  readonly history = shallowRef<History>({ undo: null, redo: null });
  readonly aside = shallowRef<readonly Aside[]>([]);
  /** Hand checks that are ticked. */
  readonly checked = shallowRef<readonly string[]>([]);
  /** In the order of their numbers. */
  readonly figures = shallowRef<readonly FigureView[]>([]);
  /** Grows with every change of content; watch it to know that something must be saved. */
  readonly revision = shallowRef(0);
  /** Grows when rows came, went or moved: then the order of cells is another. */
  readonly layout = shallowRef(0);

  /** Another page writes this draft: here it can be looked at, and nothing a person does changes it. */
  readonly readOnly = shallowRef(false);

  private readonly listeners = new Set<(change: Change) => void>();
  private session: Session;
  private cells = new Map<number, CellPlace>();

  constructor(
    readonly form: FormView,
    private newSession: () => Session,
    /** What needs the core's second half waits for it here. */
    readonly rest: Rest,
  ) {
    this.index = new FormIndex(form);
    this.session = newSession();
    this.take(this.session.snapshot());
  }

  /** The core has come: what was done meanwhile is done with a session of its own. `replay` says whether there was any. */
  connect(newSession: () => Session, replay: (session: Session) => boolean): void {
    this.newSession = newSession;
    this.session = newSession();
    const done = replay(this.session);
    const { findings, values, counts, derived, ...rest } = this.session.snapshot();
    this.put({ values, counts, derived, ...(done ? rest : {}) });
    if (done) this.tell({ slots: undefined, findings: { changed: findings, gone: [] }, origin: "typing" });
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
    if (before === text || this.readOnly.value) return;
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
    if (this.text(slot) === text || this.readOnly.value) return;
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
    this.late(() => this.session.insertRow(table, index));
  }
  removeRow(table: number, index: number): void {
    this.late(() => this.session.removeRow(table, index));
  }
  moveRow(table: number, from: number, to: number): void {
    this.late(() => this.session.moveRow(table, from, to));
  }
  undo(): void {
    this.travel(-1);
  }
  redo(): void {
    this.travel(1);
  }
  /** So many steps back (negative) or forth through the history. */
  travel(steps: number): void {
    const step = () => (steps < 0 ? this.session.undo() : this.session.redo());
    this.late(
      () => {
        let flags = 0;
        for (let n = Math.abs(steps); n > 0; n--) flags |= step();
        return flags;
      },
      steps < 0 ? "undo" : "redo",
    );
  }
  /** What `travel` would walk through. Once the rest is here. */
  steps(): Steps {
    return this.session.steps();
  }

  /** Keeps a finding as it is, with a reason; holds as long as its values do not change. */
  acknowledge(key: string, reason: string, time: string): void {
    this.late(() => this.session.acknowledge(key, reason, time));
  }
  reopen(key: string): void {
    this.late(() => this.session.reopen(key));
  }
  dropAside(at: string): void {
    this.late(() => this.session.dropAside(at));
  }
  applyFix(key: string): void {
    this.late(() => this.session.applyFix(key));
  }

  /** One edit of the figures as one undo step. */
  editFigures(act: (session: FigureEdits) => number): void {
    this.late(() => act(this.session));
  }
  /** What a key in a caption does. */
  typeCaption(id: string, caption: string): void {
    this.rest.whenHere(() => {
      if (!this.readOnly.value && this.session.captionFigure(id, caption) !== 0) this.typed();
    });
  }
  /** Once a file was opened. */
  pictureData(id: string): string {
    return this.session.pictureData(id);
  }
  storePicture(id: string, blob: string, bytes: number): void {
    if (this.session.storePicture(id, blob, bytes) !== 0) this.typed();
  }

  /** Many changes as one undo step, which bears `label`: at once when the rest is here. */
  together(label: string, act: (edits: Edits) => void): void {
    this.rest.whenHere(() => this.asOne(label, act));
  }

  private asOne(label: string, act: (edits: Edits) => void): void {
    if (this.readOnly.value) return;
    const { session } = this;
    session.mark();
    session.begin(label);
    try {
      act({
        set: (slot, text) => {
          if (this.text(slot) === text) return;
          session.set(slot, text);
          this.values.set(slot, text);
        },
        insertRow: (table, index, seed) => this.layNow(session.insertRow(table, index, seed)),
        removeRow: (table, index) => this.layNow(session.removeRow(table, index)),
        moveRow: (table, from, to) => this.layNow(session.moveRow(table, from, to)),
        keepAside: (at, text) => this.layNow(session.keepAside(at, text)),
        session: (change) => this.layNow(change(session)),
      });
    } finally {
      session.end();
      session.mark();
      this.revision.value++;
      this.lay(session.delta(), "command");
    }
  }

  /** A blank draft of the same form beside this one, for pictures of the page. */
  another(): Store {
    return new Store(this.form, this.newSession, this.rest);
  }

  dispose(): void {
    this.session.dispose();
  }

  /** A draft read without opening it: as the core writes it, and what stands in it. */
  examine(draft: string | Uint8Array): Promise<Examined> {
    return this.rest.load().then(() => this.examineNow(draft));
  }
  examineNow(draft: string | Uint8Array): Examined {
    const session = this.newSession();
    const { ok, notices } = session.open(draft);
    const examined: Examined = ok
      ? { ok, notices, text: session.draft(""), snapshot: session.snapshot() }
      : { ok, notices };
    session.dispose();
    return examined;
  }

  /** On failure the open draft is untouched. `…Now`: once the rest is here. */
  open(draft: string | Uint8Array): Promise<Opened> {
    return this.rest.load().then(() => this.openNow(draft));
  }
  openNow(draft: string | Uint8Array): Opened {
    const opened = this.session.open(draft);
    if (opened.ok) this.take(this.session.snapshot());
    return opened;
  }

  startBlank(): void {
    this.session.clear();
    this.take(this.session.snapshot());
  }

  /** What files written from now on name as the draft they are a copy of. */
  setOrigin(id: string, revision: number, name: string): void {
    this.session.setOrigin(id, revision, name);
  }

  /** `saved`: the time to note in the file. */
  draft(saved: string): string {
    return this.session.draft(saved);
  }

  /** All findings as a file would have them, shown yet or not; JSON text (ARCHITECTURE.md §5). */
  async report(): Promise<string> {
    await this.rest.load();
    return this.session.report();
  }

  /** Whether nothing has been typed: headings of seeded rows do not count. */
  isBlank(): boolean {
    if ([this.aside, this.figures, this.checked].some(({ value }) => value.length > 0)) return false;
    for (const [slot, text] of this.values) {
      // The texts of removed rows stay known: an undo brings them back.
      if (text !== "" && !this.isHeading(slot) && this.place(slot)) return false;
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

  /** One number that sorts cells as the form does; those that are gone come last. */
  orderOf(slot: number): number {
    const place = this.place(slot);
    return place ? (place.position * 1e4 + place.row) * 100 + place.column : Number.MAX_SAFE_INTEGER;
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
    if (scalar) return this.index.nameOf(slot) ?? "";
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

  private layNow(flags: number): void {
    if (flags !== 0) this.lay(this.session.delta(), "command");
  }

  private typed(): void {
    this.revision.value++;
    this.lay(this.session.delta(), "typing");
  }

  private late(act: () => number, origin?: Change["origin"]): void {
    this.rest.whenHere(() => this.command(act, origin));
  }

  private command(act: () => number, origin: Change["origin"] = "command"): void {
    if (this.readOnly.value) return;
    this.session.mark();
    const flags = act();
    if (flags === 0) return;
    this.session.mark();
    this.revision.value++;
    this.lay(this.session.delta(), origin);
  }

  private take(snapshot: Snapshot): void {
    const { findings, ...rest } = snapshot;
    this.values.clear();
    this.counts.clear();
    this.derived.clear();
    this.aside.value = [];
    this.put(rest);
    this.revision.value++;
    this.tell({ slots: undefined, findings: { changed: findings, gone: [] }, origin: "open" });
  }

  private lay(delta: Delta, origin: Change["origin"]): void {
    const travelled = origin === "undo" || origin === "redo";
    const place = travelled ? changedPlace(delta, this, (slot) => this.orderOf(slot)) : undefined;
    this.put(delta);
    const { changed = [], gone = [] } = delta.findings ?? {};
    const slots = Object.keys(delta.values ?? {}).map(Number);
    this.tell({ slots, findings: { changed, gone }, origin, ...(place ? { place } : {}) });
  }

  private put(part: Partial<Omit<Snapshot, "findings">>): void {
    for (const [slot, text] of Object.entries(part.values ?? {})) this.values.set(Number(slot), text);
    for (const [slot, counts] of Object.entries(part.counts ?? {})) this.counts.set(Number(slot), counts);
    for (const [slot, values] of Object.entries(part.derived ?? {})) this.derived.set(Number(slot), values);
    for (const [table, rows] of Object.entries(part.rows ?? {})) this.rows.set(table, rows);
    for (const progress of part.sections ?? []) this.progress.set(progress.id, progress);
    if (part.todo) this.todo.value = part.todo;
    if (part.aside) this.aside.value = part.aside;
    if (part.checked) this.checked.value = part.checked;
    if (part.figures) this.figures.value = part.figures;
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
