// That the tool bar has room for what it shows, that what the keyboard goes to is not covered by what sticks to the edges, and
// that it is large enough to be pressed.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

async function spoil(page) {
  await loadSample(page);
  for (const [id, text] of [
    ["title", "某某公司精益管理的经验"],
    ["patents.invention", "999"],
    ["standards.total", "1"],
  ]) {
    await form.box(page, id).fill(text);
  }
  await page.keyboard.press("Tab");
  await page.locator(".finding.finding-error").first().waitFor();
}

describe("the tool bar", () => {
  for (const width of [1280, 1024, 768, 375, 320]) {
    it(
      `has room for all its figures: ${width} px`,
      withPage({ viewport: { width, height: 700 } }, async (page) => {
        await spoil(page);
        await form.box(page, "company").fill("完全不同的公司名称");
        await page.keyboard.press("Tab");
        await page.locator(".save-state", { hasText: "已保存" }).waitFor();
        const bar = page.locator(".bar-inner");
        assert.ok(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth));
        const apart = await bar.evaluate((element) => {
          const boxes = [...element.querySelectorAll(".button, .save-state")].map((part) =>
            part.getBoundingClientRect(),
          );
          const shown = boxes.filter(({ width: w }) => w > 0).sort((a, b) => a.left - b.left);
          return shown.every((box, n) => n === 0 || box.left >= shown[n - 1].right - 0.5);
        });
        assert.ok(apart, "parts of the bar lie over each other");
      }),
    );
  }
});

describe("the list of sections on a small window", () => {
  it(
    "takes the focus, gives it back by Escape, and goes when one leaves it",
    withPage({ viewport: { width: 375, height: 700 } }, async (page) => {
      const nav = page.locator("#nav");
      await page.locator(".bar-nav").focus();
      await page.keyboard.press("Enter");
      await nav.locator("a:focus").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".bar-nav:focus").waitFor();
      assert.equal(await nav.isVisible(), false);
      await page.keyboard.press("Enter");
      await nav.locator("a:focus").waitFor();
      await nav.locator(".nav-link").last().focus();
      await page.keyboard.press("Tab");
      await nav.waitFor({ state: "hidden" });
      await page.locator(".bar-nav").click();
      await nav.locator("a").nth(2).click();
      await nav.waitFor({ state: "hidden" });
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
    }),
  );
});

describe("names in the page", () => {
  it(
    "are given once, and the first link leads to the beginning of the form",
    withPage({}, async (page) => {
      // But for a value mirrored in two places, whose boxes are called alike.
      const ids = await page.evaluate(() => [...document.querySelectorAll("[id]:not([id^='m-'])")].map(({ id }) => id));
      assert.deepEqual(
        ids.filter((id, n) => ids.indexOf(id) !== n),
        [],
      );
      await page.locator(".skip").focus();
      await page.keyboard.press("Enter");
      await page.locator("main:focus").waitFor();
      assert.ok(await page.evaluate(() => document.querySelector("main").getBoundingClientRect().top > -10));
    }),
  );
});

describe("what has the focus", () => {
  for (const width of [1280, 320]) {
    it(
      `is not covered by what sticks to the edges: ${width} px`,
      withPage({ viewport: { width, height: 700 } }, async (page) => {
        await form.box(page, "title").focus();
        const covered = [];
        for (let i = 0; i < 60; i++) {
          await page.keyboard.press("Tab");
          const hidden = await page.evaluate(() => {
            const { top, bottom, left } = document.activeElement.getBoundingClientRect();
            const over = document.elementFromPoint(
              left + 2,
              Math.max(0, Math.min((top + bottom) / 2, window.innerHeight - 1)),
            );
            const sticky = over?.closest(".bar, .banners");
            return sticky && !sticky.contains(document.activeElement)
              ? document.activeElement.outerHTML.slice(0, 80)
              : "";
          });
          if (hidden) covered.push(hidden);
        }
        assert.deepEqual(covered, []);
      }),
    );
  }

  it(
    "is at least 24 px high or wide where one presses",
    withPage({}, async (page) => {
      await spoil(page);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, input, select, textarea")]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => {
            // A label round a box belongs to it; a button in a line of text may be as high as the line.
            const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
            return width < 24 || height < (element.matches(".link, .quote-toggle") ? 18 : 24);
          })
          .map((element) => element.outerHTML.slice(0, 90)),
      );
      assert.deepEqual(small, []);
    }),
  );
});
