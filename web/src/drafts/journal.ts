// The second copy of a draft, in localStorage: written at once, so that a page that is being closed or reloaded can still do it.
// It is also all there is where the browser gives no IndexedDB. One entry a draft: what is kept of it, a line end, its text.
import type { DraftInfo } from "./records";
import { type StorageLike, writeText } from "./web-storage";

export interface Kept {
  readonly info: DraftInfo;
  readonly text: string;
  /** The database has an older one, or none. */
  readonly copyOnly?: boolean;
}

const prefix = "formcheck/draft/";

export class Journal {
  constructor(private readonly storage: StorageLike | null) {}

  write(info: DraftInfo, text: string): "written" | "full" | "denied" {
    return writeText(this.storage, prefix + info.id, `${JSON.stringify(info)}\n${text}`);
  }

  read(id: string): Kept | undefined {
    try {
      return parsed(this.storage?.getItem(prefix + id) ?? null);
    } catch {
      return undefined;
    }
  }

  remove(id: string): void {
    try {
      this.storage?.removeItem(prefix + id);
    } catch {
      // What cannot be removed is older than what is stored, and is told apart by its revision.
    }
  }

  /** Every draft there is a copy of. */
  list(): Kept[] {
    const found: Kept[] = [];
    try {
      for (let n = 0; n < (this.storage?.length ?? 0); n++) {
        const key = this.storage?.key(n) ?? "";
        const kept = key.startsWith(prefix) ? this.read(key.slice(prefix.length)) : undefined;
        if (kept) found.push(kept);
      }
    } catch {
      // Denied in the middle: what was found so far.
    }
    return found;
  }
}

/** Nothing when it is not as we write it: another program's, or cut off. */
function parsed(entry: string | null): Kept | undefined {
  const end = entry?.indexOf("\n") ?? -1;
  if (entry === null || end < 0) return undefined;
  try {
    const info = JSON.parse(entry.slice(0, end)) as DraftInfo;
    if (typeof info.id !== "string" || !Number.isSafeInteger(info.revision)) return undefined;
    return { info, text: entry.slice(end + 1) };
  } catch {
    return undefined;
  }
}
