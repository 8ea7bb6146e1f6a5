// What was copied, and whether it still reads as it did then. Kept in the browser, draft by draft; the latest drafts only.
import { shallowReactive } from "vue";
import { stamp } from "./stamp";

export type TickState = "none" | "fresh" | "stale";

interface Kept {
  readonly draft: string;
  /** Where one was. */
  readonly at: string;
  readonly stamps: Readonly<Record<string, string>>;
}

/** Small texts kept in the browser. */
export interface NoteKeeper {
  kept(name: string): string | null;
  keep(name: string, value: string): boolean;
}

const place = "copied";
const mostDrafts = 20;

function readAll(notes: NoteKeeper): readonly Kept[] {
  try {
    const list: unknown = JSON.parse(notes.kept(place) ?? "[]");
    return Array.isArray(list) ? list.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is Kept {
  const { draft, at, stamps } = (entry ?? {}) as Partial<Kept>;
  return typeof draft === "string" && typeof at === "string" && typeof stamps === "object" && stamps !== null;
}

export class Ticks {
  private readonly stamps = shallowReactive(new Map<string, string>());
  /** Where one was when the assistant was last open. */
  at: string;

  constructor(
    private readonly notes: NoteKeeper,
    private readonly draft: string,
  ) {
    const kept = readAll(notes).find((entry) => entry.draft === draft);
    this.at = kept?.at ?? "";
    for (const [id, value] of Object.entries(kept?.stamps ?? {})) this.stamps.set(id, String(value));
  }

  state(id: string, content: string): TickState {
    const then = this.stamps.get(id);
    if (then === undefined) return "none";
    return then === stamp(content) ? "fresh" : "stale";
  }

  /** `contents`: what was copied, by id. */
  tick(contents: readonly (readonly [id: string, content: string])[]): void {
    for (const [id, content] of contents) this.stamps.set(id, stamp(content));
    this.write();
  }

  untick(ids: readonly string[]): void {
    for (const id of ids) this.stamps.delete(id);
    this.write();
  }

  clear(): void {
    this.stamps.clear();
    this.write();
  }

  visit(at: string): void {
    if (at === this.at) return;
    this.at = at;
    this.write();
  }

  private write(): void {
    const stamps: Record<string, string> = {};
    for (const [id, value] of this.stamps) stamps[id] = value;
    const others = readAll(this.notes).filter(({ draft }) => draft !== this.draft);
    const mine = { draft: this.draft, at: this.at, stamps };
    this.notes.keep(place, JSON.stringify([mine, ...others].slice(0, mostDrafts)));
  }
}
