// The box with the caret has a frame of fixed size, so that a key lays out one box; and the frame follows the box.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, useBrowser } from "./browser.mjs";
import { cell, readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

// Once a frame was drawn: { held, fits } — whether the frame's size is its own, and whether box and frame are equally high.
const frameOf = (box) =>
  box.evaluate(async (element) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const frame = element.parentElement;
    const height = element.getBoundingClientRect().height;
    return {
      held: getComputedStyle(frame).contain.includes("size"),
      fits: Math.abs(frame.getBoundingClientRect().height - height) < 0.1,
      height,
    };
  });

const places = {
  "a name": (page) => form.box(page, "address"),
  "a narrative": (page) => form.box(page, "overview"),
  "a name in a table": (page) => cell(page, form.table("competitors"), 0, "product").locator(".box"),
};

describe("the frame of the box with the caret", () => {
  for (const [name, boxOf] of Object.entries(places)) {
    it(
      `is as high as its box, whatever is typed: ${name}`,
      withPage({}, async (page) => {
        await loadSample(page);
        const box = boxOf(page);
        await box.focus();
        const before = await frameOf(box);
        assert.deepEqual([before.held, before.fits], [true, true]);

        // In a table Control+End leads to its last cell.
        await box.evaluate((element) => element.setSelectionRange(element.value.length, element.value.length));
        await page.keyboard.insertText("离心泵与轴流泵的制造".repeat(40));
        const grown = await frameOf(box);
        assert.deepEqual([grown.held, grown.fits, grown.height > before.height], [true, true, true]);

        await page.setViewportSize({ width: 375, height: 800 });
        const narrow = await frameOf(box);
        assert.deepEqual([narrow.held, narrow.fits], [true, true]);
        await page.setViewportSize({ width: 1280, height: 900 });

        await page.keyboard.press("Control+a");
        await page.keyboard.press("Delete");
        const blank = await frameOf(box);
        assert.deepEqual([blank.held, blank.fits, blank.height < grown.height], [true, true, true]);

        await box.evaluate((element) => element.blur());
        assert.equal((await frameOf(box)).held, false);
      }),
    );
  }
});
