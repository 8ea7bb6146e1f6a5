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

export function draftFileName(store: Store, date: Date): string {
  const { form, index } = store;
  const ids = [form.copyOrder?.[0], form.letter?.company];
  const named = ids.map((id) => {
    const field = id === undefined ? undefined : index.fields.get(id);
    return field ? safeName(store.text(field.slot)) : "";
  });
  const name = named.find((candidate) => candidate !== "") ?? safeName(form.shortTitle ?? form.title);
  return `${name}-${text.draftSuffix}-${day(date)}.json`;
}
