// The order in which F8 goes through what is still open: errors, warnings, advice, then blanks, each in the form's order.
import type { FindingView, Severity } from "../core/door";

export interface OpenItem {
  /** A finding's key, or the cell of a blank. */
  readonly key: string;
  readonly kind: Severity | "todo";
  readonly message: string;
  readonly slots: readonly number[];
  readonly table?: number;
}

const kinds = ["error", "warning", "advice", "todo"] as const;

/** `findings` and `todo` stand in the form's order. What was kept with a reason is not open. */
export function openItems(
  findings: readonly FindingView[],
  todo: readonly number[],
  labelOf: (slot: number) => string,
): OpenItem[] {
  const found = findings
    .filter(({ acknowledged }) => acknowledged === undefined)
    .map(({ key, severity, message, slots, table }) => ({
      key,
      kind: severity,
      message,
      slots,
      ...(table === undefined ? {} : { table }),
    }));
  const blanks = todo.map((slot) => ({
    key: `#${slot}`,
    kind: "todo" as const,
    message: labelOf(slot),
    slots: [slot],
  }));
  return kinds.flatMap((kind) => [...found, ...blanks].filter((item) => item.kind === kind));
}

export interface Here {
  /** The item gone to last, if one is still there. */
  readonly key: string | undefined;
  /** The cell with the caret. */
  readonly slot: number | undefined;
}

/**
 * From an item to its neighbour, round the end. From anywhere else to the gravest kind that is open: the next of it in the
 * form's order, or the one before when going back.
 */
export function nextItem(
  items: readonly OpenItem[],
  here: Here,
  back: boolean,
  orderOf: (slot: number) => number,
): OpenItem | undefined {
  const last = items.find(({ key }) => key === here.key);
  const at =
    last && (here.slot === undefined || last.slots.length === 0 || last.slots.includes(here.slot)) ? last : undefined;
  if (at) return items[(items.indexOf(at) + (back ? items.length - 1 : 1)) % items.length];
  const gravest = items.filter(({ kind }) => kind === items[0]?.kind);
  if (here.slot === undefined) return back ? gravest[gravest.length - 1] : gravest[0];
  const from = orderOf(here.slot);
  const placed = gravest.map((item) => ({ item, order: item.slots[0] === undefined ? -1 : orderOf(item.slots[0]) }));
  if (back) return (placed.reverse().find(({ order }) => order < from) ?? placed[0])?.item;
  return (placed.find(({ order }) => order >= from) ?? placed[0])?.item;
}
