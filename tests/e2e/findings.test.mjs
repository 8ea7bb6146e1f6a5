// When findings come and go, where they stand, and how one gets from one to its cell.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, press, useBrowser } from "./browser.mjs";
import { cell, readForm, rowOperation } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const findings = (page) => page.locator(".finding");
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

async function type(page, id, text) {
  await form.box(page, id).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

describe("findings", () => {
  it(
    "are not shown before anything was touched, nor for walking past blanks",
    withPage({ paused: true }, async (page) => {
      for (let i = 0; i < 60; i++) await page.keyboard.press("Tab");
      await page.clock.runFor(60_000);
      assert.equal(await findings(page).count(), 0);
    }),
  );

  it(
    "come when the field is left, and vanish with the key that mends them",
    withPage({ paused: true }, async (page) => {
      await type(page, "patents.total", "5");
      await type(page, "patents.invention", "9");
      assert.equal(await findings(page).count(), 0);
      await page.keyboard.press("Tab");
      const finding = page.locator(".finding.finding-error");
      await finding.waitFor();
      assert.match(await finding.textContent(), /9/);
      assert.equal(await form.box(page, "patents.invention").getAttribute("aria-invalid"), "true");

      await form.box(page, "patents.invention").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("4");
      assert.equal(await findings(page).count(), 0);
      assert.equal(await form.box(page, "patents.invention").getAttribute("aria-invalid"), null);
    }),
  );

  it(
    "that appear when a field is left do not take the click away that left it",
    withPage({}, async (page) => {
      await form.box(page, "title").focus();
      await page.keyboard.insertText("没有那两个字的名称");
      const radio = form.box(page, "direction").locator("input").first();
      const { x, y } = await radio.boundingBox();
      await page.mouse.move(x + 8, y + 8);
      await page.mouse.down();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.mouse.up();
      assert.ok(await radio.isChecked());
      await page.locator(".finding").first().waitFor();
    }),
  );

  it(
    "come when typing pauses, not between two keys",
    withPage({ paused: true }, async (page) => {
      await type(page, "contact.mobile", "139");
      await page.clock.runFor(500);
      await page.keyboard.type("1");
      await page.clock.runFor(500);
      assert.equal(await findings(page).count(), 0);
      await page.clock.runFor(200);
      await findings(page).first().waitFor();
    }),
  );

  it(
    "name what they rest on, with the words of the notice",
    withPage({}, async (page) => {
      await form.box(page, "landEfficiency").locator("input").last().check();
      const finding = page.locator(".finding.finding-error");
      await finding.waitFor();
      await finding.getByRole("button", { name: /依据/ }).first().click();
      await page.getByText("亩均综合效益评价等级不为D级").first().waitFor();
    }),
  );

  it(
    "are listed by section, and each entry leads to its cell",
    withPage({}, async (page) => {
      await page.getByRole("button", { name: /^检查结果/ }).click();
      const share = cell(page, form.table("competitors"), 1, "share").locator("input");
      await share.focus();
      await page.keyboard.type("十二");
      await type(page, "patents.total", "5");
      await type(page, "patents.invention", "9");
      await page.keyboard.press("Tab");
      const entries = page.locator(".panel .finding-link");
      await entries.nth(1).waitFor();
      assert.equal(await entries.count(), 2);
      await entries.nth(1).click();
      assert.ok(await isFocused(share));
      await entries.nth(0).click();
      assert.ok(await isFocused(form.box(page, "patents.invention")));
    }),
  );

  it(
    "offer a mend where one is safe, and it can be taken back",
    withPage({}, async (page) => {
      await loadSample(page);
      const total = form.box(page, "standards.total");
      const right = await total.inputValue();
      await type(page, "standards.total", "1");
      await page.keyboard.press("Tab");
      const mend = page.locator(".finding button.button-small").first();
      await mend.waitFor();
      await mend.click();
      assert.equal(await total.inputValue(), right);
      assert.equal(await page.locator(".finding.finding-error").count(), 0);
      await press(page, "撤销");
      assert.equal(await total.inputValue(), "1");
      await page.locator(".finding.finding-error").first().waitFor();
    }),
  );

  it(
    "stay with their row when rows are moved and removed",
    withPage({}, async (page) => {
      await loadSample(page);
      const table = form.table("competitors");
      const share = (row) => cell(page, table, row, "share").locator("input");
      await share(2).focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("abc");
      await page.keyboard.press("Tab");
      await page.locator(".finding.finding-error").first().waitFor();
      const rows = page.locator('[data-table="competitors"] tr[data-row]');
      await rowOperation(page, rows.nth(0), "remove");
      assert.equal(await share(1).inputValue(), "abc");
      assert.equal(await share(1).getAttribute("aria-invalid"), "true");
      await rowOperation(page, rows.nth(1), "remove");
      assert.equal(await page.locator(".finding.finding-error").count(), 0);
      await press(page, "撤销");
      assert.equal(await share(1).getAttribute("aria-invalid"), "true");
    }),
  );

  it(
    "检查全部 shows what is open and where, and takes the focus once",
    withPage({}, async (page) => {
      await press(page, "检查全部");
      const heading = page.locator("#panel-title");
      await heading.waitFor();
      assert.ok(await isFocused(heading));
      const first = page.locator(".panel details").first();
      await first.locator("summary").click();
      await first.locator(".todo-link").first().click();
      assert.ok(await isFocused(form.box(page, "title")));
    }),
  );
});
