// The short code at the foot of PDF and Word that ties them to a JSON draft: SHA-256 over what the applicant wrote. Row ids
// and the time of saving are the program's and do not count, nor do blanks and what is only kept: equal content, equal code.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DraftFile } from "./draft-file";

const isBlank = (node: unknown): boolean =>
  node === undefined ||
  node === null ||
  node === "" ||
  (typeof node === "object" && !Array.isArray(node) && Object.keys(node).length === 0);

/** `inList`: an entry of a list, that is a row or a figure, whose id is left out. */
function canonical(node: unknown, inList = false): unknown {
  if (Array.isArray(node)) return node.map((entry) => canonical(entry, true));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node)
    .filter(([name]) => !(inList && name === "id"))
    .map(([name, value]) => [name, canonical(value)] as const)
    .filter(([, value]) => !isBlank(value));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The whole hash, 64 hexadecimal digits. */
export function draftHash(draft: DraftFile): string {
  const figures = (draft.figures ?? []).filter(({ field }) => field !== undefined);
  const content = { form: draft.form.id, values: canonical(draft.values), figures: canonical(figures) };
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

/** Eight digits in two groups, as it is printed: 3F9A-12C4. */
export function draftDigest(draft: DraftFile): string {
  const hash = draftHash(draft).toUpperCase();
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
}
