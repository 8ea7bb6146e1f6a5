// Texts that would become markup or script where a text is taken for more than it is, in every place of a draft.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPageForm } from "../wasm/core.mjs";
import { root, sample } from "./browser.mjs";

export const strings = JSON.parse(readFileSync(join(root, "tests/cases/hostile/strings.json"), "utf8"));

const fieldsOf = (items) =>
  items.flatMap((item) => (item.kind === "group" ? fieldsOf(item.items) : item.kind === "field" ? [item] : []));

function put(values, id, value) {
  const keys = id.split(".");
  const last = keys.pop();
  let node = values;
  for (const key of keys) node = node[key] ??= {};
  node[last] = value;
}

// A draft in which every field and every cell that takes a text holds one of the strings, in turn, from the n-th on.
export async function hostileDraft(start = 0) {
  const { form } = await loadPageForm();
  let at = start;
  const next = () => strings[at++ % strings.length];
  const draft = JSON.parse(JSON.stringify(sample));
  const items = form.sections.flatMap((section) => section.items);
  for (const field of fieldsOf(items)) {
    if (field.type === "longText") put(draft.values, field.id, [next(), next(), next()].join("\n"));
    else put(draft.values, field.id, field.type === "choices" ? [next()] : next());
  }
  for (const table of items.filter((item) => item.kind === "table")) {
    for (const row of draft.values[table.id] ?? []) {
      for (const column of table.columns) {
        if (column.header && row.key) continue;
        row[column.id] = next();
      }
    }
  }
  draft.values.unknownField = next();
  draft.acknowledged = [{ rule: next(), reason: next(), values: [next()] }];
  return { draft, text: JSON.stringify(draft) };
}

// Elements that only a text taken for markup could have brought.
const brought = (page) =>
  page.evaluate(() => {
    // index.html brings two: the first script of all, and the form as data.
    const own = "script[src], head > script, body > script#form-view, iframe[data-own]";
    const found = [
      ...document.querySelectorAll(
        "script, iframe, object, embed, base, form[action], math, a[href^='javascript' i], [onerror], [onload], [onclick]",
      ),
    ];
    return found.filter((element) => !element.matches(own)).map((element) => element.outerHTML.slice(0, 120));
  });

export async function untouched(page, where) {
  assert.deepEqual(await brought(page), [], where);
  assert.equal(await page.evaluate(() => window.hostile), undefined, where);
  assert.equal(await page.evaluate(() => ({}).hostile), undefined, where);
}

// The file an export ends with: its name and bytes. Where glyphs are missing it is asked for all the same.
export async function saved(page, act) {
  const coming = page.waitForEvent("download", { timeout: 120_000 });
  await act();
  const goOn = page.getByRole("button", { name: "仍然导出", exact: true });
  const asked = goOn.waitFor({ timeout: 120_000 }).catch(() => undefined);
  await Promise.race([coming, asked]);
  if (await goOn.isVisible()) await goOn.click();
  const file = await coming;
  await page.getByRole("dialog").waitFor({ state: "detached" });
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}
