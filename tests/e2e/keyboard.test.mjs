// The main job: the whole application filled in by keyboard, found to be in order, taken away, and opened again.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { checkNatively } from "../wasm/core.mjs";
import { download, openFile, press, sample, useBrowser } from "./browser.mjs";
import { fillByKeyboard } from "./by-keyboard.mjs";
import { plainValues, readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

describe("the whole form by keyboard", () => {
  it(
    "gives the same draft as the sample, without a finding, and opens again as it was",
    withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      const order = await fillByKeyboard(page, form, sample);
      assert.ok(order.length > 100, `${order.length} cells were met`);

      const { name, text } = await download(page, () => page.keyboard.press("Control+s"));
      const draft = JSON.parse(text);
      assert.match(name, /\.json$/);
      assert.equal(draft.format, "formcheck-draft/1");
      assert.deepEqual(draft.form, sample.form);
      assert.deepEqual(plainValues(draft.values), plainValues(sample.values));

      const { report } = checkNatively(text);
      const { error, warning, todo } = JSON.parse(report).summary;
      assert.deepEqual({ error, warning, todo }, { error: 0, warning: 0, todo: 0 });
      await press(page, "检查全部");
      await page.locator(".panel").getByText("必填项已全部填写").waitFor();
      assert.equal(await page.locator(".panel .finding-error, .panel .finding-warning").count(), 0);

      const again = await openPage();
      await openFile(again.page, { name, mimeType: "application/json", buffer: Buffer.from(text) });
      await again.page.getByText(`已打开“${name}”`).waitFor();
      const second = await download(again.page, () => press(again.page, "下载 JSON"));
      assert.deepEqual(JSON.parse(second.text).values, draft.values);
      await again.context.close();
    }),
  );

  it(
    "the Tab key goes through the scalar fields in the form's order, each once",
    withPage({}, async (page) => {
      const blank = { values: {} };
      const order = await fillByKeyboard(page, form, blank);
      const scalars = order.filter((slot) => form.field(slot) !== undefined);
      const stops = scalars.filter((slot, i) => slot !== scalars[i - 1]);
      assert.deepEqual(
        stops,
        [...new Set(stops)].sort((a, b) => a - b),
      );
    }),
  );
});
