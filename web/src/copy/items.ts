// What is copied into the portal, one after another: the order of the definition, what it leaves out at the end, and each
// narrative's figures right after it.
import type { TableEntry } from "../core/form-index";
import type { FieldItem, FormView, Item } from "../core/form-view";
import type { Store } from "../core/store";
import type { CopyFigure } from "./figures";
import { copyText } from "./text";

interface Stop {
  /** Names the stop in the address and in what is remembered. */
  readonly id: string;
  readonly label: string;
  /** The group it stands in: 国际 alone says little. */
  readonly group?: string | undefined;
  /** Id of the section. */
  readonly section: string;
}

export type CopyItem = Stop &
  (
    | { readonly kind: "field"; readonly field: FieldItem }
    | { readonly kind: "table"; readonly table: TableEntry }
    | { readonly kind: "figure"; readonly figure: CopyFigure }
  );

/** Consecutive items of one section, under its name. */
export interface CopyGroup {
  readonly section: string;
  readonly label: string;
  readonly items: readonly CopyItem[];
}

/** The label of the group a field stands in, by the field's id. */
function groupLabels(form: FormView): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (items: readonly Item[], group: string | undefined): void => {
    for (const item of items) {
      if (item.kind === "group") walk(item.items, item.label);
      else if (item.kind === "field" && group !== undefined && group !== item.label) found.set(item.id, group);
    }
  };
  for (const { items } of form.sections) walk(items, undefined);
  return found;
}

export function copyItems(store: Store, figures: readonly CopyFigure[]): readonly CopyItem[] {
  const { form, index } = store;
  const groups = groupLabels(form);
  const ordered = new Set([...(form.copyOrder ?? []), ...index.fields.keys(), ...index.tables.keys()]);
  const items: CopyItem[] = [];
  for (const id of ordered) {
    const field = index.fields.get(id);
    const table = index.tables.get(id);
    if (field) {
      const section = store.sectionOf(field.slot) ?? "";
      items.push({ kind: "field", id, label: field.label, group: groups.get(id), section, field });
      for (const figure of figures) {
        if (figure.field === id) items.push({ kind: "figure", id: figure.id, label: figure.name, section, figure });
      }
    } else if (table) {
      // 表1 alone says little; where its section bears the whole name, that is what it is called.
      const section = form.sections.find((one) => one.id === table.section)?.label ?? "";
      const label = section.startsWith(table.item.label) ? section : table.item.label;
      items.push({ kind: "table", id, label, section: table.section, table });
    }
  }
  for (const figure of figures) {
    if (index.fields.has(figure.field)) continue;
    items.push({ kind: "figure", id: figure.id, label: figure.name, section: "", figure });
  }
  return numbered(items);
}

/** Those of one name in one place are told apart by number, as the form has them one after another. */
function numbered(items: readonly CopyItem[]): readonly CopyItem[] {
  const name = ({ section, group, label }: CopyItem): string => [section, group, label].join("\n");
  const times = new Map<string, number>();
  for (const item of items) times.set(name(item), (times.get(name(item)) ?? 0) + 1);
  const met = new Map<string, number>();
  return items.map((item) => {
    if ((times.get(name(item)) ?? 0) < 2) return item;
    const n = (met.get(name(item)) ?? 0) + 1;
    met.set(name(item), n);
    return { ...item, label: copyText.nth(item.label, n) };
  });
}

export function copyGroups(form: FormView, items: readonly CopyItem[]): readonly CopyGroup[] {
  const groups: { section: string; label: string; items: CopyItem[] }[] = [];
  for (const item of items) {
    const last = groups[groups.length - 1];
    if (last?.section === item.section) last.items.push(item);
    else {
      const label = form.sections.find(({ id }) => id === item.section)?.label ?? "";
      groups.push({ section: item.section, label, items: [item] });
    }
  }
  return groups;
}
