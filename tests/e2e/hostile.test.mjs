// Nobody's text becomes markup or script: not from a draft, not in any view, not on the way out.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { download, openFile, press, useBrowser } from "./browser.mjs";
import { hostileDraft, saved, strings, untouched } from "./hostile.mjs";

const { withPage } = useBrowser();

// Every command of every menu that opens something or gives something away.
async function commands(page) {
  const found = [];
  for (const opener of await page.locator(".bar .menu-opener").all()) {
    const menu = (await opener.textContent()).trim();
    await opener.click();
    const names = await page
      .locator(".bar .menu .menu-item:not(:disabled)")
      .evaluateAll((all) => all.map((item) => item.firstChild.textContent.trim()));
    await page.keyboard.press("Escape");
    found.push(...names.map((name) => ({ menu, name })));
  }
  return found;
}
const leaves = new Set(["新建", "打开文件…", "载入示例"]);

// What is there once a command has done its work.
const view = (id) => async (page, act) => {
  await act();
  await page.locator(`.view-${id}`).waitFor();
  return () => page.getByRole("button", { name: "返回表单", exact: true }).click();
};
const file = async (page, act) => {
  await saved(page, act);
  return async () => undefined;
};
async function printed(page, act) {
  await page.evaluate(() => {
    window.print = () => document.body.classList.add("asked-to-print");
  });
  await act();
  await page.locator(".asked-to-print .print-root").waitFor({ state: "attached" });
  return () => page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
}
const outcomes = {
  草稿管理: view("drafts"),
  历史版本: view("versions"),
  核对文字与表格: view("review"),
  "下载 JSON": file,
  "申报书（PDF）": file,
  "承诺书（PDF）": file,
  "材料包（ZIP）": file,
  "打印申报书…": printed,
  "申报书（Word）": file,
  "承诺书（Word）": file,
};

describe("hostile texts", () => {
  it(
    "in every field are shown as they are, and come out as they went in",
    withPage({}, async (page) => {
      assert.ok(strings.length > 30);
      const { draft, text } = await hostileDraft();
      page.on("dialog", (dialog) => assert.fail(`a dialog: ${dialog.message()}`));
      await openFile(page, {
        name: "<img src=x onerror=window.hostile=1>.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      await page.getByText("已打开").first().waitFor();
      await untouched(page, "the form");
      await press(page, "检查全部");
      await page.locator(".panel li").first().waitFor();
      await untouched(page, "the findings");
      const out = JSON.parse((await download(page, () => press(page, "下载 JSON"))).text);
      assert.deepEqual(out.values.title, draft.values.title);
      assert.deepEqual(out.values.contact, draft.values.contact);
      assert.deepEqual(out.values.implementation, draft.values.implementation);
      assert.deepEqual(out.values.competitors, draft.values.competitors);
      assert.deepEqual(out.values.indicators, draft.values.indicators);
    }),
  );

  it(
    "do no harm in any view that a menu opens",
    withPage({}, async (page) => {
      const { text } = await hostileDraft(7);
      await openFile(page, { name: "draft.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.getByText("已打开").first().waitFor();
      let opened = 0;
      for (const { menu, name } of await commands(page)) {
        if (leaves.has(name)) continue;
        assert.ok(outcomes[name], `what comes of ${name}?`);
        const back = await outcomes[name](page, () => press(page, name));
        await untouched(page, `${menu}: ${name}`);
        opened++;
        await back();
      }
      assert.equal(opened, Object.keys(outcomes).length);
      for (const [name, id] of [
        ["复制到申报系统", "copy"],
        ["帮助", "help"],
      ]) {
        const back = await view(id)(page, () => press(page, name));
        await untouched(page, name);
        await back();
      }
    }),
  );
});
