// Nothing is lost: reloads, files that are opened or dropped, bad files, a new draft, undo.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { download, loadSample, openFile, press, ready, root, sample, samplePath, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const title = (page) => form.box(page, "title");
const dialog = (page) => page.getByRole("alertdialog");

async function typeTitle(page, text) {
  await title(page).focus();
  await page.keyboard.insertText(text);
}

async function reload(page) {
  await page.reload();
  await ready(page);
}

async function dropFile(page, name, text) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: "application/json" }));
      return data;
    },
    [name, text],
  );
  for (const event of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("main", event, { dataTransfer: transfer });
}

describe("autosave", () => {
  it(
    "keeps what was typed across a reload, once it says so",
    withPage({}, async (page) => {
      await typeTitle(page, "澄波泵业实施精益管理的实践经验");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await reload(page);
      assert.equal(await title(page).inputValue(), "澄波泵业实施精益管理的实践经验");
    }),
  );

  it(
    "loses nothing when the page is left in the middle of typing",
    withPage({}, async (page) => {
      await typeTitle(page, "没有等到保存");
      await reload(page);
      assert.equal(await title(page).inputValue(), "没有等到保存");
    }),
  );

  it(
    "keeps the sample whole, rows and all",
    withPage({}, async (page) => {
      await loadSample(page);
      await reload(page);
      const { text } = await download(page, () => press(page, "下载 JSON"));
      assert.deepEqual(JSON.parse(text).values, sample.values);
    }),
  );
});

describe("opening a file", () => {
  it(
    "by the chooser into a blank page asks nothing",
    withPage({}, async (page) => {
      await openFile(page, samplePath);
      await page.getByText("已打开“draft.json”").waitFor();
      assert.equal(await title(page).inputValue(), sample.values.title);
      assert.equal(await page.locator(".finding-error, .finding-warning").count(), 0);
    }),
  );

  it(
    "puts it beside the draft that is open, which one can go back to",
    withPage({}, async (page) => {
      await typeTitle(page, "原来的");
      await openFile(page, samplePath);
      await page.getByText("原来的“原来的”已保存").waitFor();
      assert.equal(await title(page).inputValue(), sample.values.title);
      await press(page, "返回“原来的”");
      await page.getByText("已返回“原来的”").waitFor();
      assert.equal(await title(page).inputValue(), "原来的");
    }),
  );

  it(
    "by dropping it on the page",
    withPage({}, async (page) => {
      await dropFile(page, "拖进来.json", readFileSync(samplePath, "utf8"));
      await page.getByText("已打开“拖进来.json”").waitFor();
      assert.equal(await title(page).inputValue(), sample.values.title);
    }),
  );

  it(
    "keeps and shows what the form has no place for",
    withPage({}, async (page) => {
      const draft = { ...sample, values: { ...sample.values, oldField: "旧版本里的内容" } };
      await dropFile(page, "旧.json", JSON.stringify(draft));
      await page.locator("#s-about-aside").getByText("旧版本里的内容").waitFor();
      const { text } = await download(page, () => press(page, "下载 JSON"));
      assert.equal(JSON.parse(text).aside["/values/oldField"], "旧版本里的内容");
    }),
  );
});

describe("a file that is no draft", () => {
  const folder = join(root, "tests/cases/bad-input");
  const refused = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")).filter(
    (test) => test.expect.outcome === "refused" && test.file,
  );

  it(
    `is refused in words, and the open draft stays as it was (${refused.length} files)`,
    withPage({}, async (page) => {
      await typeTitle(page, "正在写的草稿");
      const before = await download(page, () => press(page, "下载 JSON"));
      for (const { name, file } of refused) {
        await openFile(page, {
          name: `${name}.json`,
          mimeType: "application/json",
          buffer: readFileSync(join(folder, file)),
        });
        await dialog(page).getByText("现有草稿没有改动").waitFor();
        assert.match(await dialog(page).textContent(), /\p{Script=Han}{4,}/u, name);
        await dialog(page).getByRole("button", { name: "知道了" }).click();
        assert.equal(await title(page).inputValue(), "正在写的草稿", name);
      }
      const after = await download(page, () => press(page, "下载 JSON"));
      assert.deepEqual(JSON.parse(after.text).values, JSON.parse(before.text).values);
    }),
  );

  it(
    "above 20 MB is not even read",
    withPage({}, async (page) => {
      const buffer = Buffer.alloc(21 * 1024 * 1024, " ");
      await openFile(page, { name: "大.json", mimeType: "application/json", buffer });
      await dialog(page).getByText("20 MB").waitFor();
    }),
  );
});

describe("新建", () => {
  it(
    "asks nothing: the draft that was open stays beside the new one",
    withPage({}, async (page) => {
      await typeTitle(page, "写了一半");
      await press(page, "新建");
      await page.getByText("已新建空白草稿，“写了一半”已保存").waitFor();
      assert.equal(await title(page).inputValue(), "");
      assert.equal(await dialog(page).count(), 0);
      await press(page, "返回“写了一半”");
      await page.getByText("已返回“写了一半”").waitFor();
      assert.equal(await title(page).inputValue(), "写了一半");
    }),
  );

  it(
    "on a blank page leaves no blank draft behind",
    withPage({}, async (page) => {
      await press(page, "新建");
      await page.getByText("已新建空白草稿。").waitFor();
      assert.equal(await dialog(page).count(), 0);
    }),
  );
});

describe("载入示例", () => {
  it(
    "shows a complete application in which nothing is wrong",
    withPage({}, async (page) => {
      await loadSample(page);
      assert.equal(await title(page).inputValue(), sample.values.title);
      await press(page, "检查全部");
      await page.locator(".panel").getByText("必填项已全部填写").waitFor();
      assert.equal(await page.locator(".panel .finding-error, .panel .finding-warning").count(), 0);
    }),
  );
});

describe("撤销 and 重做", () => {
  it(
    "go through boxes, choices and rows in one history",
    withPage({}, async (page) => {
      const rows = page.locator('[data-table="competitors"] tr[data-row]');
      const before = await rows.count();
      await typeTitle(page, "第一步");
      await page.keyboard.press("Tab");
      await form.box(page, "direction").locator("input").first().check();
      await page.locator('[data-table="competitors"] [data-add]').click();
      assert.equal(await rows.count(), before + 1);
      await page.keyboard.press("Control+z");
      assert.equal(await rows.count(), before);
      await page.keyboard.press("Control+z");
      assert.equal(await form.box(page, "direction").locator("input:checked").count(), 0);
      await page.keyboard.press("Control+z");
      assert.equal(await title(page).inputValue(), "");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Control+Shift+z");
      assert.equal(await title(page).inputValue(), "第一步");
      assert.equal(await rows.count(), before + 1);
    }),
  );
});
