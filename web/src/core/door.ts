// The one file that knows the core's module: its raw functions, their flags, and the JSON that passes through.
// See ARCHITECTURE.md §6. Nothing here throws for what a user did; a thrown error is a bug.
import type { FormView } from "./form-view";

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

export interface Aside {
  readonly at: string;
  readonly text: string;
}

export interface Notice {
  readonly code: string;
  readonly at?: string;
  readonly message: string;
}

export interface Snapshot {
  readonly values: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly RowView[]>>;
  readonly findings: readonly FindingView[];
  readonly counts: Readonly<Record<string, Counts>>;
  readonly sections: readonly Progress[];
  /** Required cells that are still blank, in the form's order. */
  readonly todo: readonly number[];
  readonly aside: readonly Aside[];
  readonly history: History;
}

export interface Delta extends Partial<Omit<Snapshot, "findings">> {
  readonly findings?: { readonly changed?: readonly FindingView[]; readonly gone?: readonly string[] };
}

export interface Opened {
  readonly ok: boolean;
  readonly notices: readonly Notice[];
}

export interface DefinitionProblem {
  readonly code: string;
  readonly file: string;
  readonly place: string;
  readonly column?: number;
  readonly message: string;
}

export type Loaded =
  | { readonly ok: true; readonly form: FormView }
  | { readonly ok: false; readonly error: DefinitionProblem };

/** What a change touched, as the flags of `set` and its kind say. */
export const changed = { findings: 1, counts: 2, progress: 4, values: 8, rows: 16, history: 32 } as const;

/** The session as the module exports it. Structured results are JSON text. */
export interface RawSession {
  open(json: string | Uint8Array): string;
  /** A blank draft again. */
  clear(): void;
  snapshot(): string;
  setInput(slot: number, bytes: number): number;
  editInput(slot: number, from: number, removed: number, bytes: number): number;
  delta(): string;
  insertRow(table: number, index: number): number;
  removeRow(table: number, index: number): number;
  moveRow(table: number, from: number, to: number): number;
  begin(label: string): void;
  end(): void;
  mark(): void;
  undo(): number;
  redo(): number;
  applyFix(key: string): number;
  draft(saved: string): string;
  delete(): void;
}

export interface RawCore {
  load(files: string): string;
  Session: new () => RawSession;
  /** Where a text of so many bytes may be put for `setInput` and `editInput`: an address in HEAPU8. */
  inputBuffer(bytes: number): number;
  /** Another array whenever the memory grew. */
  readonly HEAPU8: Uint8Array;
}

/** What the Emscripten module's default export is. */
export type CoreFactory = (options: { wasmBinary: ArrayBuffer }) => Promise<RawCore>;

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
  insertRow(table: number, index: number): number {
    return this.raw.insertRow(table, index);
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
  applyFix(key: string): number {
    return this.raw.applyFix(key);
  }
  /** `saved`: the time to note, RFC 3339; the core has no clock. */
  draft(saved: string): string {
    return this.raw.draft(saved);
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

export function loadDefinition(core: RawCore, files: string): Loaded {
  return JSON.parse(core.load(files)) as Loaded;
}
