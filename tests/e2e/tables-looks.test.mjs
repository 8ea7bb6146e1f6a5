// The preview of a paste as people see it: axe finds nothing in it, and pictures of it are left in build/screenshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { loadSample, root, useBrowser } from "./browser.mjs";
import { putOnClipboard } from "./clipboard.mjs";
import { cell, readForm } from "./form.mjs";
import { blockWithAll, tsvOf } from "./office/block.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const appearances = {
  desktop: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 375, height: 740 } },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};

describe("the preview of a paste", () => {
  for (const [name, options] of Object.entries(appearances)) {
    it(
      `can be read by everybody: ${name}`,
      withPage(options, async (page) => {
        await loadSample(page);
        await putOnClipboard(page, { text: tsvOf(blockWithAll) });
        await cell(page, form.table("indicators"), 0, "current").locator(".box").focus();
        await page.keyboard.press("Control+v");
        await page.locator(".paste-table").waitFor();
        await page.screenshot({ path: join(root, `build/screenshots/paste-${name}.png`) });
        for (const part of await page.locator(".paste details summary").all()) await part.click();
        await page.locator("[data-suggested]").click();
        await page.screenshot({ path: join(root, `build/screenshots/paste-${name}-open.png`) });
        await page.evaluate(axeSource);
        const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
        assert.ok(passes.length > 20, "axe did not run");
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
          [],
        );
      }),
    );
  }

  it(
    "and the menu of a row, on a desk and on a phone",
    withPage({ viewport: { width: 375, height: 740 } }, async (page) => {
      const opener = page.locator('[data-table="competitors"] [data-row-menu]').first();
      await opener.click();
      await page.locator(".row-menu").waitFor();
      await page.screenshot({ path: join(root, "build/screenshots/row-menu-phone.png") });
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width: 1280, height: 900 });
      await opener.click();
      await page.locator(".row-menu").waitFor();
      await page.screenshot({ path: join(root, "build/screenshots/row-menu.png") });
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
    }),
  );
});
