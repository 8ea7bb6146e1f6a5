// axe-core on every part of the review and on what leads back to it where it is narrow. On a desk and in the dark every-view walks it.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { loadSample, press, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

// Passages of every kind, kept and open.
async function spoilTexts(page) {
  const box = form.box(page, "overview");
  const text = await box.inputValue();
  await box.fill(`${text.replace("15.23亿元", "15.32亿元").replace("砚澄泵业股份", "砚橙泵业股份")}\n待补充，行业首创`);
  await form.box(page, "results").fill("产品合格率为99.86%。");
}
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const appearances = {
  "320 px wide": { viewport: { width: 320, height: 640 } },
  "256 px wide, as 400 % of a small window": { viewport: { width: 256, height: 400 } },
};

describe("axe-core finds nothing in the review", () => {
  for (const [appearance, options] of Object.entries(appearances)) {
    it(
      appearance,
      withPage(options, async (page) => {
        await loadSample(page);
        await spoilTexts(page);
        await press(page, "核对文字与表格");
        await page.locator(".review-card").first().waitFor();
        await page
          .getByRole("button", { name: /^确认保留/ })
          .first()
          .click();
        await page.locator("#keep-reason").fill("已核对");
        await page.locator(".keep .button-main").click();
        await page.locator(".review-kept").waitFor();
        for (const name of ["核对结果", "内容要求", "所附材料", "检查项"]) {
          await page.getByRole("tab", { name }).click();
          assert.deepEqual(await violations(page), [], name);
          assert.equal(await overflow(page), 0, `${name} is too wide`);
        }
        await page.getByRole("tab", { name: "核对结果" }).click();
        await page.locator(".review-where .link").first().click();
        await page.locator(".review-bar").waitFor();
        assert.deepEqual(await violations(page), [], "the way back");
        assert.equal(await overflow(page), 0);
      }),
    );
  }
});
