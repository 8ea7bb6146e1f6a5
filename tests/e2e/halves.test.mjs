// The core's second half cannot be had: what is written is safe all the same, what needs it says so and works once it can.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, openFile, press, ready, samplePath, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { openPage } = useBrowser();
const rest = /formcheck-rest.*\.wasm$/;
const name = "澄波泵业实施精益管理的经验";
let form;
before(async () => {
  form = await readForm();
});

const banner = (page) => page.locator(".banner", { hasText: "没有载入，请检查网络后再试。已填写的内容不受影响。" });
const titleOf = (page) => form.box(page, "title");

// Pages of their own: the browser tells each failed request in the console.
async function withoutRest(body) {
  const { page: whole, context } = await openPage({});
  try {
    await context.route(rest, (route) => route.abort());
    const page = await context.newPage();
    const broken = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(whole.url());
    await ready(page);
    await whole.close();
    await titleOf(page).fill(name);
    await page.locator(".save-state", { hasText: "已保存" }).waitFor();
    await body(page, context);
    assert.deepEqual(broken, []);
  } finally {
    await context.close();
  }
}

describe("without the rest of the core", () => {
  it("one writes, saves and takes the draft away; what needs it, as going back does, is told, and works later", async () => {
    await withoutRest(async (page, context) => {
      const draft = JSON.parse((await download(page, () => press(page, "下载 JSON"))).text);
      assert.equal(draft.values.title, name);
      await press(page, "撤销");
      await banner(page).waitFor();
      await openFile(page, samplePath);
      await banner(page).waitFor();
      await press(page, "修改历史");
      await banner(page).waitFor();
      assert.equal(await titleOf(page).inputValue(), name, "nothing was touched");

      await context.unroute(rest);
      await press(page, "修改历史");
      await page.locator(".steps .step").first().waitFor();
      assert.equal(await banner(page).count(), 0);
      await page.keyboard.press("Escape");
      await press(page, "撤销");
      assert.equal(await titleOf(page).inputValue(), "");
    });
  });

  it("a stored draft is not opened, and not lost: it is there at the next try", async () => {
    await withoutRest(async (page, context) => {
      await page.reload();
      const told = page.locator(".banner-bad").first();
      await told.waitFor();
      await context.unroute(rest);
      await told.getByRole("button", { name: "再试一次" }).click();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.equal(await titleOf(page).inputValue(), name);
    });
  });
});
