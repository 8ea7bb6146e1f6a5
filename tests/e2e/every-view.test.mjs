// axe-core finds nothing in any view, in the appearances people use, no id is given twice, and nothing needs two directions of
// scrolling. 400 % of a window 1,280 by 1,024 pixels wide is 320 by 256.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { useBrowser } from "./browser.mjs";
import { views } from "./every-view.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
const isLong = process.env.FORMCHECK_LONG === "1";
let form;
before(async () => {
  form = await readForm();
});

const repeatedIds = (page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))];
  });

// What lies over the page and ends outside of the window.
const beyondTheEdge = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.menu, .row-menu, [role="dialog"], [role="alertdialog"]')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < 0 || right > document.documentElement.clientWidth);
      })
      .map(({ className }) => className),
  );

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
          const faults = await violations(page, { seen: view.formIsNew || isLong ? undefined : "#content .items" });
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          for (const id of await repeatedIds(page)) faults.push(`the id ${id} is given twice`);
          for (const name of await beyondTheEdge(page)) faults.push(`${name} is cut off at the side`);
          if (scrollWidth !== clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`);
          if (faults.length > 0) found[view.name] = faults;
          await view.leave?.(page);
        }
        assert.deepEqual(found, {});
      }),
    );
  }
});
