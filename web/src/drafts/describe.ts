// What a list shows of a draft without opening it: what it is called, and how far it is.
import type { Progress } from "../core/door";
import type { FormView } from "../core/form-view";
import type { Store } from "../core/store";
import type { DraftInfo, Filled, FormName } from "./records";
import { text } from "./text";

/** The fields an application is called by: its title, else the company. */
export function namingSlots(store: Store): number[] {
  const { form, index } = store;
  return [form.copyOrder?.[0], form.letter?.company].flatMap((id) => {
    const field = id === undefined ? undefined : index.fields.get(id);
    return field ? [field.slot] : [];
  });
}

export function titleOf(store: Store, textOf: (slot: number) => string = (slot) => store.text(slot)): string {
  const named = namingSlots(store).map((slot) => textOf(slot).replace(/\s+/g, " ").trim());
  return named.find((name) => name !== "") ?? "";
}

export function filledOf(sections: Iterable<Progress>): Filled {
  let [required, filled] = [0, 0];
  for (const section of sections) {
    required += section.required;
    filled += section.filled;
  }
  return { required, filled };
}

export function formNameOf({ id, edition, version, shortTitle, title }: FormView): FormName {
  return { id, edition, version, title: shortTitle ?? title };
}

/** As people see it: the name given by hand, else what is written as its title. */
export function shownName(info: Pick<DraftInfo, "name" | "title"> | undefined): string {
  return info?.name || info?.title || text.unnamed;
}
