// Which findings are shown, and when. Like a spelling checker: nothing before a field was touched, nothing new in the
// middle of typing, and what is mended vanishes at once.
import { type ComputedRef, computed, type InjectionKey, inject, type Ref, ref, shallowReactive } from "vue";
import type { FindingView, Severity } from "../core/door";
import type { Change, Store } from "../core/store";
import { type Timer, windowTimer } from "../core/timer";

export const typingPause = 600;

export type Tally = Readonly<Record<Severity, number>>;
const none: readonly Mark[] = [];
const nothing: Tally = { error: 0, warning: 0, advice: 0 };

/** What a cell needs to know of a finding to look right. It stays the same object while only the wording changes, so that
 * a message that names a sum does not re-render every cell that was added up. */
export interface Mark {
  readonly key: string;
  /** A finding kept with a reason no longer colours its cell. */
  readonly severity: Severity | "kept";
  /** Whether the finding is to be told at this cell: a finding that speaks of several cells stands at the first. */
  readonly first: boolean;
}

export class VisibleFindings {
  /** Shown findings by key. */
  private readonly shown = shallowReactive(new Map<string, FindingView>());
  /** For each slot that shown findings speak of. */
  private readonly marks = shallowReactive(new Map<number, readonly Mark[]>());
  /** Known to the core, not yet to be shown. */
  private readonly waiting = new Map<string, FindingView>();
  private readonly touched = new Set<number>();
  private readonly everything: Ref<boolean> = ref(false);
  private typing: number | undefined;
  private pause: number | undefined;

  /** In the form's order. */
  readonly all: ComputedRef<readonly FindingView[]>;
  readonly tally: ComputedRef<Tally>;
  readonly bySection: ComputedRef<ReadonlyMap<string, readonly FindingView[]>>;

  constructor(
    private readonly store: Store,
    private readonly timer: Timer = windowTimer,
  ) {
    this.all = computed(() => {
      void store.layout.value; // rows may have moved
      return [...this.shown.values()].sort((a, b) => this.compare(a, b));
    });
    this.tally = computed(() => count(this.all.value));
    this.bySection = computed(() => {
      const sections = new Map<string, FindingView[]>();
      for (const finding of this.all.value) {
        const list = sections.get(finding.section);
        if (list) list.push(finding);
        else sections.set(finding.section, [finding]);
      }
      return sections;
    });
    store.onChange((change) => this.follow(change));
  }

  /** All that is shown of a cell, whether here or beside another cell. */
  at(slot: number): readonly Mark[] {
    return this.marks.get(slot) ?? none;
  }

  /** Findings about one of these cells that are told at another. */
  toldElsewhere(slots: readonly number[]): FindingView[] {
    const keys = new Set(slots.flatMap((slot) => this.at(slot).map(({ key }) => key)));
    for (const { key } of this.toldAt(slots)) keys.delete(key);
    return [...keys].flatMap((key) => this.shown.get(key) ?? []);
  }

  /** The findings to be told at these cells. */
  toldAt(slots: readonly number[]): FindingView[] {
    const keys = slots.flatMap((slot) => this.at(slot).flatMap((mark) => (mark.first ? [mark.key] : [])));
    return keys.flatMap((key) => this.shown.get(key) ?? []);
  }

  /** Whether the whole form counts as touched: after 检查全部, or when a file was opened. */
  get coversAll(): boolean {
    return this.everything.value;
  }

  /** A key arrived in this cell: new findings wait for the pause. */
  typed(slot: number): void {
    if (this.typing !== undefined && this.typing !== slot) this.settle();
    this.typing = slot;
    if (this.pause !== undefined) this.timer.clear(this.pause);
    this.pause = this.timer.set(() => this.settle(), typingPause);
  }

  /** The cell was left. Only counts when something is or was in it: walking past blanks is not work. */
  left(slot: number): void {
    if (this.typing === slot) this.settle();
    else if (this.store.text(slot) !== "") this.touch(slot);
  }

  touch(slot: number): void {
    this.touched.add(slot);
    this.promote();
  }

  touchAll(): void {
    this.stopTyping();
    this.everything.value = true;
    this.promote();
  }

  /** For a blank draft. */
  reset(): void {
    this.stopTyping();
    this.everything.value = false;
    this.touched.clear();
  }

  private settle(): void {
    const slot = this.typing;
    this.stopTyping();
    if (slot !== undefined) {
      this.store.mark();
      this.touch(slot);
    }
  }

  private stopTyping(): void {
    if (this.pause !== undefined) this.timer.clear(this.pause);
    this.pause = undefined;
    this.typing = undefined;
  }

  private follow(change: Change): void {
    if (change.origin === "open") {
      this.stopTyping();
      this.waiting.clear();
      this.shown.clear();
      this.marks.clear();
    }
    for (const key of change.findings.gone) {
      this.waiting.delete(key);
      this.hide(key);
    }
    for (const finding of change.findings.changed) {
      if (this.shown.has(finding.key)) this.show(finding);
      else this.waiting.set(finding.key, finding);
    }
    if (this.typing === undefined) this.promote();
  }

  private promote(): void {
    if (this.typing !== undefined) return;
    for (const finding of [...this.waiting.values()]) {
      if (this.everything.value || finding.slots.length === 0 || finding.slots.some((s) => this.touched.has(s))) {
        this.waiting.delete(finding.key);
        this.show(finding);
      }
    }
  }

  private show(finding: FindingView): void {
    const old = this.shown.get(finding.key);
    this.shown.set(finding.key, finding);
    if (old && weight(old) === weight(finding) && same(old.slots, finding.slots)) return;
    if (old) this.unmark(old);
    for (const [n, slot] of finding.slots.entries()) {
      const mark: Mark = { key: finding.key, severity: weight(finding), first: n === 0 };
      // What still counts stands first: the first is what a cell looks like.
      const others = this.at(slot);
      this.marks.set(slot, mark.severity === "kept" ? [...others, mark] : [mark, ...others]);
    }
  }

  private hide(key: string): void {
    const old = this.shown.get(key);
    if (!old) return;
    this.shown.delete(key);
    this.unmark(old);
  }

  private unmark(finding: FindingView): void {
    for (const slot of finding.slots) {
      const rest = this.at(slot).filter(({ key }) => key !== finding.key);
      if (rest.length > 0) this.marks.set(slot, rest);
      else this.marks.delete(slot);
    }
  }

  private compare(a: FindingView, b: FindingView): number {
    const [x, y] = [this.placeOf(a), this.placeOf(b)];
    return x.position - y.position || x.row - y.row || x.column - y.column || (a.key < b.key ? -1 : 1);
  }

  private placeOf(finding: FindingView) {
    const slot = finding.slots[0];
    const place = slot === undefined ? undefined : this.store.place(slot);
    return place ?? { position: Number.MAX_SAFE_INTEGER, row: 0, column: 0 };
  }
}

function weight({ severity, acknowledged }: FindingView): Mark["severity"] {
  return acknowledged === undefined ? severity : "kept";
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((slot, n) => slot === b[n]);
}

/** What stands open: findings kept with a reason do not count. */
export function count(findings: readonly FindingView[]): Tally {
  const tally = { ...nothing };
  for (const { severity, acknowledged } of findings) if (acknowledged === undefined) tally[severity]++;
  return tally;
}

export const findingsKey: InjectionKey<VisibleFindings> = Symbol("findings");

export function useFindings(): VisibleFindings {
  const findings = inject(findingsKey);
  if (!findings) throw new Error("no findings were provided");
  return findings;
}
