// Tables by keyboard, as in a spreadsheet, and what can be done with rows: by key, by menu, and undone in one step.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, useBrowser } from "./browser.mjs";
import { cell, readForm, rowOperation } from "./form.mjs";

const { withPage } = useBrowser();
let form;
let rivals;
before(async () => {
  form = await readForm();
  rivals = form.table("competitors");
});

const box = (page, table, row, column) => cell(page, table, row, column).locator(".box");
const rows = (page, table) => page.locator(`[data-table="${table.id}"] tr[data-row]`);
// Which element the locator means is asked anew each frame: rows come and go while we wait.
const isFocused = async (locator) => {
  for (const end = Date.now() + 15_000; ; ) {
    const there = await locator.evaluate(
      (element) => new Promise((done) => requestAnimationFrame(() => done(document.activeElement === element))),
    );
    if (there) return;
    assert.ok(Date.now() < end, "never had the focus");
  }
};
const keys = async (page, ...list) => {
  for (const key of list) await page.keyboard.press(key);
};
const products = async (page) =>
  Promise.all((await rows(page, rivals).all()).map((row) => row.locator('[data-c="0"] .box').inputValue()));

async function fillRivals(page, names) {
  for (const [n, name] of names.entries()) await box(page, rivals, n, "product").fill(name);
}

describe("moving in a table", () => {
  it(
    "arrows leave a cell at the edge of its text, and go on from a cell that was reached by key",
    withPage({}, async (page) => {
      await fillRivals(page, ["水泵", "阀门", ""]);
      await box(page, rivals, 0, "product").click();
      await keys(page, "Home", "ArrowRight", "ArrowRight");
      await isFocused(box(page, rivals, 0, "product")); // the caret is behind the text now
      await keys(page, "ArrowRight");
      await isFocused(box(page, rivals, 0, "rival"));
      await keys(page, "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowLeft");
      await isFocused(box(page, rivals, 1, "product"));
      await page.keyboard.type("球阀"); // the cell is selected: typing replaces
      assert.equal(await box(page, rivals, 1, "product").inputValue(), "球阀");
      await keys(page, "ArrowUp", "F2");
      await page.keyboard.type("站");
      assert.equal(await box(page, rivals, 0, "product").inputValue(), "水泵站");
    }),
  );

  it(
    "in a text of several lines arrows and Enter belong to the text until its edge",
    withPage({}, async (page) => {
      const text = box(page, rivals, 1, "strength");
      await text.fill("第一行\n第二行");
      await text.click();
      await keys(page, "Control+End", "ArrowUp");
      await isFocused(text);
      await keys(page, "Enter");
      assert.match(await text.inputValue(), /第一行\n+第?/);
      await keys(page, "Control+End", "ArrowDown");
      await isFocused(box(page, rivals, 2, "strength"));
      await keys(page, "ArrowUp");
      await isFocused(text);
    }),
  );

  it(
    "Home and End reach the ends of the row, with Ctrl those of the table",
    withPage({}, async (page) => {
      await box(page, rivals, 1, "rival").focus();
      await keys(page, "Home");
      await isFocused(box(page, rivals, 1, "product"));
      await keys(page, "End");
      await isFocused(box(page, rivals, 1, "strength"));
      await keys(page, "Control+Home");
      await isFocused(box(page, rivals, 0, "product"));
      await keys(page, "Control+End");
      await isFocused(box(page, rivals, 2, "strength"));
    }),
  );

  it(
    "a list keeps its arrows; with Ctrl they move on",
    withPage({}, async (page) => {
      const management = form.table("management");
      const method = box(page, management, 2, "method");
      await method.focus();
      await keys(page, "ArrowDown");
      await isFocused(method);
      assert.equal(await method.inputValue(), "self");
      await keys(page, "Control+ArrowDown");
      await isFocused(box(page, management, 3, "method"));
      assert.equal(await box(page, management, 3, "method").inputValue(), "");
      await keys(page, "Control+ArrowLeft");
      await isFocused(box(page, management, 3, "bInternational"));
    }),
  );

  it(
    "Tab goes along the row, Enter below where the run began, and past the end to a new row",
    withPage({}, async (page) => {
      await box(page, rivals, 1, "product").focus();
      await page.keyboard.type("甲");
      await keys(page, "Tab");
      await page.keyboard.type("乙");
      await keys(page, "Tab", "Enter");
      await isFocused(box(page, rivals, 2, "product"));
      await keys(page, "Enter"); // nothing in the last row: it does not grow
      assert.equal(await rows(page, rivals).count(), 3);
      await page.keyboard.type("丙");
      await keys(page, "Tab", "Tab", "Enter");
      await isFocused(box(page, rivals, 3, "product"));
      await keys(page, "Shift+Enter");
      await isFocused(box(page, rivals, 2, "product"));
      await box(page, rivals, 0, "strength").focus();
      await keys(page, "Tab");
      await isFocused(box(page, rivals, 1, "product"));
    }),
  );

  it(
    "keys of an input method are its own",
    withPage({}, async (page, context) => {
      const first = box(page, rivals, 0, "product");
      await first.focus();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Input.imeSetComposition", { text: "biao", selectionStart: 4, selectionEnd: 4 });
      await first.dispatchEvent("keydown", { key: "ArrowDown", keyCode: 229, isComposing: true });
      await first.dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
      await cdp.send("Input.insertText", { text: "标" });
      await isFocused(first);
      assert.equal(await first.inputValue(), "标");
    }),
  );
});

describe("rows", () => {
  it(
    "are doubled, moved, added and removed by key, the focus goes with them, each undone in one step",
    withPage({}, async (page) => {
      await fillRivals(page, ["一", "二", "三"]);
      await box(page, rivals, 0, "rival").fill("某厂");
      await keys(page, "Alt+Shift+KeyD");
      await isFocused(box(page, rivals, 1, "product"));
      assert.deepEqual(await products(page), ["一", "一", "二", "三"]);
      assert.equal(await box(page, rivals, 1, "rival").inputValue(), "某厂");
      await keys(page, "Alt+Shift+ArrowDown");
      await isFocused(box(page, rivals, 2, "product"));
      assert.deepEqual(await products(page), ["一", "二", "一", "三"]);
      await keys(page, "Alt+Shift+Enter");
      await isFocused(box(page, rivals, 3, "product"));
      assert.deepEqual(await products(page), ["一", "二", "一", "", "三"]);
      await keys(page, "Alt+Shift+Delete");
      await isFocused(box(page, rivals, 3, "product"));
      assert.deepEqual(await products(page), ["一", "二", "一", "三"]);
      for (const expected of [
        ["一", "二", "一", "", "三"],
        ["一", "二", "一", "三"],
        ["一", "一", "二", "三"],
        ["一", "二", "三"],
      ]) {
        await keys(page, "Control+z");
        assert.deepEqual(await products(page), expected);
      }
    }),
  );

  it(
    "the same by the row's menu, which opens by keyboard, closes by Escape and gives the focus back",
    withPage({}, async (page) => {
      await fillRivals(page, ["一", "二", "三"]);
      const opener = rows(page, rivals).nth(2).locator("[data-row-menu]");
      await box(page, rivals, 2, "strength").focus();
      await keys(page, "ArrowRight");
      await isFocused(opener);
      await keys(page, "Enter");
      const menu = page.locator(".row-menu");
      await isFocused(menu.locator("[data-operation=below]"));
      assert.ok(await menu.locator("[data-operation=down]").isDisabled());
      await keys(page, "Escape");
      await isFocused(opener);
      assert.equal(await menu.count(), 0);
      await rowOperation(page, rows(page, rivals).nth(2), "up");
      assert.deepEqual(await products(page), ["一", "三", "二"]);
      await rowOperation(page, rows(page, rivals).nth(0), "double");
      assert.deepEqual(await products(page), ["一", "一", "三", "二"]);
      await rowOperation(page, rows(page, rivals).nth(0), "remove");
      assert.deepEqual(await products(page), ["一", "三", "二"]);
    }),
  );

  it(
    "a seeded row is doubled with its headings",
    withPage({}, async (page) => {
      await loadSample(page);
      const indicators = form.table("indicators");
      const before = await rows(page, indicators).count();
      const value = await box(page, indicators, 1, "current").inputValue();
      await rowOperation(page, rows(page, indicators).nth(1), "double");
      await isFocused(box(page, indicators, 2, "name"));
      assert.equal(await rows(page, indicators).count(), before + 1);
      assert.equal(await box(page, indicators, 2, "name").inputValue(), "营业收入");
      assert.equal(await box(page, indicators, 2, "unit").inputValue(), "万元");
      assert.equal(await box(page, indicators, 2, "current").inputValue(), value);
      await keys(page, "Control+z");
      assert.equal(await rows(page, indicators).count(), before);
    }),
  );
});
