// What was kept with a reason on either side: a finding is the same when it says the same, whatever its row is called. And the
// hand checks that only one side has ticked.
import type { FindingView } from "../../core/door";
import type { HandCheck } from "../../core/form-view";
import type { Edits } from "../../core/store";
import { keptKey } from "../../review/kept";
import type { ReadDraft } from "./kept-review";

export interface KeptEntry {
  readonly kind: "kept";
  readonly key: string;
  readonly rule: string;
  readonly message: string;
  /** Why it was kept; undefined where it was not. */
  readonly left: string | undefined;
  readonly right: string | undefined;
  /** What the core calls it, where that is the same in both drafts: a hand check, a finding or a check of the review. */
  readonly core?: string;
  /** In what words it is shown: kept with a reason, ticked, switched off. */
  readonly says: "kept" | "ticked" | "off";
}

/** By section: what only one side keeps, and what the two keep for different reasons. */
export function keptEntries(
  left: readonly FindingView[],
  right: readonly FindingView[],
): ReadonlyMap<string, readonly KeptEntry[]> {
  const found = new Map<string, KeptEntry[]>();
  const seen = new Set<string>();
  for (const finding of [...left, ...right]) {
    const { rule, message, section } = finding;
    const key = `k:${rule}\n${message}`;
    const of = (side: readonly FindingView[]) => side.find((one) => one.rule === rule && one.message === message);
    const entry = {
      kind: "kept" as const,
      key,
      rule,
      message,
      says: "kept" as const,
      left: of(left)?.acknowledged,
      right: of(right)?.acknowledged,
    };
    if (seen.has(key) || entry.left === entry.right) continue;
    seen.add(key);
    found.set(section, [...(found.get(section) ?? []), entry]);
  }
  return found;
}

export function checkEntries(
  checks: readonly HandCheck[],
  left: readonly string[],
  right: readonly string[],
): readonly KeptEntry[] {
  const state = (ticked: boolean): string | undefined => (ticked ? "" : undefined);
  return checks
    .map(({ id, label }) => {
      const core = `handCheck@${id}`;
      const sides = { left: state(left.includes(id)), right: state(right.includes(id)) };
      const shown = { rule: "handCheck", message: label, says: "ticked" as const };
      return { kind: "kept" as const, key: `k:${core}`, core, ...shown, ...sides };
    })
    .filter((entry) => entry.left !== entry.right);
}

/** Within `store.together`, after the values: what does not come up here needs no keeping. `read`: what the narrative reader finds. */
export function takeKept(edits: Edits, chosen: readonly KeptEntry[], time: string, read: ReadDraft): void {
  if (chosen.length === 0) return;
  edits.session((session) => {
    let flags = 0;
    const take = (key: string, { right }: KeptEntry): void => {
      flags |= right === undefined ? session.reopen(key) : session.acknowledge(key, right, time);
    };
    const ofReview = chosen.some(({ rule, says }) => rule === "review" && says === "kept");
    const found = ofReview && read ? new Set(read(session.draft("")).map(({ key }) => keptKey(key))) : undefined;
    for (const entry of chosen) {
      const { core, rule, says, right } = entry;
      if (core === undefined) continue;
      const idle = rule === "review" && says === "kept" && right !== undefined && found?.has(core) === false;
      if (!idle) take(core, entry);
    }
    for (const { key, rule, message } of session.snapshot().findings) {
      const entry = chosen.find((one) => one.rule === rule && one.message === message);
      if (entry) take(key, entry);
    }
    return flags;
  });
}
