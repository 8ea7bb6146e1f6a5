// What a person decided about the review, as a draft holds it among what was kept with a reason (ARCHITECTURE.md §4): entries of
// the rule `review`, whose field is a finding's key, or a check that is switched off.

const rule = "review";

interface Entry {
  readonly rule: string;
  readonly field?: string;
  readonly reason: string;
}

export interface ReviewKept {
  /** Reasons by the finding's key. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Checks that are switched off. */
  readonly off: readonly string[];
}

/** The key under which the core keeps it. A finding's key has an @, a check has none. */
export const keptKey = (findingOrCheck: string): string => `${rule}@${findingOrCheck}`;

export function keptIn(draft: string): ReviewKept {
  const reasons = new Map<string, string>();
  const off: string[] = [];
  const { acknowledged = [] } = JSON.parse(draft) as { acknowledged?: readonly Entry[] };
  for (const { field = "", reason } of acknowledged.filter((entry) => entry.rule === rule)) {
    if (field.includes("@")) reasons.set(field, reason);
    else off.push(field);
  }
  return { reasons, off };
}
