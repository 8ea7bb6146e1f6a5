// The one file that knows the core's module: its raw functions, their flags, and the JSON that passes through.
// See ARCHITECTURE.md §6. Nothing here throws for what a user did; a thrown error is a bug.

export type Severity = "error" | "warning" | "advice";
export type Basis = "notice" | "form" | "standard" | "practice";

/** words, codePoints, codePointsNoSpace, utf16Units, han */
export type Counts = readonly [number, number, number, number, number];

export interface FindingView {
  readonly key: string;
  readonly rule: string;
  readonly row?: string;
  /** The first gets the focus; empty when a whole table is meant. */
  readonly slots: readonly number[];
  readonly table?: number;
  readonly section: string;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly clause?: { readonly where: string; readonly quote?: string; readonly source: string };
  readonly message: string;
  readonly actual?: string;
  readonly limit?: string;
  readonly fix?: { readonly slot: number; readonly to: string; readonly label: string };
  readonly acknowledgeable?: boolean;
  readonly acknowledged?: string;
}

export interface RowView {
  readonly id: string;
  /** Of a seeded row: which seed. */
  readonly key?: string;
  /** Of its first column; the others follow. */
  readonly slot: number;
}

export interface Progress {
  readonly id: string;
  readonly required: number;
  readonly filled: number;
}

export interface History {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A step of the history as a list shows it: what it was, and at which cell or in which table. */
export interface StepView {
  readonly label: string;
  readonly slot?: number;
  readonly table?: number;
}

/** The nearest first. */
export interface Steps {
  readonly done: readonly StepView[];
  readonly undone: readonly StepView[];
}

export interface Aside {
  readonly at: string;
  readonly text: string;
}

export interface Notice {
  readonly code: string;
  readonly at?: string;
  readonly message: string;
}

/** A picture by what it holds: its bytes are kept by the page, under `blob`. */
export interface PictureInfo {
  /** image/jpeg or image/png */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly blob: string;
}

/** Figure n is the n-th of the list; a line 【图n】 stands for it. Those without a narrative are last and have no number. */
export interface FigureView extends Omit<PictureInfo, "blob"> {
  readonly id: string;
  /** Of its narrative; missing for a picture that came with a file and belongs to none. */
  readonly slot?: number;
  readonly caption: string;
  /** Whether the narrative has its line. */
  readonly placed: boolean;
  /** Missing as long as the core still holds the bytes that came with a file: see `pictureData`. */
  readonly blob?: string;
}

export type Derived = Readonly<Record<string, string>>;

export interface Snapshot {
  readonly figures: readonly FigureView[];
  readonly values: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly RowView[]>>;
  readonly findings: readonly FindingView[];
  readonly counts: Readonly<Record<string, Counts>>;
  /** By slot what stands beside the cell, by its id: plain numbers as texts, or words. */
  readonly derived: Readonly<Record<string, Derived>>;
  readonly sections: readonly Progress[];
  /** Required cells that are still blank, in the form's order. */
  readonly todo: readonly number[];
  readonly aside: readonly Aside[];
  /** Ids of the hand checks that are ticked. */
  readonly checked: readonly string[];
  readonly history: History;
}

export interface Delta extends Partial<Omit<Snapshot, "findings">> {
  readonly findings?: { readonly changed?: readonly FindingView[]; readonly gone?: readonly string[] };
}

export interface Opened {
  readonly ok: boolean;
  readonly notices: readonly Notice[];
}

/** What a change touched, as the flags of `set` and its kind say. */
export const changed = {
  findings: 1,
  counts: 2,
  progress: 4,
  values: 8,
  rows: 16,
  history: 32,
  figures: 64,
  aside: 128,
  checked: 256,
} as const;

/** The session as the module exports it. Structured results are JSON text. */
export interface RawSession {
  open(json: string | Uint8Array): string;
  /** A blank draft again. */
  clear(): void;
  snapshot(): string;
  setInput(slot: number, bytes: number): number;
  editInput(slot: number, from: number, removed: number, bytes: number): number;
  delta(): string;
  /** `seed`: 0xffffffff for a row of one's own. */
  insertRow(table: number, index: number, seed: number): number;
  removeRow(table: number, index: number): number;
  moveRow(table: number, from: number, to: number): number;
  begin(label: string): void;
  end(): void;
  mark(): void;
  undo(): number;
  redo(): number;
  insertFigure(
    slot: number,
    at: number,
    caption: string,
    type: string,
    width: number,
    height: number,
    bytes: number,
    blob: string,
  ): number;
  replaceFigure(id: string, type: string, width: number, height: number, bytes: number, blob: string): number;
  placeFigure(id: string, slot: number, at: number): number;
  moveFigure(id: string, to: number): number;
  removeFigure(id: string): number;
  captionFigure(id: string, caption: string): number;
  orderFigures(slot: number): number;
  pictureData(id: string): string;
  storePicture(id: string, blob: string, bytes: number): number;
  keepAside(at: string, text: string): number;
  dropAside(at: string): number;
  acknowledge(key: string, reason: string, time: string): number;
  reopen(key: string): number;
  applyFix(key: string): number;
  setOrigin(id: string, revision: number, name: string): void;
  steps(): string;
  draft(saved: string): string;
  report(): string;
  /** Everything anew, with the same result: for measuring. */
  recheck(): void;
  delete(): void;
}

export interface RawCore {
  /** A compiled definition and the form as it is shown (UTF-8 JSON), of which sessions are from now on: 0, or what is wrong (3: nothing but that
   * the core is not whole). */
  readImage(image: Uint8Array, view: Uint8Array, whole: boolean): number;
  Session: new () => RawSession;
  /** Where a text of so many bytes may be put for `setInput` and `editInput`: an address in HEAPU8. */
  inputBuffer(bytes: number): number;
  /** Another array whenever the memory grew. */
  readonly HEAPU8: Uint8Array;
  /** Brings the second half: until then `late` calls throw before they have touched anything. */
  rest(wasm: WebAssembly.Module | BufferSource): Promise<void>;
  readonly whole: boolean;
  readonly late: Readonly<Partial<Record<keyof RawSession, number>>>;
}

/** What the Emscripten module's default export is. */
export type CoreFactory = (options: { wasm: WebAssembly.Module | BufferSource }) => Promise<RawCore>;

const encoder = new TextEncoder();

/** A session with its results read. Calls that change something return the flags; ask `delta()` once they are not 0. */
export class Session {
  private readonly raw: RawSession;

  /** Of the definition that was loaded last. */
  constructor(private readonly core: RawCore) {
    this.raw = new core.Session();
  }

  /** On failure nothing changes. Bytes are judged as they are: it is the core that says whether they are UTF-8. */
  open(draft: string | Uint8Array): Opened {
    return JSON.parse(this.raw.open(draft)) as Opened;
  }
  snapshot(): Snapshot {
    return JSON.parse(this.raw.snapshot()) as Snapshot;
  }
  clear(): void {
    this.raw.clear();
  }
  set(slot: number, text: string): number {
    return this.raw.setInput(slot, this.put(text));
  }
  edit(slot: number, from: number, removed: number, inserted: string): number {
    return this.raw.editInput(slot, from, removed, this.put(inserted));
  }
  delta(): Delta {
    return JSON.parse(this.raw.delta()) as Delta;
  }
  /** `seed`: the number of a row the form begins with, which was taken out; without it a row of one's own. */
  insertRow(table: number, index: number, seed = 0xffffffff): number {
    return this.raw.insertRow(table, index, seed);
  }
  removeRow(table: number, index: number): number {
    return this.raw.removeRow(table, index);
  }
  moveRow(table: number, from: number, to: number): number {
    return this.raw.moveRow(table, from, to);
  }
  /** One undo step round several changes. */
  begin(label: string): void {
    this.raw.begin(label);
  }
  end(): void {
    this.raw.end();
  }
  /** The next change starts a new undo step. */
  mark(): void {
    this.raw.mark();
  }
  undo(): number {
    return this.raw.undo();
  }
  redo(): number {
    return this.raw.redo();
  }
  /** A line 【图n】 for it comes to the line at `at`, UTF-16 units into the narrative; the others are numbered anew. */
  insertFigure(slot: number, at: number, caption: string, picture: PictureInfo): number {
    const { type, width, height, bytes, blob } = picture;
    return this.raw.insertFigure(slot, at, caption, type, width, height, bytes, blob);
  }
  replaceFigure(id: string, { type, width, height, bytes, blob }: PictureInfo): number {
    return this.raw.replaceFigure(id, type, width, height, bytes, blob);
  }
  /** Its line there and nowhere else; also in another narrative. */
  placeFigure(id: string, slot: number, at: number): number {
    return this.raw.placeFigure(id, slot, at);
  }
  /** Among the figures of its narrative, from 0: the lines stay, the figures change places. */
  moveFigure(id: string, to: number): number {
    return this.raw.moveFigure(id, to);
  }
  /** With its line. */
  removeFigure(id: string): number {
    return this.raw.removeFigure(id);
  }
  captionFigure(id: string, caption: string): number {
    return this.raw.captionFigure(id, caption);
  }
  /** Numbers as the lines stand in the narrative. */
  orderFigures(slot: number): number {
    return this.raw.orderFigures(slot);
  }
  /** Base64 that came with a file and that nobody has put away yet; "" when there is none. */
  pictureData(id: string): string {
    return this.raw.pictureData(id);
  }
  /** The bytes of `pictureData` are kept under `blob` now. No step of the history. */
  storePicture(id: string, blob: string, bytes: number): number {
    return this.raw.storePicture(id, blob, bytes);
  }
  /** A text for which the form has no place, under the name of where it came from; once, however often it is told. */
  keepAside(at: string, text: string): number {
    return this.raw.keepAside(at, text);
  }
  dropAside(at: string): number {
    return this.raw.dropAside(at);
  }
  /** `time`: RFC 3339. The key `handCheck@ID` ticks a hand check, and `reopen` takes that back. */
  acknowledge(key: string, reason: string, time: string): number {
    return this.raw.acknowledge(key, reason, time);
  }
  reopen(key: string): number {
    return this.raw.reopen(key);
  }
  applyFix(key: string): number {
    return this.raw.applyFix(key);
  }
  setOrigin(id: string, revision: number, name: string): void {
    this.raw.setOrigin(id, revision, name);
  }
  steps(): Steps {
    return JSON.parse(this.raw.steps()) as Steps;
  }
  /** `saved`: the time to note, RFC 3339; the core has no clock. */
  draft(saved: string): string {
    return this.raw.draft(saved);
  }

  /** The report of all findings (ARCHITECTURE.md §5), as JSON text. */
  report(): string {
    return this.raw.report();
  }

  dispose(): void {
    this.raw.delete();
  }

  /** Straight into the core's memory: four times as fast as handing over a string. Gives the number of bytes. */
  private put(text: string): number {
    const room = text.length * 3;
    const at = this.core.inputBuffer(room);
    return encoder.encodeInto(text, this.core.HEAPU8.subarray(at, at + room)).written;
  }
}

/** Edits of figures: each rewrites the 【图n】 lines it touches. */
export type FigureEdits = Pick<
  Session,
  "insertFigure" | "replaceFigure" | "placeFigure" | "moveFigure" | "removeFigure" | "orderFigures"
>;
/** The same, and of what was kept: findings with a reason, looked up by what they say, and what the form has no place for. */
export type SessionEdits = FigureEdits & Pick<Session, "draft" | "snapshot" | "acknowledge" | "reopen" | "dropAside">;

/** Throws when they are damaged or of another build than the core. `bring`: the second half, for a form that needs it from the start. */
export async function readDefinition(
  core: RawCore,
  image: Uint8Array,
  view: Uint8Array,
  bring: () => Promise<WebAssembly.Module | BufferSource>,
): Promise<void> {
  let fault = core.readImage(image, view, core.whole);
  if (fault === 3) {
    await core.rest(await bring());
    fault = core.readImage(image, view, core.whole);
  }
  if (fault !== 0) throw new Error(`definition image: ${fault === 2 ? "other core" : "damaged"}`);
}
