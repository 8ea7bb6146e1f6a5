// Finds cells, tables and sections by what they are called and by what is in them. Searches the draft, not the page: what is
// folded or not yet loaded is found as well.
import { columnInRow } from "../core/form-index";
import type { FieldSpec, Item } from "../core/form-view";
import type { Store } from "../core/store";

export interface Place {
  /** 封面; the section's label stands with every result but its own. */
  readonly section: string;
  readonly sectionId: string;
  readonly label: string;
  /** Undefined for a heading. */
  readonly slot?: number;
  readonly table?: string;
  /** As shown: an option by its label. */
  readonly value: string;
  /** What else may be searched by: hints, topics, the notice's words. */
  readonly also: string;
}

export interface Hit {
  readonly place: Place;
  /** Where the first word stands in the value; undefined when it is the label that matches. */
  readonly at?: number;
}

/** Letters of either width and case are one. As long as the text, so that places in one are places in the other. */
export function folded(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0).toLowerCase();
    else if (code === 0x3000) out += " ";
    else {
      const lower = text.charAt(i).toLowerCase();
      out += lower.length === 1 ? lower : text.charAt(i);
    }
  }
  return out;
}

export function wordsOf(query: string): string[] {
  return folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function shown(field: FieldSpec, text: string): string {
  if (!field.options) return text;
  return text
    .split("\n")
    .map((value) => field.options?.find((option) => option.value === value)?.label ?? value)
    .join("、");
}

/** Every place of the form, in its order. */
export function placesOf(store: Store, rowName: (n: number) => string): Place[] {
  const places: Place[] = [];
  for (const { id: sectionId, label: section, items, hint, note } of store.form.sections) {
    const where = { section, sectionId };
    places.push({ ...where, label: section, value: "", also: [hint, note].join("\n") });
    const walk = (list: readonly Item[], group: string): void => {
      for (const item of list) {
        if (item.kind === "field") {
          const name = store.index.nameOf(item.slot) ?? item.label;
          const label = group && !name.includes(group) ? `${group} ${name}` : name;
          const also = [item.hint, ...(item.covers ?? []).map((topic) => topic.label)].join("\n");
          places.push({ ...where, label, slot: item.slot, value: shown(item, store.text(item.slot)), also });
        } else if (item.kind === "group") {
          walk(item.items, item.label);
        } else if (item.kind === "mirror") {
          const field = store.index.scalars.get(item.slot)?.field;
          if (field)
            places.push({
              ...where,
              label: item.label,
              slot: item.slot,
              value: shown(field, store.text(item.slot)),
              also: "",
            });
        } else if (item.kind === "table") {
          if (item.label !== section) {
            places.push({
              ...where,
              label: item.label,
              table: item.id,
              value: "",
              also: [item.hint, item.note].join("\n"),
            });
          }
          for (const [n, row] of (store.rows.get(item.id) ?? []).entries()) {
            const seed = item.seed?.find(({ key }) => key === row.key);
            const name = store.rowName(item.id, row) ?? rowName(n + 1);
            item.columns.forEach((column, c) => {
              if (column.header && seed) return;
              const slot = row.slot + c;
              const value = shown(columnInRow(column, seed), store.text(slot));
              if (seed?.blocked?.includes(column.id)) return;
              places.push({ ...where, label: `${name} ${column.label}`, slot, value, also: seed?.hint ?? "" });
            });
          }
        }
      }
    };
    walk(items, "");
  }
  return places;
}

/** All words must be there, each in the label, the value or the rest. Matches of a label come before those of a value. */
export function search(places: readonly Place[], query: string): Hit[] {
  const words = wordsOf(query);
  const [first] = words;
  if (first === undefined) return [];
  const byLabel: Hit[] = [];
  const byValue: Hit[] = [];
  const byRest: Hit[] = [];
  for (const place of places) {
    const [label, value] = [folded(place.label), folded(place.value)];
    const rest = `${folded(place.section)}\n${folded(place.also)}`;
    if (!words.every((word) => label.includes(word) || value.includes(word) || rest.includes(word))) continue;
    const at = words.map((word) => value.indexOf(word)).find((n) => n >= 0);
    if (words.some((word) => label.includes(word))) byLabel.push(at === undefined ? { place } : { place, at });
    else if (at !== undefined) byValue.push({ place, at });
    else if (words.some((word) => folded(place.also).includes(word))) byRest.push({ place });
  }
  return [...byLabel, ...byValue, ...byRest];
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut up for marking, begun a little before what is sought when it is long. */
export function pieces(text: string, query: string, from = 0, most = 90): Piece[] {
  const start = from > 24 ? from - 16 : 0;
  const cut = (start > 0 ? "…" : "") + text.slice(start, start + most) + (start + most < text.length ? "…" : "");
  const plain = folded(cut);
  const words = wordsOf(query);
  const out: Piece[] = [];
  let at = 0;
  while (at < cut.length) {
    let best = cut.length;
    let length = 0;
    for (const word of words) {
      const n = plain.indexOf(word, at);
      if (n >= 0 && n < best) [best, length] = [n, word.length];
    }
    if (best > at) out.push({ text: cut.slice(at, best), hit: false });
    if (length > 0) out.push({ text: cut.slice(best, best + length), hit: true });
    at = best + length;
  }
  return out;
}
