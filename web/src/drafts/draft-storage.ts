// The draft in the browser's storage, as the text of a draft file. A stamp beside it tells whether another page has
// written since we last looked. Storage may be full, denied or gone at any time; none of that throws from here.

export type WriteResult = "written" | "full" | "denied" | "conflict";

/** The part of `Storage` that is needed; null where the browser gives none. */
export type StorageLike = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function browserStorage(): StorageLike | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export class DraftStorage {
  private known: string | null = null;

  /** `prefix` keeps forms and editions apart. */
  constructor(
    private readonly storage: StorageLike | null,
    private readonly prefix: string,
    private readonly newStamp: () => string = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
  ) {}

  /** The stored draft, and from now on the one we know of. */
  read(): string | null {
    this.known = this.get("stamp");
    return this.get("draft");
  }

  /** Whether another page has written since our last read or write. Storage that was emptied is no conflict. */
  changedElsewhere(): boolean {
    const stamp = this.get("stamp");
    return stamp !== null && stamp !== this.known;
  }

  write(draft: string, force = false): WriteResult {
    if (!this.storage) return "denied";
    if (!force && this.changedElsewhere()) return "conflict";
    const stamp = this.newStamp();
    try {
      this.storage.setItem(`${this.prefix}draft`, draft);
      this.storage.setItem(`${this.prefix}stamp`, stamp);
    } catch (error) {
      return isQuota(error) ? "full" : "denied";
    }
    this.known = stamp;
    return "written";
  }

  /** A small text of our own beside the draft: kept if there is room. False when there was none. */
  keep(name: string, value: string): boolean {
    try {
      this.storage?.setItem(this.prefix + name, value);
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  kept(name: string): string | null {
    return this.get(name);
  }

  /** Whether a `storage` event speaks of our draft. */
  concerns(key: string | null): boolean {
    return key === null || key === `${this.prefix}stamp`;
  }

  private get(name: string): string | null {
    try {
      return this.storage?.getItem(this.prefix + name) ?? null;
    } catch {
      return null;
    }
  }
}

function isQuota(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  return error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED";
}
