// How the form comes: its first section at once, the others one by one. With the page's clock stopped they never come by
// themselves, so that what brings all of them at once can be told from what time brings.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { useBrowser } from "./browser.mjs";

describe("the form coming up", () => {
  const { withPage } = useBrowser();

  // Another page of the same browser, in which no timer ever fires.
  async function still(context, address) {
    const page = await context.newPage();
    await page.clock.install({ time: new Date("2025-10-08T09:00:00+08:00") });
    await page.clock.pauseAt(new Date("2025-10-08T09:00:01+08:00"));
    await page.goto(address);
    await page.locator("main .section .box").first().waitFor();
    return page;
  }
  const boxes = (page) => page.locator("main .box").count();
  const busy = (page) => page.locator("main").getAttribute("aria-busy");

  it(
    "the first section can be written in before the others stand; printing has them all",
    withPage({}, async (whole, context) => {
      const all = await boxes(whole);
      const headings = await whole.locator("main h2").allTextContents();
      const page = await still(context, whole.url().replace(/#.*/, ""));

      assert.equal(await busy(page), "true");
      assert.ok((await boxes(page)) < all / 2, "only the first section stands");
      const shown = await page.locator("main h2").allTextContents();
      assert.deepEqual(shown, headings, "every section has its place and its heading");
      const first = page.locator("main .section .box").first();
      await first.fill("浙江示例");
      assert.equal(await first.inputValue(), "浙江示例");

      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      assert.equal(await boxes(page), all);
      assert.equal(await busy(page), null);
      assert.equal(await first.inputValue(), "浙江示例");
    }),
  );

  it(
    "an address within the form has all of it at once",
    withPage({}, async (whole, context) => {
      const id = await whole.locator("main .section").last().getAttribute("id");
      const page = await still(context, `${whole.url().replace(/#.*/, "")}#${id.slice(2)}`);
      assert.equal(await busy(page), null);
      assert.equal(await boxes(page), await boxes(whole));
    }),
  );

  it(
    "F8 has all of it made, and goes on into what did not stand yet",
    withPage({}, async (whole, context) => {
      const page = await still(context, whole.url().replace(/#.*/, ""));
      const stood = await page.locator("main .section .box").evaluateAll((boxes) => boxes.map(({ id }) => id));
      await page.locator("main .section .box").last().focus();
      await page.keyboard.press("F8");
      await page.locator("main:not([aria-busy])").waitFor();
      await page.keyboard.press("F8"); // the first stopped at the blank one was in
      await page.waitForFunction((ids) => {
        const now = document.activeElement;
        return now.matches("main .section *") && !ids.includes(now.id);
      }, stood);
    }),
  );
});
