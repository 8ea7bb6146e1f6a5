// The form and the filled-in sample as the bench hands them to everyone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path) => readFileSync(join(root, path), "utf8");

export const sampleText = text("tests/cases/sample/draft.json");
export const sample = JSON.parse(sampleText);

export { compileForm, editionFiles, makeFormCore, makePageCore } from "../lib/whole-core.mjs";

const fieldsOf = (items) =>
  items.flatMap((item) => (item.kind === "group" ? fieldsOf(item.items) : item.kind === "field" ? [item] : []));

// Scalars and tables of the form as load() gives it.
export function partsOf(form) {
  const items = form.sections.flatMap((section) => section.items);
  return { fields: fieldsOf(items), tables: items.filter((item) => item.kind === "table") };
}

// Where the bench types. Slots of rows are those of a session in which the sample was just opened.
export function placesOf(form, snapshot) {
  const { fields, tables } = partsOf(form);
  const slot = (id) => fields.find((field) => field.id === id).slot;
  const indicators = tables.find((table) => table.id === "indicators");
  const revenue = snapshot.rows.indicators.find((row) => row.key === "revenue");
  const longText = sample.values.implementation;
  return {
    number: revenue.slot + indicators.columns.findIndex((column) => column.id === "current"),
    scalar: slot("address"),
    invention: slot("patents.invention"),
    narrative: slot("implementation"),
    longText,
    middle: longText.length >> 1,
  };
}
