// Finds the case files and the form's rules; shared by the scripts of this folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const findingsDir = join(root, "tests/cases/findings");
export const badInputDir = join(root, "tests/cases/bad-input");
export const formDir = join(root, "schema/zj-quality-benchmark/2025");

export function findingCases(filter = "") {
  return readdirSync(findingsDir)
    .filter((name) => name.endsWith(".json") && name.includes(filter))
    .sort()
    .map((name) => {
      const file = join(findingsDir, name);
      return { name: name.slice(0, -5), file, ...JSON.parse(readFileSync(file, "utf8")) };
    });
}

export function ruleBook() {
  return JSON.parse(readFileSync(join(formDir, "rules.json"), "utf8"));
}

// Fields and columns that must be filled only when something else is so.
export function requirements() {
  const { sections } = JSON.parse(readFileSync(join(formDir, "form.json"), "utf8"));
  const found = [];
  const walk = (item, prefix) => {
    if (item.requiredWhen) found.push(prefix + item.id);
    for (const child of item.items ?? []) walk(child, prefix);
    for (const column of item.columns ?? []) walk(column, `${item.id}.`);
  };
  for (const section of sections) for (const item of section.items) walk(item, "");
  return found;
}

export function badInputCases(filter = "") {
  return JSON.parse(readFileSync(join(badInputDir, "cases.json"), "utf8")).filter((c) => c.name.includes(filter));
}

// What no case can show, and why: rules that are never pending, checks no field of the form uses.
export function exemptions() {
  return JSON.parse(readFileSync(new URL("exempt.json", import.meta.url), "utf8"));
}
