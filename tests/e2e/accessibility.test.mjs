// axe-core finds nothing: WCAG 2.2 AA and best practice, in the appearances people use.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { loadSample, openFile, press, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

async function spoil(page) {
  for (const [id, text] of [
    ["patents.invention", "999"],
    ["contact.mobile", "12345"],
    ["creditCode", "91330106MA2B"],
    ["standards.total", "1"],
  ]) {
    await form.box(page, id).fill(text);
  }
  await press(page, "检查全部");
  await page.locator(".finding.finding-error").first().waitFor();
}

const appearances = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "320 px wide": { colorScheme: "light", viewport: { width: 320, height: 640 } },
  "320 px wide, dark": { colorScheme: "dark", viewport: { width: 320, height: 640 } },
  "1440 px wide": { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  "forced colours": { forcedColors: "active" },
  "reduced motion": { reducedMotion: "reduce" },
};

describe("axe-core", () => {
  for (const [name, options] of Object.entries(appearances)) {
    const narrow = (options.viewport?.width ?? 1280) < 1024;

    it(
      `finds nothing on the blank page: ${name}`,
      withPage(options, async (page) => assert.deepEqual(await violations(page), [])),
    );

    it(
      `finds nothing in a full form with findings: ${name}`,
      withPage(options, async (page) => {
        await loadSample(page);
        if (narrow) await page.evaluate(() => document.activeElement.blur());
        if (narrow) {
          for (const id of ["patents.invention", "contact.mobile"]) await form.box(page, id).fill("999");
          await page.locator(".finding").first().waitFor();
        } else {
          await spoil(page);
        }
        assert.deepEqual(await violations(page), []);
      }),
    );

    it(
      `finds nothing in a question: ${name}`,
      withPage(options, async (page) => {
        await openFile(page, { name: "别的.json", mimeType: "application/json", buffer: Buffer.from("{}") });
        await page.getByRole("alertdialog").waitFor();
        assert.deepEqual(await violations(page), []);
      }),
    );
  }
});
