// Pictures of the page for people to look at (build/screenshots), and what can be said of them without eyes.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { loadSample, root, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const folder = join(root, "build/screenshots");
mkdirSync(folder, { recursive: true });
const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const shoot = (page, name, options = {}) => page.screenshot({ path: join(folder, `${name}.png`), ...options });

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [1280, 375]) {
  const options = { viewport: { width, height: width === 375 ? 812 : 900 } };
  describe(`at ${width} px`, () => {
    it(
      "a blank form",
      withPage(options, async (page) => {
        await shoot(page, `${width}-blank`);
        await shoot(page, `${width}-blank-whole`, { fullPage: true });
        assert.equal(await overflow(page), 0);
      }),
    );

    it(
      "the sample, with some faults in it",
      withPage(options, async (page) => {
        await loadSample(page);
        await form.box(page, "patents.invention").fill("999");
        await form.box(page, "contact.mobile").fill("1391234567");
        await form.box(page, "overview").fill("太短");
        await form.box(page, "title").focus();
        await page.locator(".finding").first().waitFor();
        await shoot(page, `${width}-sample-whole`, { fullPage: true });
        for (const id of ["management", "indicators", "competitors"]) {
          await page.locator(`[data-table="${id}"]`).scrollIntoViewIfNeeded();
          await page.locator(`[data-table="${id}"]`).screenshot({ path: join(folder, `${width}-${id}.png`) });
        }
        await page.getByRole("button", { name: /^检查结果/ }).click();
        await page.locator(".panel").waitFor();
        await shoot(page, `${width}-panel`);
        assert.equal(await overflow(page), 0);
      }),
    );

    it(
      "in the dark",
      withPage({ ...options, colorScheme: "dark" }, async (page) => {
        await loadSample(page);
        await shoot(page, `${width}-dark`);
      }),
    );
  });
}

describe("nothing stands outside the window", () => {
  for (const width of [320, 375, 600, 768, 1024, 1280, 1440, 1920]) {
    it(
      `at ${width} px`,
      withPage({ viewport: { width, height: 800 } }, async (page) => {
        assert.equal(await overflow(page), 0);
      }),
    );
  }
});
