// Keeping a warning with a reason: it no longer counts, the reason stands there and travels, a change brings it back.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, openFile, press, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const warning = (page) => page.locator(".finding.finding-warning").first();

async function warn(page) {
  await form.box(page, "company").fill("澄波泵业有限公司");
  await form.box(page, "title").fill("另一公司实施精益管理的经验");
  await page.keyboard.press("Tab");
  await warning(page).waitFor();
}

async function keep(page, reason) {
  await warning(page).locator(".finding-keep").click();
  await page.locator("#keep-reason").fill(reason);
  await page.keyboard.press("Enter");
  await page.locator(".finding.finding-is-kept").waitFor();
}

describe("a warning that was kept", () => {
  it(
    "shows its reason, no longer counts, and can be reopened",
    withPage({}, async (page) => {
      await warn(page);
      await page.locator(".bar .badge-warning").waitFor();
      await warning(page).locator(".finding-keep").click();
      await page.getByRole("button", { name: "与营业执照一致" }).click();
      await page.locator(".keep").getByRole("button", { name: "确认保留" }).click();
      await warning(page).getByText("已确认保留：与营业执照一致").waitFor();
      assert.equal(await page.locator(".bar .badge-warning").count(), 0);
      const again = warning(page).locator(".finding-keep");
      await again.and(page.locator(":focus")).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".bar .badge-warning").waitFor();
      assert.equal(await page.locator(".finding-is-kept").count(), 0);
    }),
  );

  it(
    "wants a reason",
    withPage({}, async (page) => {
      await warn(page);
      await warning(page).locator(".finding-keep").click();
      await page.locator(".keep").getByRole("button", { name: "确认保留" }).click();
      await page.getByText("请填写或选择一条理由").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".finding-is-kept").count(), 0);
    }),
  );

  it(
    "comes back when the value changes, and the keeping is a step of the history",
    withPage({}, async (page) => {
      await warn(page);
      await keep(page, "名称如此");
      await press(page, "撤销");
      await page.locator(".bar .badge-warning").waitFor();
      await press(page, "重做");
      await page.locator(".finding.finding-is-kept").waitFor();
      await form.box(page, "title").fill("另一公司实施精益管理的实践经验");
      await page.keyboard.press("Tab");
      await page.locator(".bar .badge-warning").waitFor();
      assert.equal(await page.locator(".finding-is-kept").count(), 0);
    }),
  );

  it(
    "travels in the draft",
    withPage({}, async (page) => {
      await warn(page);
      await keep(page, "名称如此");
      const { text } = await download(page, () => page.keyboard.press("Control+s"));
      const { acknowledged } = JSON.parse(text);
      assert.equal(acknowledged.length, 1);
      assert.equal(acknowledged[0].reason, "名称如此");
      assert.match(acknowledged[0].time, /^\d{4}-\d\d-\d\dT/);
      await press(page, "新建");
      await page.getByText("已新建空白草稿").or(page.getByRole("alertdialog")).first().waitFor();
      await openFile(page, { name: "留.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.locator(".finding.finding-is-kept").getByText("名称如此").waitFor();
    }),
  );
});

describe("a finding", () => {
  it(
    "leads to each of the cells it speaks of",
    withPage({}, async (page) => {
      await warn(page);
      const { label } = form.field(form.slot("company"));
      await warning(page).locator(".finding-cells").getByRole("button", { name: label }).click();
      await form.box(page, "company").and(page.locator(":focus")).waitFor();
    }),
  );

  it(
    "that is mended by its button leaves the focus in the mended cell",
    withPage({}, async (page) => {
      for (const [id, text] of Object.entries({
        international: "1",
        national: "2",
        industry: "3",
        local: "0",
        group: "0",
      })) {
        await form.box(page, `standards.${id}`).fill(text);
      }
      await form.box(page, "standards.total").fill("1");
      await page.keyboard.press("Tab");
      await page.locator(".finding .button-mend").first().click();
      await form.box(page, "standards.total").and(page.locator(":focus")).waitFor();
      assert.equal(await form.box(page, "standards.total").inputValue(), "6");
    }),
  );
});
