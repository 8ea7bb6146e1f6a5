// Blocks of cells from office programs into the form's tables, through the browser's real clipboard: previewed, aligned,
// converted with consent, written as one step, taken back as one step; and tables taken out again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { download, loadSample, press, useBrowser } from "./browser.mjs";
import { putOnClipboard, readClipboard } from "./clipboard.mjs";
import { cell, plainValues, readForm, rowOperation } from "./form.mjs";
import { head, rows as indicators, shuffled, tsvOf, values } from "./office/block.mjs";
import { excelHtml } from "./office/excel.mjs";

const libreoffice = readFileSync(new URL("office/libreoffice.html", import.meta.url), "utf8");
const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const box = (page, id, row, column) => cell(page, form.table(id), row, column).locator(".box");
const dialog = (page) => page.getByRole("dialog");
const columns = ["previous", "current", "average", "best", "rank"];

async function paste(page, target, clip) {
  await putOnClipboard(page, clip);
  await target.focus();
  await page.keyboard.press("Control+v");
}
async function preview(page, target, clip) {
  await paste(page, target, clip);
  await dialog(page).locator(".paste").waitFor();
}
async function apply(page) {
  await dialog(page).locator("[data-apply]").click();
  await dialog(page).waitFor({ state: "detached" });
}
async function draftOf(page) {
  return JSON.parse((await download(page, () => press(page, "下载 JSON"))).text);
}
const tableIn = async (page, id) => plainValues((await draftOf(page)).values[id] ?? []);

// What the draft should hold of the block: by name, as it was typed in the office program.
const expected = (show = (text) => text) =>
  indicators.map((row) => Object.fromEntries(columns.map((id, n) => [id, show(row[n + 2])])));
const inDraft = (list) => list.map(({ key, ...rest }) => rest);

describe("a 12×5 block in 表2", () => {
  const cases = {
    "from Excel, values only": { html: excelHtml(values), text: tsvOf(values) },
    "as tab-separated text": { text: tsvOf(values) },
    "from Excel, shuffled, with names and headings": {
      html: excelHtml([head, ...shuffled]),
      text: tsvOf([head, ...shuffled]),
    },
    "as text, shuffled, with names": { text: tsvOf(shuffled) },
    "with merged title and heading cells": {
      html: excelHtml([
        [{ text: "表2 经济效益统计表", columns: 7 }],
        [
          { text: "项目", rows: 2 },
          { text: "单位", rows: 2 },
          { text: "本企业", columns: 2 },
          { text: "行业", columns: 3 },
        ],
        ["2023年", "2024年", "2024年行业\n平均水平", "最佳水平", "名次"],
        ...shuffled,
      ]),
    },
  };
  for (const [name, clip] of Object.entries(cases)) {
    it(
      name,
      withPage({}, async (page) => {
        await preview(page, box(page, "indicators", 0, "previous"), clip);
        await dialog(page).getByText("填入 60 格").waitFor();
        await apply(page);
        assert.deepEqual(inDraft(await tableIn(page, "indicators")), expected());
        await page.keyboard.press("Control+z");
        assert.ok((await tableIn(page, "indicators")).every((row) => Object.keys(row).length === 1));
      }),
    );
  }

  it(
    "from LibreOffice, shuffled, under a merged title",
    withPage({}, async (page) => {
      await preview(page, box(page, "indicators", 3, "best"), { html: libreoffice });
      await dialog(page).getByText("1 格没有位置").waitFor(); // the title
      await apply(page);
      // Calc shows two decimals in these columns, and that is what it puts on the clipboard.
      const shown = (text) => {
        if (text.includes("%")) return `${Number.parseFloat(text).toFixed(2)}%`;
        return text.includes(",") && !text.includes(".") ? `${text}.00` : text;
      };
      assert.deepEqual(inDraft(await tableIn(page, "indicators")), expected(shown));
    }),
  );

  it(
    "over what is there: the preview says what changes, blanks change nothing, one step takes all back",
    withPage({}, async (page) => {
      await loadSample(page);
      const before = await tableIn(page, "indicators");
      const clip = { text: tsvOf([head, ["利润总额", "万元", "1", "", before[2].average, "", ""]]) };
      await preview(page, box(page, "indicators", 0, "previous"), clip);
      await dialog(page).getByText("填入 0 格，改写 1 格，不变 1 格").waitFor();
      await dialog(page).getByText(`原为 ${before[2].previous}`).waitFor();
      await apply(page);
      await box(page, "indicators", 0, "previous").and(page.locator(":focus")).waitFor();
      const after = await tableIn(page, "indicators");
      assert.deepEqual(after[2], { ...before[2], previous: "1" });
      await page.keyboard.press("Control+z");
      assert.deepEqual(await tableIn(page, "indicators"), before);
    }),
  );
});

describe("what the preview offers", () => {
  it(
    "conversions only on request, column by column or as suggested, exactly, in one step",
    withPage({}, async (page) => {
      const block = [
        ["项目", "单位", "2023年", "2024年"],
        ["营业收入", "元", "1,126,845,700", "0.1"],
        ["产品合格率", "%", "0.9912", "98.5"],
      ];
      await preview(page, box(page, "indicators", 0, "previous"), { html: excelHtml(block) });
      await dialog(page).locator("[data-suggested]").click();
      await dialog(page).locator(".paste-table").getByText("112,684.57", { exact: true }).waitFor();
      await dialog(page).locator(".paste-table").getByText("99.12", { exact: true }).waitFor();
      await dialog(page).locator(".paste-table").getByText("0.00001", { exact: true }).waitFor();
      await dialog(page).getByText("逐列选择换算").click();
      await dialog(page).locator('[data-amount="3"]').selectOption("");
      await apply(page);
      const rows = await tableIn(page, "indicators");
      const of = (key) => rows.find((row) => row.key === key);
      assert.deepEqual(of("revenue"), { key: "revenue", previous: "112,684.57", current: "0.1" });
      assert.deepEqual(of("passRate"), { key: "passRate", previous: "99.12", current: "98.5" });
      await page.keyboard.press("Control+z");
      assert.ok((await tableIn(page, "indicators")).every((row) => Object.keys(row).length === 1));

      await preview(page, box(page, "indicators", 0, "previous"), { html: excelHtml(block) });
      await apply(page); // nothing chosen: as it was typed
      assert.equal((await tableIn(page, "indicators"))[1].previous, "1,126,845,700");
    }),
  );

  it(
    "another way to align, other columns, and what finds no place to take along",
    withPage({}, async (page) => {
      const block = [
        ["营业收入", "1", "多"],
        ["资产总额", "2", "余"],
      ];
      await preview(page, box(page, "indicators", 0, "rank"), { text: tsvOf(block) });
      await dialog(page).getByText("2 格没有位置").waitFor();
      await dialog(page).locator("[data-copy-homeless]").click();
      assert.equal((await readClipboard(page)).text, "多\n余");
      await dialog(page).getByText("列的对应", { exact: true }).click();
      await dialog(page).getByLabel("2024年取自", { exact: true }).selectOption({ label: "第 2 列" });
      await dialog(page).getByLabel("2023年取自", { exact: true }).selectOption({ label: "第 3 列" });
      await dialog(page).getByText("按位置，从光标所在的行起").click();
      await apply(page);
      const [assets, revenue] = await tableIn(page, "indicators");
      assert.deepEqual(assets, { key: "totalAssets", current: "1", previous: "多" });
      assert.deepEqual(revenue, { key: "revenue", current: "2", previous: "余" });
    }),
  );

  it(
    "new rows, in one step with their cells",
    withPage({}, async (page) => {
      const block = Array.from({ length: 7 }, (_, n) => [`水泵${n}`, `对手${n}`, `${n}.5%`, `优势一\n优势${n}`]);
      await preview(page, box(page, "competitors", 1, "product"), { html: excelHtml(block) });
      await dialog(page).getByText("新增 5 行").waitFor();
      await apply(page);
      const rows = await tableIn(page, "competitors");
      assert.equal(rows.length, 8);
      assert.deepEqual(rows[7], { product: "水泵6", rival: "对手6", share: "6.5%", strength: "优势一\n优势6" });
      await page.keyboard.press("Control+z");
      assert.equal((await tableIn(page, "competitors")).length, 3);
      await page.keyboard.press("Control+y");
      assert.equal((await tableIn(page, "competitors")).length, 8);
    }),
  );

  it(
    "to paste as ordinary text, or not at all",
    withPage({}, async (page) => {
      const target = box(page, "competitors", 0, "product");
      await preview(page, target, { text: "甲\t乙\n丙\t丁" });
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
      assert.equal(await target.inputValue(), "");
      await preview(page, target, { text: "甲\n乙" });
      await dialog(page).locator("[data-plain]").click();
      await page.waitForFunction(() => document.activeElement.value === "甲乙");
      await page.keyboard.press("Control+z");
      assert.equal(await target.inputValue(), "");
    }),
  );
});

describe("a single cell", () => {
  it(
    "goes in as ordinary text, where the caret is, without a line break from Excel; into a list by its label",
    withPage({}, async (page) => {
      const target = box(page, "competitors", 0, "product");
      await target.fill("离心泵");
      await target.focus();
      await page.keyboard.press("Home");
      await putOnClipboard(page, { html: excelHtml([["不锈钢"]]), text: "不锈钢\r\n" });
      await page.keyboard.press("Control+v");
      await page.waitForFunction(() => document.activeElement.value === "不锈钢离心泵");
      const prose = box(page, "competitors", 0, "strength");
      await paste(page, prose, { html: "<p>一</p><p>二</p>", text: "一\n二" });
      assert.equal(await prose.inputValue(), "一\n二");
      const method = box(page, "management", 2, "method");
      await paste(page, method, { html: excelHtml([["第三方调查"]]), text: "第三方调查\r\n" });
      await page.waitForFunction(() => document.activeElement.value === "thirdParty");
      assert.equal(await dialog(page).count(), 0);
    }),
  );
});

describe("a table taken out", () => {
  it(
    "holds headings, units and every value, as HTML and as text, and comes back in as it was",
    withPage({}, async (page) => {
      await loadSample(page);
      for (const id of ["management", "indicators", "competitors"]) {
        const draft = await tableIn(page, id);
        const block = page.locator(`[data-table="${id}"]`);
        await block.locator("[data-copy]").click();
        await block.getByText("已复制", { exact: true }).waitFor();
        const clip = await readClipboard(page);
        assert.match(clip.html, /<table[\s>]/);
        for (const row of draft) {
          for (const [key, value] of Object.entries(row)) {
            if (key === "key" || key === "method") continue;
            assert.ok(clip.text.includes(value), `${id}: ${value} in the text`);
          }
        }
        await preview(page, box(page, id, 0, form.table(id).columns[3].id), clip);
        await dialog(page).getByText("填入 0 格，改写 0 格").waitFor();
        assert.equal(await dialog(page).locator(".paste-homeless").count(), 0);
        await apply(page);
        assert.deepEqual(await tableIn(page, id), draft);
      }
    }),
  );

  it(
    "or one row of it",
    withPage({}, async (page) => {
      await loadSample(page);
      await rowOperation(page, page.locator('[data-table="competitors"] tr[data-row]').nth(1), "copy");
      const { text } = await readClipboard(page);
      const [, line] = text.split("\n");
      assert.match(line, /^2\t冲压不锈钢多级离心泵\t诺维格/);
      assert.equal(text.split("\n").length, 2);
    }),
  );
});
