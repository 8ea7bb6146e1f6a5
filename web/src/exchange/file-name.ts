// What a downloaded draft is called: the application's title, else the company, else the form; 草稿; the day.
import type { Store } from "../core/store";
import { day } from "../drafts/time";
import { text } from "../text/zh-cn";

const longest = 60;

/** Without what file systems or shells take amiss; a name never begins or ends with a dot or space. */
export function safeName(name: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+/, "");
  return [...clean]
    .slice(0, longest)
    .join("")
    .replace(/[. ]+$/, "");
}

/** The application's title, else the company, else the form. */
function nameOf(store: Store): string {
  const { form, index } = store;
  const ids = [form.copyOrder?.[0], form.letter?.company];
  const named = ids.map((id) => {
    const field = id === undefined ? undefined : index.fields.get(id);
    return field ? safeName(store.text(field.slot)) : "";
  });
  return named.find((candidate) => candidate !== "") ?? safeName(form.shortTitle ?? form.title);
}

export function draftFileName(store: Store, date: Date): string {
  return `${nameOf(store)}-${text.draftSuffix}-${day(date)}.json`;
}

/** Of a document on paper; `title` is its own. */
export function paperFileName(store: Store, date: Date, title: string, ending: string): string {
  const parts = [nameOf(store), safeName(title), day(date)];
  return `${parts.filter((part, n) => part !== parts[n - 1]).join("-")}.${ending}`;
}
