// What was decided about the review on either side: findings kept with a reason, told by the reader of each draft, and checks that
// are switched off. A finding's key says what it rests on, so it is the same in both drafts when that is the same.
import type { FormIndex } from "../../core/form-index";
import { fieldPointer, pointer } from "../../document/draft-file";
import { keptIn, keptKey } from "../../review/kept";
import type { ReviewFinding } from "../../review/reader";
import type { KeptEntry } from "./kept-findings";

/** What a reader finds in a draft, as if nothing had been decided; undefined when there is no reader to be had. */
export type ReadDraft = ((draft: string) => readonly ReviewFinding[]) | undefined;

export interface ReviewDecisions {
  /** By the section a finding begins in. */
  readonly bySection: ReadonlyMap<string, readonly KeptEntry[]>;
  /** Checks, and findings nobody could tell the words of. */
  readonly others: readonly KeptEntry[];
}

/** Whether the two decided differently, so that a reader is of use. */
export function decidesOtherwise(left: string, right: string): boolean {
  const [l, r] = [keptIn(left), keptIn(right)].map(({ reasons, off }) =>
    JSON.stringify([[...reasons].sort(), [...off].sort()]),
  );
  return l !== r;
}

export function reviewEntries(
  index: FormIndex,
  left: string,
  right: string,
  read: ReadDraft,
  words: { readonly label: (rule: string) => string; readonly finding: string },
): ReviewDecisions {
  const [l, r] = [keptIn(left), keptIn(right)];
  const bySection = new Map<string, KeptEntry[]>();
  const others: KeptEntry[] = [];
  const entryOf = (
    sides: Pick<KeptEntry, "left" | "right">,
    about: string,
    more: Pick<KeptEntry, "message" | "says">,
  ) => {
    const core = keptKey(about);
    return { kind: "kept" as const, key: `k:${core}`, rule: "review", core, ...sides, ...more };
  };
  const found = read ? new Map([...read(left), ...read(right)].map((finding) => [finding.key, finding])) : undefined;
  for (const key of new Set([...r.reasons.keys(), ...l.reasons.keys()])) {
    const sides = { left: l.reasons.get(key), right: r.reasons.get(key) };
    const finding = found?.get(key);
    // What comes up on neither side is of no interest any more.
    if (sides.left === sides.right || (found && !finding)) continue;
    const message = finding?.message ?? `${words.finding}（${words.label(key.slice(0, key.indexOf("@")))}）`;
    const entry = entryOf(sides, key, { message, says: "kept" });
    const section = finding && sectionOf(index, finding);
    if (section === undefined) others.push(entry);
    else bySection.set(section, [...(bySection.get(section) ?? []), entry]);
  }
  const state = (off: readonly string[], id: string): string | undefined => (off.includes(id) ? "" : undefined);
  for (const id of new Set([...r.off, ...l.off])) {
    const sides = { left: state(l.off, id), right: state(r.off, id) };
    if (sides.left !== sides.right) others.push(entryOf(sides, id, { message: words.label(id), says: "off" }));
  }
  return { bySection, others };
}

function sectionOf(index: FormIndex, { at }: ReviewFinding): string | undefined {
  const place = at[0]?.at ?? "";
  for (const { field, section } of index.scalars.values()) if (fieldPointer(field.id) === place) return section;
  for (const [id, { section }] of index.tables) if (place.startsWith(`${pointer("values", id)}/`)) return section;
  return undefined;
}
