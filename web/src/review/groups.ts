// Findings by the text they begin in, in the form's order.
import type { Store } from "../core/store";
import type { Cells } from "./cells";
import type { ReviewFinding } from "./reader";

export interface FindingGroup {
  readonly id: string;
  readonly label: string;
  readonly findings: readonly ReviewFinding[];
}

/** A scalar by its own name, a cell by its table's. */
function ownerOf(store: Store, cells: Cells, { at }: ReviewFinding): { id: string; label: string } {
  const pointer = at[0]?.at ?? "";
  const slot = cells.slot(pointer);
  const scalar = slot === undefined ? undefined : store.index.nameOf(slot);
  if (scalar !== undefined) return { id: pointer, label: scalar };
  const [, , table = ""] = pointer.split("/");
  return { id: table, label: store.index.tables.get(table)?.item.label ?? "" };
}

export function groupFindings(store: Store, cells: Cells, findings: readonly ReviewFinding[]): FindingGroup[] {
  const groups = new Map<string, { id: string; label: string; findings: ReviewFinding[] }>();
  for (const finding of findings) {
    const owner = ownerOf(store, cells, finding);
    const group = groups.get(owner.id);
    if (group) group.findings.push(finding);
    else groups.set(owner.id, { ...owner, findings: [finding] });
  }
  return [...groups.values()];
}
