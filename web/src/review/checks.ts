// The checks the reader knows, by kind: data of the edition, read from the same files that are handed to the reader.
import type { ReviewFinding } from "./reader";

export interface Check {
  readonly id: string;
  readonly label: string;
  /** Label of its kind: kinds that are called the same are one. */
  readonly kind: string;
}

export interface KindCount {
  readonly kind: string;
  readonly open: number;
}

/** In the order of the knowledge file. What has no name in the wording goes by its id. */
export function readChecks(knowledge: string, wording: string): Check[] {
  const { checks } = JSON.parse(knowledge) as { checks: Readonly<Record<string, unknown>> };
  const { messages } = JSON.parse(wording) as { messages: Readonly<Record<string, string>> };
  return Object.keys(checks).map((id) => {
    const family = id.split(".")[0] ?? id;
    return { id, label: messages[`check.${id}`] ?? id, kind: messages[`kind.${family}`] ?? family };
  });
}

/** "" for all kinds. */
export function ofKind(
  checks: readonly Check[],
  findings: readonly ReviewFinding[],
  kind: string,
): readonly ReviewFinding[] {
  if (kind === "") return findings;
  const rules = new Set(checks.filter((check) => check.kind === kind).map(({ id }) => id));
  return findings.filter(({ rule }) => rules.has(rule));
}

/** Every kind there is, with what is open of it. */
export function countKinds(checks: readonly Check[], findings: readonly ReviewFinding[]): KindCount[] {
  const kinds = new Map<string, number>(checks.map(({ kind }) => [kind, 0]));
  const kindOf = new Map(checks.map(({ id, kind }) => [id, kind]));
  for (const { rule, acknowledged } of findings) {
    const kind = kindOf.get(rule);
    if (kind !== undefined && acknowledged === undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, open]) => ({ kind, open }));
}
