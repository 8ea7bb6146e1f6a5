// Getting about in the form: the next open item, the address, finding, going back in history, writing at length.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, newDraft, press, ready, useBrowser } from "./browser.mjs";
import { cell, readForm, rowOperation } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const focused = (locator) => locator.and(locator.page().locator(":focus")).waitFor();
const spoken = (page, text) =>
  page.locator(".app > [role=status][aria-live]", { hasText: text }).waitFor({ state: "attached" });
const section = (page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));

async function fill(page, values) {
  for (const [id, text] of Object.entries(values)) await form.box(page, id).fill(text);
}

describe("F8", () => {
  it(
    "goes through errors first, then warnings, and tells what and how many",
    withPage({}, async (page) => {
      await loadSample(page);
      await fill(page, { "patents.invention": "999", "contact.mobile": "12345", title: "某某公司精益管理的经验" });
      await form.box(page, "date").focus();
      await page.locator(".bar .badge-warning").waitFor();
      await page.keyboard.press("F8");
      await focused(form.box(page, "contact.mobile"));
      await spoken(page, "错误，第 1 处，共 2 处");
      await page.keyboard.press("F8");
      await focused(form.box(page, "patents.invention"));
      await page.keyboard.press("F8");
      await focused(form.box(page, "title"));
      await spoken(page, "警告，第 1 处");
      await page.keyboard.press("Shift+F8");
      await focused(form.box(page, "patents.invention"));
    }),
  );

  it(
    "goes to what is still blank when nothing is wrong, also by the button",
    withPage({}, async (page) => {
      await press(page, "下一处");
      await focused(form.box(page, "title"));
      await spoken(page, "待填，第 1 处");
      await page.keyboard.press("F8");
      await focused(form.box(page, "direction").locator("input").first());
    }),
  );

  it(
    "says so when nothing is open",
    withPage({}, async (page) => {
      await loadSample(page);
      await page.keyboard.press("F8");
      await page.getByText("没有待处理的问题").waitFor();
    }),
  );
});

describe("the address", () => {
  it(
    "names the section, leads back and forth, and survives a reload",
    withPage({}, async (page) => {
      const nav = page.locator("#nav");
      await nav.getByRole("link", { name: /^表1/ }).click();
      await nav.getByRole("link", { name: /典型经验/ }).click();
      const [one, two] = await Promise.all(
        [/^表1/, /典型经验/].map((name) => nav.getByRole("link", { name }).getAttribute("href")),
      );
      assert.equal(`#${await section(page)}`, two);
      await page.goBack();
      await nav.locator(`[aria-current][href="${one}"]`).waitFor();
      await page.goForward();
      await nav.locator(`[aria-current][href="${two}"]`).waitFor();
      await page.reload();
      await ready(page);
      await nav.locator(`[aria-current][href="${two}"]`).waitFor();
    }),
  );
});

describe("the list of sections", () => {
  it(
    "tells how far the form is, and what is open",
    withPage({}, async (page) => {
      const whole = page.locator(".nav-whole");
      assert.match(await whole.textContent(), /0\/\d+.*错误 0.*警告 0.*待填 \d+/s);
      await loadSample(page);
      await fill(page, { "patents.invention": "999" });
      await page.keyboard.press("Tab");
      await whole.getByText("错误 1").waitFor();
      await whole.getByText("待填 0").waitFor();
    }),
  );
});

describe("查找", () => {
  it(
    "finds labels and contents, and goes there with Enter",
    withPage({}, async (page) => {
      await loadSample(page);
      await page.keyboard.press("Control+k");
      await focused(page.locator("#find-box"));
      await page.keyboard.type("发明专利");
      await page.locator(".find-hit").first().waitFor();
      await page.keyboard.press("Enter");
      await focused(form.box(page, "patents.invention"));
    }),
  );

  it(
    "selects the words in a long text",
    withPage({}, async (page) => {
      await loadSample(page);
      await fill(page, { overview: `${"质量".repeat(300)}暗号在此${"管理".repeat(100)}` });
      await press(page, "查找");
      await page.locator("#find-box").fill("暗号");
      await page.locator(".find-hit", { hasText: "企业概况" }).click();
      await focused(form.box(page, "overview"));
      const selected = await form
        .box(page, "overview")
        .evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd));
      assert.equal(selected, "暗号");
    }),
  );

  it(
    "opens with / outside a box, types / inside one, and says when there is nothing",
    withPage({}, async (page) => {
      await form.box(page, "title").focus();
      await page.keyboard.type("/");
      assert.equal(await form.box(page, "title").inputValue(), "/");
      await page.locator("#cover").focus();
      await page.keyboard.press("/");
      await page.locator("#find-box").fill("绝无此词");
      await page.getByText("没有找到").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".find").waitFor({ state: "detached" });
    }),
  );
});

describe("undo", () => {
  it(
    "leads to what it changed, wherever one was",
    withPage({}, async (page) => {
      await loadSample(page);
      const share = cell(page, form.table("competitors"), 2, "share").locator("input");
      const before = await share.inputValue();
      await share.fill("99");
      await form.box(page, "title").focus();
      await page.keyboard.press("Control+z");
      await focused(share);
      assert.equal(await share.inputValue(), before);
      await spoken(page, "已撤销");
      await rowOperation(page, page.locator('[data-table="competitors"] tr[data-row]').nth(1), "remove");
      await form.box(page, "title").focus();
      await page.keyboard.press("Control+z");
      await focused(cell(page, form.table("competitors"), 1, "product").locator("textarea"));
    }),
  );

  it(
    "lists the last steps, and goes back to any of them and forth again",
    withPage({}, async (page) => {
      for (const text of ["甲", "乙", "丙"]) {
        await fill(page, { title: `${text}经验` });
        await page.keyboard.press("Tab");
      }
      await fill(page, { company: "某公司" });
      await page.keyboard.press("Tab");
      await press(page, "修改历史");
      const steps = page.locator(".step");
      await steps.first().waitFor();
      assert.equal(await steps.count(), 5);
      assert.match(await steps.first().textContent(), /申报单位.*封面.*现在/s);
      await steps.nth(2).click();
      await page.locator(".steps").waitFor({ state: "detached" });
      assert.equal(await form.box(page, "title").inputValue(), "乙经验");
      assert.equal(await form.box(page, "company").inputValue(), "");
      await press(page, "修改历史");
      await page.locator(".step-undone").first().click();
      await page.locator(".steps").waitFor({ state: "detached" });
      assert.equal(await form.box(page, "title").inputValue(), "丙经验");
      assert.equal(await form.box(page, "company").inputValue(), "某公司");
    }),
  );
});

describe("a view in the form's place", () => {
  it(
    "gives way to what is about the form",
    withPage({}, async (page) => {
      const help = page.locator(".view-help");
      for (const act of [
        () => page.getByRole("button", { name: "检查全部", exact: true }).first().click(),
        () => page.locator(".bar-results").click(),
        () => newDraft(page),
        () => loadSample(page),
      ]) {
        await press(page, "帮助");
        await help.waitFor();
        await act();
        await help.waitFor({ state: "detached" });
        await form.box(page, "title").waitFor();
      }
    }),
  );
});

describe("a mirrored value", () => {
  it(
    "is typed once, in either place",
    withPage({}, async (page) => {
      const mirror = page.locator(`[id^="m"][id$="-c${form.slot("title")}"]`).first();
      await form.box(page, "title").fill("甲");
      assert.equal(await mirror.inputValue(), "甲");
      await mirror.fill("乙");
      assert.equal(await form.box(page, "title").inputValue(), "乙");
    }),
  );
});

describe("专注写作", () => {
  it(
    "gives one narrative the page, and comes back to it",
    withPage({}, async (page) => {
      await page.locator(".writing-open").first().click();
      const box = page.locator(`#w-c${form.slot("overview")}`);
      await focused(box);
      await page.keyboard.insertText("成立于二〇〇四年。");
      assert.match(await page.locator(".writing .counter-number").first().textContent(), /^9$/);
      assert.ok(await page.locator(".writing .topics").isVisible());
      await page.keyboard.press("Escape");
      await focused(form.box(page, "overview"));
      assert.equal(await form.box(page, "overview").inputValue(), "成立于二〇〇四年。");
    }),
  );

  it(
    "has a counter whose place never changes while one types",
    withPage({}, async (page) => {
      const counter = page.locator(`#c${form.slot("overview")}-n`);
      const left = () => counter.locator(".counter-others").evaluate((element) => element.getBoundingClientRect().left);
      const places = new Set();
      for (const n of [1, 9, 99, 480]) {
        await form.box(page, "overview").fill("质".repeat(n));
        places.add(await left());
      }
      assert.equal(places.size, 1, [...places].join(" "));
    }),
  );
});
