// Keeps versions of the open draft by itself: as it was when opened, as it was before a pause ended, and every now and then.
import type { DraftInfo, VersionReason } from "./records";
import { rfc3339 } from "./time";
import type { VersionStore } from "./version-store";

/** After a pause this long a new sitting begins. */
const pause = 60_000;
/** Never closer together than this, but for the first of a sitting. */
const apart = 5 * 60_000;

interface State {
  readonly info: DraftInfo;
  readonly text: string;
}

export class VersionKeeper {
  private last: State | undefined;
  /** Revision of the last version kept of it. */
  private kept = 0;
  private keptAt = 0;
  private changedAt = 0;
  private untouched = true;

  constructor(
    private readonly versions: () => Promise<VersionStore>,
    /** Milliseconds that only grow. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  opened(state: State | undefined): void {
    this.last = state;
    this.kept = 0;
    this.untouched = true;
    this.keptAt = this.changedAt = this.now();
  }

  /** The person begins to change what was saved or opened last. */
  changing(): void {
    const now = this.now();
    const paused = now - this.changedAt >= pause && now - this.keptAt >= apart;
    this.changedAt = now;
    if (!this.last || !(this.untouched || paused)) return;
    this.untouched = false;
    void this.keep("pause");
  }

  saved(info: DraftInfo, text: string): void {
    this.last = { info, text };
    if (this.untouched) this.untouched = false;
    if (this.now() - this.keptAt >= 2 * apart) void this.keep("pause");
  }

  /** Keeps what was saved last. False when it could not be; nothing depends on it. */
  async keep(reason: VersionReason, note?: string): Promise<boolean> {
    const { last } = this;
    if (!last) return false;
    if (reason === "pause" && last.info.revision === this.kept) return true;
    this.kept = last.info.revision;
    this.keptAt = this.now();
    return this.keepOf(last, reason, note);
  }

  async keepOf({ info, text }: State, reason: VersionReason, note?: string): Promise<boolean> {
    const { id: draft, revision, progress } = info;
    // A version bears the time of its last change; one made by hand or before a step, the time of that.
    const time = reason === "pause" ? info.changed : rfc3339(new Date());
    const version = { draft, revision, time, reason, progress, ...(note ? { note } : {}) };
    try {
      await (await this.versions()).keep(version, text);
      return true;
    } catch {
      return false;
    }
  }
}
