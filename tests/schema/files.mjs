// The data files under test, read once.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const schemaFolder = join(root, "schema");

export const textOf = (path) => readFileSync(path, "utf8");
export const jsonOf = (path) => JSON.parse(textOf(path));

const isFolder = (path) => statSync(path).isDirectory();
const within = (folder) => readdirSync(folder).map((name) => join(folder, name));

/** Every JSON file below a folder. */
export function jsonFiles(folder) {
  return within(folder).flatMap((path) => (isFolder(path) ? jsonFiles(path) : path.endsWith(".json") ? [path] : []));
}

/** Every edition: { name, folder, form, rules, messages, notice }. */
export const editions = within(schemaFolder)
  .filter((path) => isFolder(path) && !path.endsWith("meta") && !path.endsWith("codes"))
  .flatMap(within)
  .map((folder) => ({
    name: folder.slice(schemaFolder.length + 1),
    folder,
    form: jsonOf(join(folder, "form.json")),
    rules: jsonOf(join(folder, "rules.json")),
    messages: jsonOf(join(folder, "messages.zh-CN.json")),
    notice: textOf(join(folder, "notice.md")),
  }));

/** The items of a section, groups opened. */
const opened = (items) => items.flatMap((item) => (item.kind === "group" ? [item, ...opened(item.items)] : [item]));
export const itemsOf = (form) => form.sections.flatMap((section) => opened(section.items));
export const fieldsOf = (form) => itemsOf(form).filter((item) => item.kind === "field");
export const tablesOf = (form) => itemsOf(form).filter((item) => item.kind === "table");

/** {year}, {year-1} … as the loader fills them in. */
export function withYears(text, year) {
  return text.replace(/\{year(?:([+-])(\d+))?\}/g, (_, sign, n) => String(year + (sign === "-" ? -n : +(n ?? 0))));
}

/** A text for comparing with the archived notice: without white space, mark-up and escapes. */
export function bare(text) {
  return text
    .replace(/<[^>]*>/g, "")
    .replace(/\\(.)/g, "$1")
    .replace(/[\s*_]/g, "");
}

/** Every object below `node` that has `key`, with its JSON Pointer. */
export function* holders(node, key, pointer = "") {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node) && key in node) yield { pointer, node, value: node[key] };
  for (const [name, child] of Object.entries(node)) yield* holders(child, key, `${pointer}/${name}`);
}
