// Several drafts side by side: the list, versions, comparing, merging, taking all of them to another machine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { download, loadSample, newDraft, openFile, press, sample, samplePath, useBrowser } from "./browser.mjs";
import { plainValues, readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const title = (page) => form.box(page, "title");
const saved = (page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();
const card = (page, name) => page.locator(".card").filter({ hasText: name });
const inCard = (page, name, button) => card(page, name).getByRole("button", { name: button, exact: true }).click();
const fileOf = (name, draft) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(draft)) });

async function write(page, text) {
  await title(page).fill(text);
  await saved(page);
}
async function startDraft(page, text) {
  await newDraft(page);
  await write(page, text);
}
async function openManager(page) {
  await press(page, "草稿管理");
  await page.locator(".drafts-view").locator(".card, .list-empty").first().waitFor();
}
async function openFrom(page, name) {
  await inCard(page, name, "打开");
  await page.locator(".drafts-view").waitFor({ state: "detached" });
}
const downloaded = async (page) => JSON.parse((await download(page, () => page.keyboard.press("Control+s"))).text);

describe("hand checks", () => {
  const boxes = (page) => page.locator("#s-about-checks input[type=checkbox]");
  const ticked = (page) => boxes(page).evaluateAll((all) => all.map(({ checked }) => checked).slice(0, 3));

  it(
    "are ticked draft by draft, survive a reload, go into the file, and can be undone and taken over",
    withPage({}, async (page) => {
      await write(page, "甲稿");
      await boxes(page).nth(0).check();
      await boxes(page).nth(2).check();
      await saved(page);
      await startDraft(page, "乙稿");
      assert.deepEqual(await ticked(page), [false, false, false]);
      await boxes(page).nth(1).check();
      await page.keyboard.press("Control+z");
      assert.deepEqual(await ticked(page), [false, false, false]);
      await page.keyboard.press("Control+y");
      assert.deepEqual(await ticked(page), [false, true, false]);

      await openManager(page);
      await inCard(page, "甲稿", "与当前草稿对比");
      const section = page.locator(".diff-section", { hasText: "人工核对" });
      await section.getByRole("button", { name: /整节选用右侧$/ }).click();
      await page.locator(".compare-bar .button-main").click();
      await page.locator(".compare").waitFor({ state: "detached" });
      assert.deepEqual(await ticked(page), [true, false, true]);
      await saved(page);
      await page.reload();
      await boxes(page).nth(2).waitFor();
      assert.deepEqual(await ticked(page), [true, false, true]);
      const { acknowledged } = await downloaded(page);
      assert.deepEqual(
        acknowledged.map(({ rule }) => rule),
        ["handCheck", "handCheck"],
      );
    }),
  );
});

describe("drafts side by side", () => {
  it(
    "are listed with name, progress and time; are opened, renamed, copied, deleted and brought back",
    withPage({}, async (page) => {
      await write(page, "甲稿");
      await startDraft(page, "乙稿");
      await openManager(page);
      assert.equal(await page.locator(".card").count(), 2);
      assert.match(await card(page, "乙稿").textContent(), /正在编辑/);
      assert.match(await card(page, "甲稿").textContent(), /必填 \d+ 项，已填 1 项/);

      await inCard(page, "甲稿", "改名");
      await page.getByRole("textbox", { name: "草稿名称" }).fill("质量部的稿");
      await page.keyboard.press("Enter");
      await card(page, "质量部的稿").waitFor();
      await inCard(page, "质量部的稿", "复制");
      await card(page, "质量部的稿（副本）").waitFor();
      assert.equal(await page.locator(".card").count(), 3);

      await inCard(page, "质量部的稿（副本）", "删除");
      await page.getByText("已删除“质量部的稿（副本）”").waitFor();
      assert.equal(await page.locator(".card").count(), 2);
      await page.locator(".banner").getByRole("button", { name: "撤销删除" }).click();
      await card(page, "质量部的稿（副本）").waitFor();

      await openFrom(page, "质量部的稿（副本）");
      assert.equal(await title(page).inputValue(), "甲稿");
      await page.reload();
      await title(page).waitFor();
      assert.equal(await title(page).inputValue(), "甲稿");
    }),
  );

  it(
    "the open one can be deleted too: a blank one takes its place, and it comes back from the bin",
    withPage({}, async (page) => {
      await write(page, "要删的");
      await openManager(page);
      await inCard(page, "要删的", "删除");
      await page.getByText("还没有草稿").waitFor();
      await page.getByText("最近删除（1）").click();
      await page.locator(".list-gone").getByRole("button", { name: "恢复" }).click();
      await openFrom(page, "要删的");
      assert.equal(await title(page).inputValue(), "要删的");
    }),
  );
});

describe("versions", () => {
  it(
    "thirty are made by writing and pausing; twenty stay, can be looked at, compared and brought back",
    withPage({ paused: true }, async (page) => {
      for (let n = 0; n <= 30; n++) {
        await page.clock.runFor(6 * 60_000);
        await title(page).fill(`第 ${n} 版`);
        await page.clock.runFor(1000);
        await saved(page);
      }
      await press(page, "历史版本");
      await page.locator(".card").first().waitFor();
      assert.equal(await page.locator(".card").count(), 20);

      await page.locator(".card").nth(1).getByRole("button", { name: "查看" }).click();
      await page.locator(".look").first().waitFor();
      assert.match(await page.locator(".look").first().textContent(), /第 28 版/);
      await press(page, "返回历史版本");
      await page.locator(".card").nth(1).getByRole("button", { name: "与现在对比" }).click();
      await page.getByText("共 1 处不同").waitFor();
      await press(page, "返回上一页");
      await page.locator(".card").nth(1).getByRole("button", { name: "恢复" }).click();
      await page.getByText("已恢复到所选版本").waitFor();
      assert.equal(await title(page).inputValue(), "第 28 版");
      await page.clock.runFor(1000);
      await press(page, "历史版本");
      await page.locator(".card").filter({ hasText: "恢复之前" }).getByRole("button", { name: "恢复" }).click();
      await page.locator(".view").waitFor({ state: "detached" }); // the message of the first time may still stand there
      assert.equal(await title(page).inputValue(), "第 30 版");
    }),
  );

  it(
    "are kept by hand with a note",
    withPage({}, async (page) => {
      await write(page, "某一稿");
      await press(page, "历史版本");
      await page.getByRole("textbox", { name: "备注" }).fill("送审前");
      await press(page, "现在留一个版本");
      await page.locator(".card").filter({ hasText: "送审前" }).waitFor();
    }),
  );
});

describe("merging", () => {
  it(
    "finance fills 表2 in its own file, the quality department writes, one person merges",
    withPage({}, async (page) => {
      const { indicators, ...written } = sample.values;
      const quality = { ...sample, values: written };
      const finance = { ...sample, values: { indicators } };
      await openFile(page, fileOf("财务.json", finance));
      await saved(page);
      await openFile(page, fileOf("质量.json", quality));
      await page.getByText("已打开“质量.json”").waitFor();
      await saved(page);
      const before = await downloaded(page);
      await openManager(page);
      await inCard(page, "未命名草稿", "与当前草稿对比");
      const table = form.table("indicators").label;
      await page.getByRole("button", { name: `“${table}”整表选用右侧` }).click();
      await page.locator(".compare-bar .button-main").click();
      await page.getByText("可以撤销").waitFor();
      const after = await downloaded(page);
      assert.deepEqual(plainValues(after.values), plainValues(sample.values));
      await page.keyboard.press("Control+z");
      assert.deepEqual((await downloaded(page)).values, before.values, "one step back and all is as it was");
    }),
  );

  it(
    "by keyboard: from difference to difference, one cell taken",
    withPage({}, async (page) => {
      await write(page, "左边的名称");
      await form.box(page, "company").fill("左边的公司");
      await startDraft(page, "右边的名称");
      await form.box(page, "company").fill("右边的公司");
      await openManager(page);
      await inCard(page, "左边的名称", "与当前草稿对比");
      await page.getByText("共 2 处不同").waitFor();
      const takes = page.locator(".diff-take");
      await takes.first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      assert.equal(await takes.nth(1).getAttribute("aria-pressed"), "true");
      await page.locator(".compare-bar .button-main").focus();
      await page.keyboard.press("Enter");
      await page.getByText("已写入 1 处").waitFor();
      assert.equal(await form.box(page, "company").inputValue(), "左边的公司");
      assert.equal(await title(page).inputValue(), "右边的名称");
    }),
  );

  it(
    "two drafts of which neither is open become a third",
    withPage({}, async (page) => {
      await write(page, "甲");
      await startDraft(page, "乙");
      await startDraft(page, "丙");
      await openManager(page);
      await page.getByRole("checkbox", { name: "选择“甲”用于对比" }).check();
      await page.getByRole("checkbox", { name: "选择“乙”用于对比" }).check();
      await press(page, "对比所选两份");
      await page.getByText("共 1 处不同").waitFor();
      await page.locator(".diff-take").first().click();
      await page.locator(".compare-bar .button-main").click();
      await page.getByText("已合并成新草稿").waitFor();
      assert.equal(await title(page).inputValue(), "乙");
      await openManager(page);
      assert.equal(await page.locator(".card").count(), 4);
    }),
  );
});

describe("a file of the same origin", () => {
  async function twoStates(page) {
    await write(page, "本机的名称");
    const file = await downloaded(page);
    await write(page, "本机又改过");
    file.values.title = "别处改过的名称";
    await openFile(page, fileOf("别处.json", file));
    await page.locator(".compare-arrival").waitFor();
    assert.equal(await page.locator(".diff-take").count(), 1);
  }

  it(
    "shows what differs before it replaces anything, and what it replaced is kept",
    withPage({}, async (page) => {
      await twoStates(page);
      await press(page, "返回表单");
      assert.equal(await title(page).inputValue(), "本机又改过");
      await openFile(page, fileOf("别处.json", { ...(await downloaded(page)), values: { title: "别处改过的名称" } }));
      await press(page, "用文件替换本机草稿");
      await page.getByText("替换之前的内容留在历史版本里").waitFor();
      assert.equal(await title(page).inputValue(), "别处改过的名称");
      await saved(page);
      await openManager(page);
      assert.equal(await page.locator(".card").count(), 1);
      await inCard(page, "别处改过的名称", "历史版本");
      await page.locator(".card").filter({ hasText: "替换之前" }).getByRole("button", { name: "恢复" }).click();
      await page.getByText("已恢复到所选版本").waitFor();
      assert.equal(await title(page).inputValue(), "本机又改过");
    }),
  );

  it(
    "can be kept beside it",
    withPage({}, async (page) => {
      await twoStates(page);
      await press(page, "两份都保留");
      await page.getByText("与本机的那一份并存").waitFor();
      assert.equal(await title(page).inputValue(), "别处改过的名称");
      await openManager(page);
      assert.equal(await page.locator(".card").count(), 2);
    }),
  );

  it(
    "with the same content only opens the draft",
    withPage({}, async (page) => {
      await write(page, "没有改过");
      const file = await downloaded(page);
      await startDraft(page, "另一份");
      await openFile(page, fileOf("原样.json", file));
      await page.getByText("内容相同，已打开它").waitFor();
      assert.equal(await title(page).inputValue(), "没有改过");
    }),
  );
});

describe("全部导出", () => {
  it("and opening the archive in a fresh profile brings every draft there, once", async () => {
    const { page, context, faults } = await openPage({});
    await loadSample(page);
    await startDraft(page, "第二份/特殊:名称");
    await openManager(page);
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "全部导出")]);
    const archive = {
      name: file.suggestedFilename(),
      mimeType: "application/zip",
      buffer: readFileSync(await file.path()),
    };
    assert.match(archive.name, /^全部草稿-\d{4}-\d\d-\d\d\.zip$/);
    await context.close();

    const fresh = await openPage({});
    await openFile(fresh.page, archive);
    await fresh.page.getByText("已导入 2 份草稿").waitFor();
    await openFile(fresh.page, archive);
    await fresh.page.getByText("2 份与本机的相同").waitFor();
    await openManager(fresh.page);
    assert.equal(await fresh.page.locator(".card").count(), 2);
    await openFrom(fresh.page, "示例");
    const { values } = await downloaded(fresh.page);
    assert.deepEqual(values, sample.values);
    const bad = { ...archive, buffer: archive.buffer.subarray(0, 100) };
    await openFile(fresh.page, bad);
    await fresh.page.getByRole("alertdialog").getByText("压缩包").waitFor();
    assert.deepEqual([...faults, ...fresh.faults], []);
    await fresh.context.close();
  });
});

describe("axe-core finds nothing", () => {
  const appearances = {
    light: {},
    dark: { colorScheme: "dark" },
    "320 px wide": { viewport: { width: 320, height: 640 } },
  };
  for (const [name, options] of Object.entries(appearances)) {
    it(
      `in the list, the versions and a comparison: ${name}`,
      withPage(options, async (page) => {
        await openManager(page);
        assert.deepEqual(await violations(page), [], "empty list");
        await press(page, "返回表单");
        await openFile(page, samplePath);
        await page.getByText("已打开").waitFor();
        await saved(page);
        await startDraft(page, "另一份草稿");
        await openManager(page);
        await page.locator(".card").nth(1).waitFor();
        assert.deepEqual(await violations(page), [], "list");
        await page.locator(".card").nth(1).getByRole("button", { name: "与当前草稿对比" }).click();
        await page.locator(".diff-section").first().waitFor();
        await page.locator(".diff-take").first().click();
        assert.deepEqual(await violations(page), [], "comparison");
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wide, 0);
        await press(page, "返回上一页");
        await page.locator(".card").first().getByRole("button", { name: "历史版本" }).click();
        await page.getByText("现在留一个版本").waitFor();
        await press(page, "现在留一个版本");
        await page.locator(".card").first().waitFor();
        assert.deepEqual(await violations(page), [], "versions");
        await page.locator(".card").first().getByRole("button", { name: "查看" }).click();
        await page.locator(".look").first().waitFor();
        assert.deepEqual(await violations(page), [], "a version");
      }),
    );
  }
});
