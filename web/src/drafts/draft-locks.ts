// One page writes a draft, others only read it. Web Locks where the browser has them (a secure context), else what
// storage-locks.ts makes of localStorage.
import type { TabChannel } from "./tab-channel";
import type { StorageLike } from "./web-storage";

export interface Held {
  release(): void;
}

export interface DraftLocks {
  /** Undefined when another page holds it. `lost` is called when another page has taken it; it saves first if it still may. */
  acquire(draft: string, lost: () => Promise<void>): Promise<Held | undefined>;
  /** Asks the page that holds it to let go, and takes it anyway when that page does not answer. */
  takeOver(draft: string, lost: () => Promise<void>): Promise<Held>;
}

/** A page being reloaded lets go a moment after its successor asks. */
export const grace = 500;
/** A page in the background may be frozen. */
export const patience = 2000;

export function draftLocks(channel: TabChannel, storage: StorageLike | null): DraftLocks {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? new WebLocks(locks, channel) : new LaterLocks(storage, channel);
}

/** The stand-in is only loaded where it is needed. */
class LaterLocks implements DraftLocks {
  private readonly real: Promise<DraftLocks>;

  constructor(storage: StorageLike | null, channel: TabChannel) {
    this.real = import("./storage-locks").then(({ StorageLocks }) => new StorageLocks(storage, channel));
  }
  async acquire(draft: string, lost: () => Promise<void>): Promise<Held | undefined> {
    return (await this.real).acquire(draft, lost);
  }
  async takeOver(draft: string, lost: () => Promise<void>): Promise<Held> {
    return (await this.real).takeOver(draft, lost);
  }
}

export const lockName = (draft: string): string => `formcheck/held/${draft}`;

export class WebLocks implements DraftLocks {
  constructor(
    private readonly locks: LockManager,
    private readonly channel: TabChannel,
  ) {}

  async acquire(draft: string, lost: () => Promise<void>): Promise<Held | undefined> {
    return (await this.request(draft, { ifAvailable: true }, lost)) ?? this.waitFor(draft, grace, lost);
  }

  async takeOver(draft: string, lost: () => Promise<void>): Promise<Held> {
    this.channel.post({ kind: "yield", draft });
    const held = (await this.waitFor(draft, patience, lost)) ?? (await this.request(draft, { steal: true }, lost));
    return held ?? { release: () => undefined };
  }

  private async waitFor(draft: string, ms: number, lost: () => Promise<void>): Promise<Held | undefined> {
    const abort = new AbortController();
    const timer = window.setTimeout(() => abort.abort(), ms);
    const held = await this.request(draft, { signal: abort.signal }, lost);
    window.clearTimeout(timer);
    return held;
  }

  private request(draft: string, options: LockOptions, lost: () => Promise<void>): Promise<Held | undefined> {
    return new Promise((resolve) => {
      let release: (() => void) | undefined;
      const stop = this.channel.onMessage((message) => {
        if (message.kind !== "yield" || message.draft !== draft || !release) return;
        stop();
        void lost().then(release, release);
      });
      this.locks
        .request(lockName(draft), options, (lock) => {
          if (!lock) return undefined;
          return new Promise<void>((done) => {
            release = done;
            resolve({
              release: () => {
                stop();
                done();
              },
            });
          });
        })
        .then(
          () => resolve(undefined),
          (error: unknown) => {
            // Not granted in time, or stolen while held; any other refusal means that nobody here has locks.
            if (release) void lost();
            const withoutLocks = { release: () => undefined };
            resolve(error instanceof DOMException && error.name === "AbortError" ? undefined : withoutLocks);
          },
        )
        .finally(stop);
    });
  }
}
