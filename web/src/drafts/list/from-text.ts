// What a list says of a draft that is not open, from what the core read in it.
import type { Snapshot } from "../../core/door";
import type { Store } from "../../core/store";
import { filledOf, titleOf } from "../describe";
import type { DraftInfo } from "../records";

export function filledFrom(store: Store, snapshot: Snapshot): Pick<DraftInfo, "title" | "progress"> {
  return { title: titleOf(store, (slot) => snapshot.values[slot] ?? ""), progress: filledOf(snapshot.sections) };
}
