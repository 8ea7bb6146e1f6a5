// Derived values stand beside their cells while their inputs can be read, follow what is typed, and are never in the draft.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, press, useBrowser } from "./browser.mjs";
import { cell, readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

describe("derived values", () => {
  it(
    "say which indicators are better when lower, and of no others",
    withPage({}, async (page) => {
      const rows = page.locator('[data-table="indicators"] tr[data-row]');
      await rows.locator('th [data-derived="direction"]').first().waitFor();
      const found = await rows.evaluateAll((all) =>
        all.filter((row) => row.querySelector('th [data-derived="direction"]')).map((row) => row.dataset.row),
      );
      const lower = form
        .table("indicators")
        .seed.filter(({ key }) => ["qualityLoss", "reworkRate", "energy"].includes(key));
      assert.deepEqual(
        found,
        lower.map(({ key }) => key),
      );
      await rows.filter({ hasText: "产品返修率" }).getByText("越低越好", { exact: true }).waitFor();
    }),
  );

  it(
    "come with their inputs, change with them, and go when one cannot be read",
    withPage({}, async (page) => {
      const at = (row, column) => cell(page, form.table("indicators"), row, column);
      const type = (row, column, text) => at(row, column).locator(".box").fill(text);
      await type(1, "previous", "1,000");
      await type(1, "current", "1,125.5");
      await at(1, "current").getByText("同比 +12.55%").waitFor();
      await type(4, "current", "56.275");
      await at(4, "current").getByText("占收入 5%").waitFor();
      await type(1, "current", "900");
      await at(1, "current").getByText("同比 −10%").waitFor();
      await type(7, "previous", "81.6%");
      await type(7, "current", "87.3");
      await at(7, "current").getByText("同比 +5.7个百分点").waitFor();
      await type(1, "current", "约九百");
      await at(1, "current").locator("[data-derived]").waitFor({ state: "detached" });
      await at(4, "current").locator("[data-derived]").waitFor({ state: "detached" });
      const { text } = await download(page, () => press(page, "下载 JSON"));
      assert.doesNotMatch(text, /12\.55|同比|占收入/);
    }),
  );
});
