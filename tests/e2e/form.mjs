// What the tests know of the form: which slot a field has, and what a draft holds for a cell.
import { loadPageForm } from "../wasm/core.mjs";

const fieldsOf = (items) =>
  items.flatMap((item) => (item.kind === "group" ? fieldsOf(item.items) : item.kind === "field" ? [item] : []));

// → { slot(id), field(slot), columns(tableId) }
export async function readForm() {
  const { form } = await loadPageForm();
  const items = form.sections.flatMap((section) => section.items);
  const fields = fieldsOf(items);
  const tables = new Map(items.filter((item) => item.kind === "table").map((item) => [item.id, item]));
  const slot = (id) => fields.find((field) => field.id === id).slot;
  return {
    slot,
    copyOrder: form.copyOrder,
    box: (page, id) => page.locator(`#c${slot(id)}`),
    field: (wanted) => fields.find((field) => field.slot === wanted),
    table: (id) => tables.get(id),
  };
}

// The n-th cell of a table's column on the page; `column` by its id.
export function cell(page, table, row, column) {
  const at = table.columns.findIndex(({ id }) => id === column);
  return page.locator(`[data-table="${table.id}"] tr[data-row]`).nth(row).locator(`[data-c="${at}"]`);
}

// Unfolds a row's menu and does one thing: below, double, up, down, remove, copy.
export async function rowOperation(page, row, operation) {
  await row.locator("[data-row-menu]").click();
  await page.locator(`.row-menu [data-operation="${operation}"]`).click();
}

// The value of a dotted id in a draft: patents.total.
export const valueAt = (draft, id) => id.split(".").reduce((node, key) => node?.[key], draft.values) ?? "";

// Values as the form means them: without the ids of rows, which are the program's, and without blanks.
export function plainValues(node) {
  if (Array.isArray(node)) return node.map(plainValues);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node)
    .filter(([key]) => key !== "id")
    .map(([key, value]) => [key, plainValues(value)])
    .filter(([, value]) => value !== "" && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
