// Input methods: while a composition is open nothing is counted, judged or written; once committed all of it is.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { savedDraft, useBrowser } from "./browser.mjs";
import { cell, readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const paused = { paused: true };
const minute = 60_000;

async function composer(page, context) {
  const session = await context.newCDPSession(page);
  return {
    compose: (text) =>
      session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text) => session.send("Input.insertText", { text }),
  };
}

const counter = (page, id) => page.locator(`#c${form.slot(id)}-n .counter-number`).first();
const findings = (page) => page.locator(".finding, .finding-link");

// What has been saved of the box.
async function stored(page, id) {
  const draft = await savedDraft(page);
  return draft?.values[id] ?? "";
}

describe("a composition", () => {
  it(
    "in the title: neither counted, nor judged, nor saved before it is committed",
    withPage(paused, async (page, context) => {
      const { compose, commit } = await composer(page, context);
      const box = form.box(page, "title");
      await box.focus();
      const pinyin = "chang'chang'de'biao'gan'ming'cheng'chang'guo'san'shi'ge'zi";
      for (let i = 5; i <= pinyin.length; i += 5) await compose(pinyin.slice(0, i));
      assert.match(await box.inputValue(), /^chang/);
      await page.clock.runFor(minute);
      assert.equal(await counter(page, "title").textContent(), "0");
      assert.equal(await findings(page).count(), 0);
      assert.equal(await stored(page, "title"), "");

      const title = "超过三十个字的标杆名称一定会被指出来因为通知写明了名称在三十字以内的实践经验";
      await commit(title);
      assert.equal(await box.inputValue(), title);
      assert.equal(await counter(page, "title").textContent(), String(title.length));
      assert.equal(await findings(page).count(), 0);
      await page.clock.runFor(2000);
      await page.locator(".finding.finding-error").first().waitFor();
      assert.equal(await stored(page, "title"), title);
    }),
  );

  it(
    "in the middle of a narrative keeps what stands round it",
    withPage(paused, async (page, context) => {
      const { compose, commit } = await composer(page, context);
      const box = form.box(page, "overview");
      await box.focus();
      await page.keyboard.insertText("企业质量管理");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await counter(page, "overview").textContent(), "6");
      for (const text of ["q", "qu", "quan", "quan'mian"]) await compose(text);
      assert.equal(await box.inputValue(), "企业质量quan'mian管理");
      await page.clock.runFor(minute);
      assert.equal(await counter(page, "overview").textContent(), "6");
      await commit("全面");
      assert.equal(await box.inputValue(), "企业质量全面管理");
      assert.equal(await counter(page, "overview").textContent(), "8");
    }),
  );

  it(
    "given up leaves the text as it was",
    withPage(paused, async (page, context) => {
      const { compose } = await composer(page, context);
      const box = form.box(page, "overview");
      await box.focus();
      await page.keyboard.insertText("标杆");
      await compose("jing'yan");
      await compose("");
      assert.equal(await box.inputValue(), "标杆");
      assert.equal(await counter(page, "overview").textContent(), "2");
      await page.keyboard.press("Tab");
      assert.equal(await box.inputValue(), "标杆");
      assert.equal(await counter(page, "overview").textContent(), "2");
    }),
  );

  it(
    "in a number cell of a table is no unreadable number",
    withPage(paused, async (page, context) => {
      const { compose, commit } = await composer(page, context);
      const box = cell(page, form.table("competitors"), 0, "share").locator("input");
      await box.focus();
      await compose("bai'fen'zhi");
      await page.clock.runFor(minute);
      assert.equal(await findings(page).count(), 0);
      await commit("１２．５％");
      await page.keyboard.press("Tab");
      await page.clock.runFor(minute);
      assert.equal(await box.inputValue(), "１２．５％");
      assert.equal(await findings(page).count(), 0);
    }),
  );

  it(
    "takes the keys it needs: Enter and the arrows do not leave the cell",
    withPage(paused, async (page, context) => {
      const { compose, commit } = await composer(page, context);
      const box = cell(page, form.table("competitors"), 0, "rival").locator("textarea");
      await box.focus();
      await compose("mu'qiao");
      const stayed = await page.evaluate(() => {
        const target = document.activeElement;
        for (const key of ["Enter", "ArrowDown", "ArrowLeft"]) {
          const event = new KeyboardEvent("keydown", {
            key,
            isComposing: true,
            keyCode: 229,
            bubbles: true,
            cancelable: true,
          });
          target.dispatchEvent(event);
          if (event.defaultPrevented) return false;
        }
        return document.activeElement === target;
      });
      assert.ok(stayed);
      await commit("沐峤流体");
      assert.equal(await box.inputValue(), "沐峤流体");
    }),
  );
});
