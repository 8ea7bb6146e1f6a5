// The open draft under the reader's eyes. While the review is looked at it follows at once; otherwise, once it has been opened, when
// typing pauses. Only what changed is handed over, texts as edits; after anything but typing the draft is read anew.
import { type ComputedRef, computed, type ShallowRef, shallowRef, watch } from "vue";
import type { SessionEdits } from "../core/door";
import { spliceBetween } from "../core/splice";
import type { Store } from "../core/store";
import { type Timer, windowTimer } from "../core/timer";
import { typingPause } from "../findings/visible";
import { Cells } from "./cells";
import type { Check } from "./checks";
import { keptIn, keptKey, type ReviewKept } from "./kept";
import type { Claim, Reader, ReadFigure, ReviewFinding, TopicsFound } from "./reader";

export type Part = "findings" | "coverage" | "claims" | "checks";

/** Where one was in the review, for when one comes back from a place it led to. */
export interface Whereabouts {
  part: Part;
  /** The kind that is shown; "" for all. */
  kind: string;
  /** Of the finding. */
  key: string | undefined;
  /** How far down; 0 when the finding is to be looked for. */
  scrolled: number;
  /** Gone to a place of the form, to come back. */
  away: boolean;
}
const start = (): Whereabouts => ({ part: "findings", kind: "", key: undefined, scrolled: 0, away: false });

export class Review {
  readonly findings: ShallowRef<readonly ReviewFinding[]> = shallowRef([]);
  readonly off: ShallowRef<readonly string[]> = shallowRef([]);
  /** Findings that call for something. */
  readonly open: ComputedRef<readonly ReviewFinding[]>;
  readonly coverage: ComputedRef<readonly TopicsFound[]>;
  readonly claims: ComputedRef<readonly Claim[]>;
  readonly figures: ComputedRef<readonly ReadFigure[]>;

  at: Whereabouts = start();

  cells: Cells;
  private readonly version = shallowRef(0);
  private readonly seen = new Map<string, string>();
  private kept: ReviewKept = { reasons: new Map(), off: [] };
  /** Something else than typing happened. */
  private stale = true;
  private behind = true;
  private looking = 0;
  private waiting: number | undefined;

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    readonly checks: readonly Check[],
    private readonly timer: Timer = windowTimer,
  ) {
    const read = <T>(ask: () => T): ComputedRef<T> =>
      computed(() => {
        void this.version.value;
        return ask();
      });
    this.open = computed(() => this.findings.value.filter(({ acknowledged }) => acknowledged === undefined));
    this.coverage = read(() => reader.coverage());
    this.claims = read(() => reader.claims());
    this.figures = read(() => reader.figures());
    this.cells = new Cells(store);
    store.onChange(({ origin }) => {
      if (origin !== "typing") this.stale = true;
    });
    watch(store.revision, () => this.follow(), { flush: "sync" });
    this.sync();
  }

  /** While somebody looks at what was found. Call what it gives when they no longer do: unless they come back, they begin anew. */
  look(): () => void {
    this.looking++;
    this.at.away = false;
    if (this.behind) this.sync();
    return () => {
      this.looking--;
      if (!this.at.away) this.at = start();
    };
  }

  /** What the reader knows is the draft as it stands now. */
  sync(): void {
    if (this.waiting !== undefined) this.timer.clear(this.waiting);
    this.waiting = undefined;
    this.behind = false;
    if (this.stale || !this.handOver()) this.readAnew();
    this.findings.value = this.reader.findings();
    this.version.value++;
  }

  acknowledge({ key, rule }: ReviewFinding, reason: string, time: string, label: string): void {
    this.keep(`${label}：${this.labelOf(rule)}`, (session) => session.acknowledge(keptKey(key), reason, time));
  }

  reopen({ key, rule }: ReviewFinding, label: string): void {
    this.keep(`${label}：${this.labelOf(rule)}`, (session) => session.reopen(keptKey(key)));
  }

  switchCheck(id: string, on: boolean, time: string, label: string): void {
    this.keep(`${label}：${this.labelOf(id)}`, (session) =>
      on ? session.reopen(keptKey(id)) : session.acknowledge(keptKey(id), "", time),
    );
  }

  /** Puts in what the reader would write instead. False when there is nothing. */
  mend({ mends, rule }: ReviewFinding, label: string): boolean {
    if (!mends?.length || this.behind) return false;
    this.store.together(`${label}：${this.labelOf(rule)}`, (edits) => {
      for (const { at, from, to, text } of mends) {
        const slot = this.cells.slot(at);
        if (slot === undefined) continue;
        const before = this.store.text(slot);
        edits.set(slot, before.slice(0, from) + text + before.slice(to));
      }
    });
    return true;
  }

  labelOf(rule: string): string {
    return this.checks.find(({ id }) => id === rule)?.label ?? rule;
  }

  private keep(label: string, act: (session: SessionEdits) => number): void {
    this.store.together(label, ({ session }) => session(act));
  }

  private follow(): void {
    const told = this.behind;
    this.behind = true;
    if (this.looking > 0) {
      // After the store has laid everything down, before anything is painted.
      if (!told) void Promise.resolve().then(() => this.behind && this.sync());
      return;
    }
    if (this.waiting !== undefined) this.timer.clear(this.waiting);
    this.waiting = this.timer.set(() => this.sync(), typingPause);
  }

  /** Texts that are others now. False when the draft is no longer laid out as the reader knows it. */
  private handOver(): boolean {
    for (const [pointer, slot] of this.cells.entries()) {
      const [before, now] = [this.seen.get(pointer) ?? "", this.store.text(slot)];
      if (before === now) continue;
      const { from, removed, inserted } = spliceBetween(before, now);
      if (!this.reader.edit(pointer, from, removed, inserted)) return false;
      this.seen.set(pointer, now);
    }
    return true;
  }

  private readAnew(): void {
    const draft = this.store.draft("");
    this.cells = new Cells(this.store);
    this.seen.clear();
    for (const [pointer, slot] of this.cells.entries()) this.seen.set(pointer, this.store.text(slot));
    this.reader.open(draft);
    this.stale = false;
    const kept = keptIn(draft);
    for (const key of this.kept.reasons.keys()) if (!kept.reasons.has(key)) this.reader.reopen(key);
    for (const [key, reason] of kept.reasons) this.reader.acknowledge(key, reason);
    this.reader.switchOff([...kept.off]);
    this.kept = kept;
    this.off.value = kept.off;
  }
}
