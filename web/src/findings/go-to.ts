// To what a finding speaks of: its first cell, or the table that it means as a whole.
import type { FindingView } from "../core/door";
import type { Store } from "../core/store";
import { focusSlot, focusTable, goToSection } from "../shell/navigation";

export function goToFinding(store: Store, finding: Pick<FindingView, "slots" | "table"> & { section?: string }): void {
  const [slot] = finding.slots;
  if (slot !== undefined && focusSlot(slot)) return;
  const table = [...store.index.tables.values()].find(({ item }) => item.table === finding.table);
  if (table && focusTable(table.item.id)) return;
  const section = finding.section ?? table?.section;
  if (section !== undefined) goToSection(section);
}
