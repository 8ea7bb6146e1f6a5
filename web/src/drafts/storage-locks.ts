// Locks where the browser has none (plain http, older engines): an entry of localStorage whose owner must answer when asked,
// which needs no clock and survives pages that died holding it.
import { type DraftLocks, grace, type Held, lockName, patience } from "./draft-locks";
import type { TabChannel } from "./tab-channel";
import { readText, removeText, type StorageLike, writeText } from "./web-storage";

export class StorageLocks implements DraftLocks {
  private readonly me = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

  constructor(
    private readonly storage: StorageLike | null,
    private readonly channel: TabChannel,
  ) {}

  async acquire(draft: string, lost: () => Promise<void>): Promise<Held | undefined> {
    const owner = readText(this.storage, lockName(draft));
    if (owner !== null && owner !== this.me && (await this.answers(draft))) return undefined;
    return this.take(draft, lost);
  }

  async takeOver(draft: string, lost: () => Promise<void>): Promise<Held> {
    const gone = new Promise<void>((resolve) => {
      const check = window.setInterval(() => {
        if (readText(this.storage, lockName(draft)) === null) finish();
      }, 50);
      const timer = window.setTimeout(() => finish(), patience);
      const finish = () => {
        window.clearInterval(check);
        window.clearTimeout(timer);
        resolve();
      };
    });
    this.channel.post({ kind: "yield", draft });
    await gone;
    return this.take(draft, lost);
  }

  private answers(draft: string): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = this.channel.onMessage((message) => {
        if (message.kind === "pong" && message.draft === draft) finish(true);
      });
      const timer = window.setTimeout(() => finish(false), grace);
      const finish = (answered: boolean) => {
        stop();
        window.clearTimeout(timer);
        resolve(answered);
      };
      this.channel.post({ kind: "ping", draft });
    });
  }

  private take(draft: string, lost: () => Promise<void>): Held {
    const key = lockName(draft);
    writeText(this.storage, key, this.me);
    const mine = (): boolean => readText(this.storage, key) === this.me;
    const letGo = (): void => {
      stop();
      window.removeEventListener("storage", onStorage);
      if (mine()) removeText(this.storage, key);
    };
    const stop = this.channel.onMessage((message) => {
      if (!("draft" in message) || message.draft !== draft) return;
      if (message.kind === "ping") {
        // The entry is gone when the storage was cleared; we are not.
        if (readText(this.storage, key) === null) writeText(this.storage, key, this.me);
        if (mine()) this.channel.post({ kind: "pong", draft });
      }
      if (message.kind === "yield") void lost().then(letGo, letGo);
    });
    const onStorage = (event: StorageEvent): void => {
      if (event.key !== key || event.newValue === null || event.newValue === this.me) return;
      letGo();
      void lost();
    };
    window.addEventListener("storage", onStorage);
    return { release: letGo };
  }
}
