// What is kept of a draft, beside its text. Order is told by `revision`, which only grows, never by the clock, which people set.

export interface FormName {
  readonly id: string;
  readonly edition: string;
  readonly version: string;
  /** As shown in lists that hold drafts of several forms. */
  readonly title: string;
}

export interface Filled {
  readonly required: number;
  readonly filled: number;
}

export interface DraftInfo {
  readonly id: string;
  /** As given by hand; else it is called by what is written in it. */
  readonly name?: string;
  /** What is written in it as its name, kept so that lists need not read it. */
  readonly title: string;
  readonly form: FormName;
  /** The draft it began as, on whichever machine: files of the same origin are the same application. */
  readonly origin: string;
  readonly revision: number;
  /** The page that wrote it: what another one wrote meanwhile is never overwritten. */
  readonly writer: string;
  /** RFC 3339, local. */
  readonly created: string;
  readonly changed: string;
  readonly progress: Filled;
  /** Characters of the text. */
  readonly size: number;
  /** When it was put away; it can be brought back until it is swept out. */
  readonly deleted?: string;
}

export interface DraftText {
  readonly id: string;
  readonly revision: number;
  readonly text: string;
}

/** Why a version was kept. */
export type VersionReason = "pause" | "hand" | "replace" | "restore" | "merge" | "conflict";

export interface Version {
  readonly id?: number;
  readonly draft: string;
  readonly revision: number;
  readonly time: string;
  readonly reason: VersionReason;
  readonly note?: string;
  readonly progress: Filled;
  readonly size: number;
}

export interface VersionText {
  readonly id: number;
  readonly text: string;
}
