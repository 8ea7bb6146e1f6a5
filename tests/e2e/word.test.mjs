// A filled Word file is opened, looked at, taken over and taken back; other files are refused and change nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { documents } from "../word/documents.mjs";
import { plain, takeOver } from "../word/kit.mjs";
import { emf } from "../word/pixels.mjs";
import { violations } from "./axe.mjs";
import { download, loadSample, openFile, press, sample, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
let form;
before(async () => {
  form = await readForm();
});

const openBytes = (page, name, bytes) => openFile(page, { name, mimeType: word, buffer: Buffer.from(bytes) });
const view = (page) => page.locator(".view-import");
const shot = (page, name) => page.screenshot({ path: `build/screenshots/import-${name}.png` });
const take = (page) => view(page).getByRole("button", { name: /^写入所选/ });

describe("a filled Word file", () => {
  it(
    "is shown cell by cell, taken over as one step and taken back",
    withPage({}, async (page) => {
      await openBytes(page, "申报书.docx", documents["loosely-worded"]());
      await view(page).waitFor();
      await shot(page, "desktop");
      assert.match(await view(page).locator(".im-summary").innerText(), /未能识别 1 栏/);
      assert.match(await view(page).locator(".im-left").innerText(), /参与制定标准/);
      const unread = view(page).locator(".im-cell", { hasText: "未能识别" });
      assert.match(await unread.innerText(), /市场占有率[\s\S]*19\.2%（国内）、4\.9%（国际）/);
      assert.equal(await unread.getByRole("checkbox").isChecked(), false);

      // One cell is left out, then all is taken.
      await view(page).getByRole("checkbox", { name: "写入“通讯地址”" }).uncheck();
      await take(page).click();
      await page.getByText("已从“申报书.docx”写入").waitFor();
      assert.match(await view(page).innerText(), /参与制定标准/, "what is left over stays in view");
      await press(page, "返回表单");
      assert.equal(await form.box(page, "company").inputValue(), sample.values.company);
      assert.equal(await form.box(page, "address").inputValue(), "");
      assert.equal(await form.box(page, "implementation").inputValue(), sample.values.implementation);

      await press(page, "撤销");
      assert.equal(await form.box(page, "company").inputValue(), "");
      assert.equal(await form.box(page, "implementation").inputValue(), "");
      await press(page, "重做");
      assert.equal(await form.box(page, "company").inputValue(), sample.values.company);
    }),
  );

  it(
    "what fits no cell is kept in the draft, copied and taken out there",
    withPage({}, async (page) => {
      await openBytes(page, "申报书.docx", documents.surrounded());
      await view(page).waitFor();
      const left = await view(page).locator(".im-leftover").count();
      assert.ok(left > 1);
      await take(page).click();
      await page.getByText(/未放入的内容保留在草稿里/).waitFor();
      await press(page, "返回表单");
      const kept = page.locator("#s-about-aside .aside-entry");
      await kept.first().waitFor();
      const count = await kept.count();
      const { text } = await download(page, () => press(page, "下载 JSON"));
      const saved = JSON.parse(text);
      assert.equal(Object.keys(saved.aside).length, count);
      for (const at of Object.keys(saved.aside)) assert.match(at, /^申报书\.docx/);
      await page.screenshot({ path: "build/screenshots/aside.png" });
      assert.deepEqual(await violations(page), []);

      // The same file again: nothing is kept twice.
      await openBytes(page, "申报书.docx", documents.surrounded());
      await view(page).waitFor();
      assert.ok(await take(page).isDisabled());
      await press(page, "不导入");

      const drops = page.getByRole("button", { name: /^从草稿中删除/ });
      await drops.first().click();
      await page.waitForFunction(
        (n) => document.querySelectorAll("#s-about-aside .aside-entry").length === n,
        count - 1,
      );
      assert.ok(await drops.first().evaluate((button) => button === document.activeElement));
      await press(page, "撤销");
      await page.waitForFunction((n) => document.querySelectorAll("#s-about-aside .aside-entry").length === n, count);
      // The import is one step, with what was kept.
      await page.getByTitle("撤销：导入 Word 文件").click();
      await kept.first().waitFor({ state: "detached" });
      assert.equal(await form.box(page, "company").inputValue(), "");
    }),
  );

  it(
    "beside a draft shows only what differs, and touches nothing that is not ticked",
    withPage({}, async (page) => {
      await loadSample(page);
      await openBytes(page, "改.docx", documents["indicator-rows"]());
      await view(page).waitFor();
      assert.deepEqual(await view(page).locator("h3").allInnerTexts(), ["表2 经济效益统计表"]);
      const gone = view(page).getByRole("checkbox", { name: "删除“利润总额 万元”这一行" });
      assert.equal(await gone.isChecked(), false);
      await view(page).getByRole("button", { name: "全不选" }).click();
      const keep = view(page).getByRole("checkbox", { name: "把未放入的内容保留在草稿里" });
      if ((await keep.count()) > 0) await keep.uncheck();
      assert.ok(await take(page).isDisabled());
      await gone.check();
      await take(page).click();
      await page.getByText("删除 1 行").waitFor();
      await view(page).waitFor({ state: "detached" });
      const heads = await page.locator('[data-table="indicators"] tr[data-row]').allInnerTexts();
      assert.equal(heads.length, sample.values.indicators.length - 1);
      await press(page, "撤销");
      await page.locator('[data-table="indicators"] tr[data-row]', { hasText: "利润总额" }).waitFor();
    }),
  );

  it(
    "brings its pictures along, with their captions, and shows those that cannot come",
    withPage({}, async (page) => {
      await openBytes(page, "图.docx", documents.pictures());
      await view(page).waitFor();
      assert.equal(await view(page).locator(".im-pictures li").count(), 5);
      await take(page).click();
      await page.getByText("插入图片 2 张").waitFor();
      // Linked only: there is nothing to keep.
      assert.equal(await view(page).locator(".im-pictures li").count(), 1);
      assert.match(await view(page).locator(".im-pictures").innerText(), /只有链接/);
      await press(page, "返回表单");
      assert.equal(await form.box(page, "overview").inputValue(), "厂区见下图。\n【图1】\n以上。");
      assert.equal(await form.box(page, "results").inputValue(), "曲线如图\n【图2】");
      assert.equal(await page.getByRole("textbox", { name: "图1的图题" }).inputValue(), "厂区全景");

      // Out and in again: the pictures are known.
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, "申报书（Word）")]);
      await openBytes(page, "回.docx", readFileSync(await file.path()));
      await page.getByText("文件内容与现有草稿相同").waitFor();
      await press(page, "不导入");

      await page.getByTitle("撤销：导入 Word 文件").click();
      assert.equal(await page.getByRole("textbox", { name: "图1的图题" }).count(), 0);
      assert.equal(await form.box(page, "overview").inputValue(), "");
    }),
  );

  it(
    "pictures without a place are kept, come back from files, and are placed, saved and taken out",
    withPage({}, async (page) => {
      await openBytes(page, "图.docx", documents.pictures());
      await view(page).waitFor();
      await take(page).click();
      await page.getByText(/未放入的内容保留在草稿里/).waitFor();
      await press(page, "返回表单");
      const kept = page.locator("#s-about-aside [data-kept]");
      await kept.nth(1).waitFor();
      assert.equal(await kept.count(), 2, "the certificate and the metafile");
      const certificate = kept.filter({ hasText: "证书" });
      await certificate.locator("img").waitFor();
      await kept.filter({ hasText: "浏览器不能显示这种格式" }).waitFor();
      await certificate.scrollIntoViewIfNeeded();
      await page.screenshot({ path: "build/screenshots/kept-pictures.png" });
      assert.deepEqual(await violations(page), []);

      // As they came where no browser can show them; with their bytes in the file; numbers and paper know nothing of them.
      const { text } = await download(page, () => press(page, "下载 JSON"));
      const homeless = JSON.parse(text).figures.filter(({ field }) => field === undefined);
      assert.deepEqual(homeless.map(({ type }) => type).sort(), ["image/emf", "image/png"]);
      assert.deepEqual(Buffer.from(homeless.find(({ type }) => type === "image/emf").data, "base64"), Buffer.from(emf));
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("button", { name: /^另存图片/ })
          .first()
          .click(),
      ]);
      assert.match(saved.suggestedFilename(), /\.(png|emf)$/);

      // Out as Word and into a blank draft: they come along.
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, "申报书（Word）")]);
      await press(page, "新建");
      await kept.first().waitFor({ state: "detached" });
      await openBytes(page, "回.docx", readFileSync(await file.path()));
      await view(page).waitFor();
      await take(page).click();
      await page.getByText(/未放入的内容保留在草稿里/).waitFor();
      await press(page, "返回表单");
      await kept.nth(1).waitFor();

      await page.getByRole("combobox", { name: /^图片 \d放入哪一段/ }).selectOption({ index: 1 });
      await page.getByRole("button", { name: /^把图片 \d放入所选的一段/ }).click();
      await kept.nth(1).waitFor({ state: "detached" });
      await page.getByRole("textbox", { name: "图2的图题" }).waitFor();
      assert.ok(await page.evaluate(() => document.activeElement?.value.endsWith("【图2】\n")));
      await page.getByRole("button", { name: /^从草稿中删除图片/ }).click();
      await kept.first().waitFor({ state: "detached" });
      await press(page, "撤销");
      await press(page, "撤销");
      await kept.nth(1).waitFor();
    }),
  );

  for (const [name, options] of Object.entries({
    phone: { viewport: { width: 375, height: 800 } },
    "320 px, dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
    dark: { colorScheme: "dark" },
  })) {
    it(
      `is accessible: ${name}`,
      withPage(options, async (page) => {
        await openBytes(page, "申报书.docx", documents.surrounded());
        await view(page).waitFor();
        await shot(page, name.replace(/\W+/g, "-"));
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wide, 0);
      }),
    );
  }

  it(
    "exported by the page comes back as it was",
    withPage({}, async (page) => {
      await loadSample(page);
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, "申报书（Word）")]);
      assert.match(file.suggestedFilename(), /申报书-\d{4}-\d\d-\d\d\.docx$/);
      const bytes = new Uint8Array(readFileSync(await file.path()));
      const { draft } = await takeOver(bytes);
      assert.deepEqual(plain(draft.values), plain(sample.values));
      await openBytes(page, "回.docx", bytes);
      await page.getByText("文件内容与现有草稿相同").waitFor();
      await press(page, "不导入");
      const [letter] = await Promise.all([page.waitForEvent("download"), press(page, "承诺书（Word）")]);
      assert.match(letter.suggestedFilename(), /承诺书-\d{4}-\d\d-\d\d\.docx$/);
    }),
  );
});

describe("a file that is none", () => {
  const compound = new Uint8Array(600);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  const files = {
    "旧.doc": [compound, "另存为 .docx"],
    "坏.docx": [documents["notice-layout"]().subarray(0, 3000), "不完整或已损坏"],
    "空.docx": [new Uint8Array(0), "空文件"],
  };
  it(
    "is refused with its reason, and nothing changes",
    withPage({}, async (page) => {
      await form.box(page, "company").fill("某某公司");
      for (const [name, [bytes, says]] of Object.entries(files)) {
        await openBytes(page, name, bytes);
        const dialog = page.getByRole("alertdialog");
        await dialog.waitFor();
        assert.match(await dialog.innerText(), new RegExp(`${name}[\\s\\S]*${says}[\\s\\S]*没有改动`));
        await dialog.getByRole("button", { name: "知道了" }).click();
        await dialog.waitFor({ state: "detached" });
      }
      assert.equal(await form.box(page, "company").inputValue(), "某某公司");
    }),
  );
});
