// Fills the form as someone without a mouse does: Tab from stop to stop, type, tick with the space bar, choose with the
// arrows, add rows with Enter. Knows the form's ids only to look up what to type.
import assert from "node:assert/strict";
import { valueAt } from "./form.mjs";

const stops = 3000; // more than the form has; a page that traps the focus ends here

// What has the focus, as plain data.
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const host = element.closest('[id^="c"], [id^="m"]');
    const [, mirror, slot] = host?.id.match(/^(m\d+-)?c(\d+)$/) ?? [];
    const block = element.closest("[data-table]");
    const row = element.closest("tr[data-row]");
    const rows = block ? [...block.querySelectorAll("tr[data-row]")] : [];
    const inputs = host ? [...host.querySelectorAll("input")] : [];
    return {
      tag: element.tagName,
      type: element.getAttribute("type"),
      inMain: element.closest("main") !== null,
      mirror: mirror !== undefined,
      slot: slot === undefined ? undefined : Number(slot),
      table: block?.dataset.table,
      rows: rows.length,
      row: row ? rows.indexOf(row) : undefined,
      column: Number(element.closest("[data-c]")?.dataset.c),
      option: inputs.indexOf(element),
      isAdd: element.matches("[data-add]"),
      selected: element.tagName === "SELECT" ? element.selectedIndex : undefined,
      options: element.tagName === "SELECT" ? [...element.options].map((option) => option.value) : undefined,
    };
  });

// Letters key by key; of a long text the beginning so, the rest a sentence at a time, as an input method commits it.
async function type(page, text) {
  const byKey = text.slice(0, 40);
  await page.keyboard.type(byKey);
  for (const sentence of text.slice(40).match(/[^。]*。|[^。]+$/g) ?? []) await page.keyboard.insertText(sentence);
}

async function choose(page, stop, value) {
  const steps = stop.options.indexOf(value) - stop.selected;
  assert.ok(stop.options.includes(value), `no option ${value}`);
  for (let i = 0; i < Math.abs(steps); i++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
}

async function tick(page, stop, field, value) {
  if (stop.type === "checkbox") {
    if (value.includes(field.options[stop.option].value)) await page.keyboard.press("Space");
    return;
  }
  const wanted = field.options.findIndex((option) => option.value === value);
  if (wanted === 0) await page.keyboard.press("Space");
  for (let i = 0; i < wanted; i++) await page.keyboard.press("ArrowDown");
}

async function fillCell(page, stop, form, draft) {
  const column = stop.table === undefined ? undefined : form.table(stop.table).columns[stop.column];
  const field = column ?? form.field(stop.slot);
  const value = column ? (draft.values[stop.table]?.[stop.row]?.[column.id] ?? "") : valueAt(draft, field.id);
  if (value === "" || value.length === 0) return;
  if (stop.tag === "SELECT") await choose(page, stop, value);
  else if (stop.type === "radio" || stop.type === "checkbox") await tick(page, stop, field, value);
  else await type(page, value);
}

// Starts at the top of the page and ends behind the form. Gives the cells met, in the order of the Tab key.
export async function fillByKeyboard(page, form, draft) {
  const order = [];
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // 跳到正文
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop.inMain) return order;
    const wanted = stop.table === undefined ? 0 : (draft.values[stop.table]?.length ?? 0);
    if (stop.isAdd && stop.rows < wanted) {
      await page.keyboard.press("Enter");
      await page.locator(`[data-table="${stop.table}"] tr[data-row]`).nth(stop.rows).locator(":focus").waitFor();
      const first = await focused(page);
      assert.equal(first.row, stop.rows, "the focus goes to the new row");
      await fillCell(page, first, form, draft);
      order.push(first.slot);
    } else if (stop.slot !== undefined && !stop.mirror && ["INPUT", "TEXTAREA", "SELECT"].includes(stop.tag)) {
      await fillCell(page, stop, form, draft);
      order.push(stop.slot);
    }
  }
  assert.fail("the Tab key never leaves the form");
}
