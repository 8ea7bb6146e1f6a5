// All drafts of this browser: in the database, with a second copy in the journal. Whichever of the two has the higher revision
// is the draft. Nothing throws from here but for a bug.
import { type Database, type TroubleKind, troubleOf } from "./database";
import type { Journal, Kept } from "./journal";
import type { DraftInfo } from "./records";

/** Up to so many characters the second copy is written with every save; above, only when the page is left. */
const journalled = 200_000;

export type SaveOutcome =
  /** `limited`: only the second copy could be written. */
  | { readonly kind: "saved"; readonly info: DraftInfo; readonly limited?: TroubleKind }
  /** Another page has written since. */
  | { readonly kind: "conflict" }
  | { readonly kind: "failed"; readonly why: TroubleKind };

export interface Listing {
  /** Newest change first; put-away ones too, see `deleted`. */
  readonly drafts: readonly DraftInfo[];
  /** Why there may be more than can be seen. */
  readonly trouble?: TroubleKind;
}

export class Shelf {
  constructor(
    readonly database: Database,
    readonly journal: Journal,
  ) {}

  async list(): Promise<Listing> {
    const found = new Map<string, DraftInfo>();
    let trouble: TroubleKind | undefined;
    try {
      for (const info of await this.database.use((db) => db.getAll("drafts"))) found.set(info.id, info);
    } catch (error) {
      trouble = troubleOf(error).kind;
    }
    for (const { info } of this.journal.list()) {
      const stored = found.get(info.id);
      if (!stored || stored.revision < info.revision) found.set(info.id, asListed(info, stored));
    }
    // Changed at the same revision cannot be; the clock only orders what is shown.
    const drafts = [...found.values()].sort((a, b) => Number(b.changed > a.changed) - Number(b.changed < a.changed));
    return trouble ? { drafts, trouble } : { drafts };
  }

  async read(id: string): Promise<Kept | undefined> {
    const copy = this.journal.read(id);
    let stored: Kept | undefined;
    try {
      stored = await this.database.use(async (db) => {
        const both = db.transaction(["drafts", "texts"]);
        const [info, text] = await Promise.all([both.objectStore("drafts").get(id), both.objectStore("texts").get(id)]);
        return info && text ? { info, text: text.text } : undefined;
      });
    } catch {
      stored = undefined;
    }
    if (!copy || (stored && stored.info.revision >= copy.info.revision)) return stored;
    return { info: asListed(copy.info, stored?.info), text: copy.text, copyOnly: true };
  }

  /** `known`: the highest revision another page may have written; 0 for a new draft. `info.revision` must be above it. */
  async save(info: DraftInfo, text: string, known: number): Promise<SaveOutcome> {
    let conflict = false;
    try {
      const saved = await this.database.use(async (db) => {
        const both = db.transaction(["drafts", "texts"], "readwrite");
        const stored = await both.objectStore("drafts").get(info.id);
        conflict = isOthers(stored, info, known);
        // The name is changed in the list, perhaps by another page, and not by writing in the draft.
        const next = stored ? { ...without(info, "name"), ...pick(stored, "name") } : info;
        if (!conflict) {
          void both.objectStore("drafts").put(next);
          void both.objectStore("texts").put({ id: info.id, revision: info.revision, text });
        }
        await both.done;
        return next;
      });
      if (conflict) return { kind: "conflict" };
      if (text.length <= journalled) this.journal.write(saved, text);
      else this.journal.remove(info.id);
      return { kind: "saved", info: saved };
    } catch (error) {
      const { kind } = troubleOf(error);
      const copy = this.journal.read(info.id);
      if (isOthers(copy?.info, info, known)) return { kind: "conflict" };
      if (this.journal.write(info, text) === "written") return { kind: "saved", info, limited: kind };
      return { kind: "failed", why: kind };
    }
  }

  /** The second copy alone, at once: for a page that is being left. */
  saveAtOnce(info: DraftInfo, text: string): boolean {
    return this.journal.write(info, text) === "written";
  }

  /** Second copies that the database no longer needs, of drafts that are not open here. */
  async tidy(open: string): Promise<void> {
    for (const { info } of this.journal.list()) if (info.id !== open) await this.settle(info.id);
  }

  /** Takes the second copy away once the draft is closed and safe in the database. */
  async settle(id: string): Promise<void> {
    const copy = this.journal.read(id);
    if (!copy) return;
    const stored = await this.database.use((db) => db.get("drafts", id)).catch(() => undefined);
    if (stored && stored.revision >= copy.info.revision) this.journal.remove(id);
  }
}

function isOthers(stored: DraftInfo | undefined, info: DraftInfo, known: number): boolean {
  return stored !== undefined && stored.writer !== info.writer && stored.revision > known;
}

/** What the database knows best, because it is changed in the list: the name, and whether it is put away. */
function asListed(info: DraftInfo, stored: DraftInfo | undefined): DraftInfo {
  if (!stored) return info;
  return { ...without(without(info, "name"), "deleted"), ...pick(stored, "name"), ...pick(stored, "deleted") };
}

function pick<K extends "name" | "deleted">(info: DraftInfo, key: K): Partial<DraftInfo> {
  return info[key] === undefined ? {} : { [key]: info[key] };
}

export function without<K extends "name" | "deleted">(info: DraftInfo, key: K): DraftInfo {
  const { [key]: _, ...rest } = info;
  return rest as DraftInfo;
}
