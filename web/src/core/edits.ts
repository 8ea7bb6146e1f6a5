// What the store tells, does and answers as a whole: a change, several edits as one step, a draft looked at without being opened.
import type { ChangedPlace } from "./changed-place";
import type { FindingView, Notice, SessionEdits, Snapshot } from "./door";

export interface Change {
  /** Slots whose text is another now; undefined when everything may be. */
  readonly slots: readonly number[] | undefined;
  readonly findings: { readonly changed: readonly FindingView[]; readonly gone: readonly string[] };
  readonly origin: "typing" | "command" | "undo" | "redo" | "open";
  /** Where a step of the history was. */
  readonly place?: ChangedPlace;
}

/** What can be done within `together`. Rows are there, with their slots, as soon as a call returns. */
export interface Edits {
  set(slot: number, text: string): void;
  /** `seed`: the number of a row the form begins with, which was taken out. */
  insertRow(table: number, index: number, seed?: number): void;
  removeRow(table: number, index: number): void;
  moveRow(table: number, from: number, to: number): void;
  /** Under the name of where it came from: `Session.keepAside`. */
  keepAside(at: string, text: string): void;
  session(act: (session: SessionEdits) => number): void;
}

export type Examined =
  | { readonly ok: true; readonly notices: readonly Notice[]; readonly text: string; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly notices: readonly Notice[] };
