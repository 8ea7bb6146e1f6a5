// The list of drafts while it is looked at: what comes, changes and goes meanwhile, in this page and in another, is seen at once.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadSample, newDraft, press, ready, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const list = (page) => page.locator(".drafts-view");
const card = (page, name) => page.locator(".card").filter({ hasText: name });
const openCard = (page, name) => page.locator(".card-current").filter({ hasText: name });
const inCard = (page, name, button) => card(page, name).getByRole("button", { name: button, exact: true }).click();
const names = (page) => page.locator(".card-name").allTextContents();
const gone = (locator) => locator.waitFor({ state: "detached" });

async function write(page, text) {
  await form.box(page, "title").fill(text);
  await page.locator(".save-state", { hasText: "已保存" }).waitFor();
}
async function openList(page) {
  await press(page, "草稿管理");
  await list(page).locator(".card, .list-empty").first().waitFor();
}
async function anotherTab(page, context) {
  const other = await context.newPage();
  await other.goto(page.url());
  await ready(other);
  return other;
}

describe("the list, while it is looked at", () => {
  it(
    "shows the sample that arrives after it was opened, as the open draft, and is not taken away for it",
    withPage({}, async (page, context) => {
      await write(page, "甲稿");
      let arrive;
      const asked = new Promise((resolve) => {
        const hold = (route) => {
          arrive = () => route.continue();
          resolve();
        };
        void context.route(/\/sample-[^/]*\.json$/, hold, { times: 1 });
      });
      await press(page, "载入示例");
      await asked;
      await openList(page);
      assert.deepEqual(await names(page), ["甲稿正在编辑"]);
      await arrive();
      await page.locator(".banner", { hasText: "已载入示例" }).waitFor();
      await openCard(page, "示例").waitFor();
      assert.deepEqual(await names(page), ["示例正在编辑", "甲稿"]);
      // Asked for from the list itself, what comes is shown in the form.
      await press(page, "载入示例");
      await gone(list(page));
    }),
  );

  it(
    "tells which draft is open when the way back is taken",
    withPage({}, async (page) => {
      await write(page, "甲稿");
      await loadSample(page);
      await openList(page);
      await openCard(page, "示例").waitFor();
      await page.locator(".banner").getByRole("button", { name: "返回“甲稿”" }).click();
      await openCard(page, "甲稿").waitFor();
      assert.equal(await page.locator(".card-current").count(), 1);
    }),
  );

  it(
    "shows what an undo has made of the open draft once it is saved",
    withPage({}, async (page) => {
      await write(page, "甲稿");
      await openList(page);
      await card(page, "已填 1 项").waitFor();
      await page.keyboard.press("Control+z");
      await card(page, "已填 0 项").waitFor();
      assert.deepEqual(await names(page), ["未命名草稿正在编辑"]);
    }),
  );

  it(
    "shows what another tab writes, deletes, brings back and deletes for good, and moves nothing meanwhile",
    withPage({}, async (page, context) => {
      await write(page, "甲稿");
      await newDraft(page);
      await write(page, "乙稿");
      await openList(page);
      assert.deepEqual(await names(page), ["乙稿正在编辑", "甲稿"]);
      const other = await anotherTab(page, context);
      await newDraft(other);
      await write(other, "丙稿");
      await card(page, "丙稿").waitFor();
      assert.deepEqual(await names(page), ["丙稿", "乙稿正在编辑", "甲稿"]);

      // A name is being typed here while the draft is written there.
      await inCard(page, "甲稿", "改名");
      await page.getByRole("textbox", { name: "草稿名称" }).fill("甲方");
      await openList(other);
      await inCard(other, "甲稿", "打开");
      await gone(list(other));
      await form.box(other, "company").fill("某公司");
      await card(page, "已填 2 项").waitFor();
      await page.keyboard.type("的稿");
      await page.keyboard.press("Enter");
      await card(page, "甲方的稿").waitFor();
      assert.deepEqual(await names(page), ["丙稿", "乙稿正在编辑", "甲方的稿"]);

      await openList(other);
      await inCard(other, "丙稿", "删除");
      await gone(card(page, "丙稿"));
      await page.getByText("最近删除（1）").click();
      await page.locator(".list-gone", { hasText: "丙稿" }).waitFor();
      await other.locator(".banner").getByRole("button", { name: "撤销删除" }).click();
      await card(page, "丙稿").waitFor();
      await inCard(other, "丙稿", "删除");
      await gone(card(page, "丙稿"));
      await other.getByText("最近删除（1）").click();
      await other.locator(".list-gone").getByRole("button", { name: "彻底删除" }).click();
      await other.getByRole("alertdialog").getByRole("button", { name: "彻底删除" }).click();
      await gone(page.locator(".list-bin"));
    }),
  );

  it(
    "shows what a tab that is closed has written at the last moment",
    withPage({}, async (page, context) => {
      await write(page, "甲稿");
      await openList(page);
      const other = await anotherTab(page, context);
      await newDraft(other);
      await form.box(other, "title").fill("乙稿");
      await other.close();
      await card(page, "乙稿").waitFor();
    }),
  );
});
