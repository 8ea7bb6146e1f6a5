// axe-core finds nothing in any view, in the appearances people use, and nothing needs two directions of scrolling. 400 % of a
// window 1,280 by 1,024 pixels wide is 320 by 256.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { useBrowser } from "./browser.mjs";
import { views } from "./every-view.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const appearances = {
  light: {},
  dark: { colorScheme: "dark" },
  "1280 px at 400 %": { viewport: { width: 320, height: 256 } },
  "375 px wide, dark": { colorScheme: "dark", viewport: { width: 375, height: 760 } },
};

describe("axe-core finds nothing in any view", () => {
  for (const [name, options] of Object.entries(appearances)) {
    it(
      name,
      withPage(options, async (page) => {
        const found = {};
        for (const view of views) {
          await view.open(page, form);
          const faults = await violations(page);
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          if (scrollWidth !== clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`);
          if (faults.length > 0) found[view.name] = faults;
          await view.leave?.(page);
        }
        assert.deepEqual(found, {});
      }),
    );
  }
});
