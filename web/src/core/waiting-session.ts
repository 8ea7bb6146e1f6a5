// Stands for the session until the core is there: shows the blank draft as the build has noted it, remembers in their order the
// calls that change something, and makes them good on the real one.
import type { RowView, Session, Snapshot } from "./door";

/** What a blank draft looks like: of a snapshot, what is not empty and not told by the form itself, short. */
export interface BlankDraft {
  /** By table: each row's first slot, its id, and the key of a seeded row where that is not its id. */
  readonly rows: Readonly<Record<string, readonly BlankRow[]>>;
  /** How many cells each section requires. */
  readonly required: Readonly<Record<string, number>>;
  readonly todo: readonly number[];
}
type BlankRow = readonly [slot: number, id: string, key?: string | null];

function rowOf([slot, id, key = id]: BlankRow): RowView {
  return key === null ? { slot, id } : { slot, id, key };
}

function snapshotOf({ rows, required, todo }: BlankDraft): Snapshot {
  return {
    values: {},
    counts: {},
    derived: {},
    findings: [],
    aside: [],
    checked: [],
    figures: [],
    history: { undo: null, redo: null },
    rows: Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(rowOf)])),
    sections: Object.entries(required).map(([id, n]) => ({ id, required: n, filled: 0 })),
    todo,
  };
}

export interface WaitingSession {
  /** As far as changes and the first snapshot go. */
  readonly session: Session;
  /** Whether there was anything to do. */
  replay(real: Session): boolean;
}

type Call = (session: Session) => unknown;

export function waitingSession(blank: BlankDraft): WaitingSession {
  const calls: Call[] = [];
  const first = snapshotOf(blank);
  const session = new Proxy({} as Session, {
    get(_, name: keyof Session) {
      if (name === "snapshot") return () => first;
      return (...args: readonly unknown[]) => {
        calls.push((real) => (real[name] as (...args: readonly unknown[]) => unknown)(...args));
        return 0; // no flags: nothing to ask for
      };
    },
  });
  return {
    session,
    replay(real) {
      const all = calls.splice(0);
      for (const call of all) call(real);
      return all.length > 0;
    },
  };
}
