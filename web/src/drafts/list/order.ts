// In which order the list shows the drafts.
import type { DraftInfo } from "../records";

/**
 * The newest change first; of two in the same second (times have no more) the open one. What is `shown` already stays where it is, so
 * that no other draft comes under the pointer, and what is new stands above it.
 */
export function inOrder(drafts: readonly DraftInfo[], shown: readonly DraftInfo[], open: string): DraftInfo[] {
  const places = new Map(shown.map(({ id }, n) => [id, n]));
  const place = ({ id }: DraftInfo): number => places.get(id) ?? -1;
  const isOpen = ({ id }: DraftInfo): number => Number(id === open);
  const newer = (a: DraftInfo, b: DraftInfo): number => Number(b.changed > a.changed) - Number(b.changed < a.changed);
  return [...drafts].sort((a, b) => place(a) - place(b) || newer(a, b) || isOpen(b) - isOpen(a));
}
