// localStorage and sessionStorage as the page may meet them: missing, denied or full. Nothing throws from here.

/** The part of `Storage` that is needed; null where the browser gives none. */
export type StorageLike = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export function webStorage(kind: "localStorage" | "sessionStorage"): StorageLike | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

export function readText(storage: StorageLike | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

export function writeText(storage: StorageLike | null, key: string, text: string): "written" | "full" | "denied" {
  if (!storage) return "denied";
  try {
    storage.setItem(key, text);
    return "written";
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "denied";
  }
}

export function removeText(storage: StorageLike | null, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // It stays; nobody relies on its absence.
  }
}

/** Small texts of the page's own beside the drafts: ticked hand checks and the like. */
export class Notes {
  /** `prefix` keeps forms and editions apart. */
  constructor(
    private readonly storage: StorageLike | null,
    private readonly prefix: string,
  ) {}

  /** False when there was no room. */
  keep(name: string, value: string): boolean {
    return writeText(this.storage, this.prefix + name, value) === "written";
  }

  kept(name: string): string | null {
    return readText(this.storage, this.prefix + name);
  }
}
