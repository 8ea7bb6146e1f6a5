// The copy assistant walked through the whole form: what lands on the clipboard is what the draft holds, nothing missing and
// nothing altered; ticks, reloads, browsers without the asynchronous clipboard.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, loadSample, openFile, press, ready, sample, useBrowser } from "./browser.mjs";
import { readForm, valueAt } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const reading = { permissions: ["clipboard-read", "clipboard-write"] };
const card = (page) => page.locator(".copy-card");
const main = (page) => card(page).locator("[data-main]");
const item = (page, name) => page.locator(".copy-list").getByRole("button", { name, exact: false }).first();
const address = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

const clipboardHtml = (page) =>
  page.evaluate(async () => {
    const [entry] = await navigator.clipboard.read();
    return (await entry.getType("text/html")).text();
  });

async function openCopy(page) {
  await press(page, "复制到申报系统");
  await card(page).waitFor();
}

async function openSample(page) {
  await loadSample(page);
  await openCopy(page);
}

// What the portal should get for a value of the draft.
function wanted(field, value) {
  if (!field.options) return value ?? "";
  const chosen = [value ?? []].flat().filter((one) => one !== "");
  return chosen.map((one) => field.options.find((option) => option.value === one).label).join("、");
}

// The table as people see it in the draft: headings of seeded rows from the form, cells from the draft.
function wantedRows(table, rows) {
  return rows.map((row) => {
    const seed = table.seed?.find(({ key }) => key === row.key);
    return table.columns.map((column) => {
      if (column.header && seed) return seed.values[column.id];
      return wanted(column, row[column.id]);
    });
  });
}

// Tab-separated text as spreadsheets read it.
function fromTsv(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, raw, end] = match;
    rows[rows.length - 1].push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\n") rows.push([]);
    if (end === "" || whole === "") break;
  }
  return rows;
}

// Read by a page of its own: ours lets nobody parse markup.
async function fromHtml(page, html) {
  await page.setContent(html);
  return page.evaluate(() => {
    const read = (node) =>
      [...node.childNodes].map((child) => (child.nodeName === "BR" ? "\n" : child.textContent)).join("");
    return [...document.querySelectorAll("tr")].map((row) => [...row.children].map(read));
  });
}

describe("the copy walk", () => {
  it(
    "goes through the portal's order, and every value of the draft lands on the clipboard as it is",
    withPage(reading, async (page, context) => {
      const reader = await context.newPage();
      await page.bringToFront();
      await openSample(page);
      const seen = [];
      for (const id of form.copyOrder) {
        const table = form.table(id);
        assert.equal(await address(page), `#copy/${id}`);
        if (table) {
          const rows = wantedRows(table, sample.values[id]);
          await card(page).getByRole("button", { name: "复制", exact: true }).click();
          await card(page).locator(".copy-message-good").waitFor();
          const tsv = fromTsv(await clipboard(page));
          assert.deepEqual(tsv.slice(1), rows, `${id}, text`);
          assert.equal(tsv[0].length, table.columns.length);
          assert.deepEqual((await fromHtml(reader, await clipboardHtml(page))).slice(1), rows, `${id}, HTML`);
          await main(page).click();
        } else {
          const field = form.field(form.slot(id));
          const value = wanted(field, valueAt(sample, id));
          assert.notEqual(value, "", id);
          await main(page).click();
          await page.locator(`.copy-message-good`).waitFor();
          assert.equal(await clipboard(page), value, id);
          seen.push(id);
        }
      }
      assert.ok(seen.length > 30, `${seen.length}`);
      // Every value the draft holds was among them.
      const leaves = (node, path) =>
        typeof node === "string" || (Array.isArray(node) && typeof node[0] === "string")
          ? [path]
          : Array.isArray(node)
            ? [path]
            : Object.entries(node).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
      assert.deepEqual([...leaves(sample.values, "")].sort(), [...form.copyOrder].sort());
      await card(page).getByText("有内容的项目都已复制").waitFor();
      assert.equal(await page.locator(".copy-progress b").textContent(), "已复制 44/44");
    }),
  );

  it(
    "goes through tables cell by cell, row by row",
    withPage(reading, async (page) => {
      await openSample(page);
      await item(page, "表5").click();
      await card(page).getByRole("button", { name: "逐格复制" }).click();
      const table = form.table("competitors");
      for (const row of sample.values.competitors) {
        for (const column of table.columns) {
          assert.equal(await address(page), `#copy/competitors/${row.id}/${column.id}`);
          await main(page).click();
          await page.waitForFunction((from) => location.hash !== from, `#copy/competitors/${row.id}/${column.id}`);
          assert.equal(await clipboard(page), row[column.id]);
        }
      }
      // All its cells were copied: so was the table.
      await page.locator(".copy-item-fresh", { hasText: "表5" }).waitFor();
    }),
  );

  it(
    "can be driven by keys alone, and keys without Ctrl can be switched off",
    withPage(reading, async (page) => {
      await openSample(page);
      await page.keyboard.press("c");
      await page.locator(".copy-message-good").waitFor();
      assert.equal(await clipboard(page), sample.values.title);
      await page.keyboard.press("ArrowRight");
      assert.equal(await address(page), "#copy/direction");
      await page.keyboard.press("n");
      assert.equal(await address(page), "#copy/company");
      await page.keyboard.press("Enter");
      await page.locator(".copy-item-fresh", { hasText: "申报单位" }).waitFor();
      assert.equal(await address(page), "#copy/date");
      await page.keyboard.press("p");
      assert.equal(await address(page), "#copy/company");
      await page.keyboard.press("n");
      await page.keyboard.press("Control+c");
      await page.locator(".copy-item-fresh", { hasText: "填报日期" }).waitFor();
      assert.equal(await clipboard(page), sample.values.date);
      await page.locator(".copy-more summary").click();
      await page.getByLabel("使用单键快捷键").uncheck();
      await page.locator("#view-title").focus();
      await page.keyboard.press("n");
      assert.equal(await address(page), "#copy/date");
    }),
  );

  it(
    "passes over what is blank",
    withPage(reading, async (page) => {
      await form.box(page, "company").fill("浙江砚澄泵业股份有限公司");
      await openCopy(page);
      await card(page).getByText("未填写").first().waitFor();
      assert.ok(await card(page).getByRole("button", { name: "复制", exact: true }).isDisabled());
      assert.equal(await main(page).textContent(), "下一项");
      await main(page).click();
      await main(page).click();
      assert.equal(await address(page), "#copy/company");
      await main(page).click();
      assert.equal(await page.locator(".copy-progress b").textContent(), "已复制 1/1");
    }),
  );

  it(
    "warns of an error and copies all the same, and leads to its box",
    withPage(reading, async (page) => {
      await form.box(page, "contact.mobile").fill("1391234");
      await openCopy(page);
      await page.locator(".copy-warning").waitFor();
      await item(page, "手机").click();
      await card(page).locator(".finding-error").waitFor();
      await main(page).click();
      await page.locator(".copy-message-good").waitFor();
      assert.equal(await clipboard(page), "1391234");
      await item(page, "手机").click();
      await card(page).getByRole("button", { name: "返回表单修改" }).click();
      assert.ok(await form.box(page, "contact.mobile").evaluate((box) => box === document.activeElement));
      assert.doesNotMatch(await address(page), /copy/);
    }),
  );
});

describe("ticks", () => {
  it(
    "turn stale when the value changes, and fresh again when it is as it was copied",
    withPage(reading, async (page) => {
      await openSample(page);
      await main(page).click();
      await page.locator(".copy-item-fresh", { hasText: "标杆名称" }).waitFor();
      await item(page, "表2").click();
      await main(page).click();
      await page.locator(".copy-item-fresh", { hasText: "表2" }).waitFor();
      await press(page, "返回表单");
      await form.box(page, "title").fill("改过的名称");
      await page.locator('[data-table="indicators"] tr[data-row] [data-c="2"] input').first().fill("1");
      await openCopy(page);
      await page.locator(".copy-item-stale", { hasText: "标杆名称" }).waitFor();
      await page.locator(".copy-item-stale", { hasText: "表2" }).waitFor();
      await item(page, "标杆名称").click();
      await card(page).getByText("复制之后内容已改").waitFor();
      await main(page).click();
      await page.locator(".copy-item-fresh", { hasText: "标杆名称" }).waitFor();
      assert.equal(await clipboard(page), "改过的名称");
    }),
  );

  it(
    "and the place survive a reload in the middle",
    withPage(reading, async (page) => {
      await openSample(page);
      for (let n = 0; n < 5; n++) await main(page).click();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.equal(await address(page), "#copy/contact.name");
      await page.reload();
      await card(page).waitFor();
      assert.equal(await address(page), "#copy/contact.name");
      assert.equal(await page.locator(".copy-label").textContent(), "姓名");
      assert.equal(await page.locator(".copy-progress b").textContent(), "已复制 5/44");
      // Without an address, too, one goes on where one was.
      await press(page, "返回表单");
      await openCopy(page);
      assert.equal(await address(page), "#copy/contact.name");
      // Going back leaves the assistant.
      await page.goBack();
      await ready(page);
      assert.equal(await card(page).count(), 0);
    }),
  );
});

describe("the clipboard", () => {
  it(
    "works without the asynchronous API, as on a page that is not served securely",
    withPage({}, async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await openSample(page);
      await item(page, "企业概况").click();
      await main(page).click();
      await page.locator(".copy-message-good").waitFor();
      await press(page, "返回表单");
      await form.box(page, "address").focus();
      await page.keyboard.press("Control+a");
      await form.box(page, "honours").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+v");
      assert.equal(await form.box(page, "honours").inputValue(), sample.values.overview);
    }),
  );

  it(
    "that is refused altogether leaves the value selected for Ctrl+C, which then counts",
    withPage(reading, async (page) => {
      await page.evaluate(() => {
        document.execCommand = () => false;
        Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      });
      await openSample(page);
      await main(page).click();
      await page.locator(".copy-message-bad").waitFor();
      assert.equal(await address(page), "#copy/title");
      assert.equal(await page.evaluate(() => getSelection().toString()), sample.values.title);
      await page.keyboard.press("Control+c");
      await page.locator(".copy-item-fresh", { hasText: "标杆名称" }).waitFor();
      await page.evaluate(() => delete navigator.clipboard);
      assert.equal(await clipboard(page), sample.values.title);
    }),
  );
});

const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGP8z8Dwn4GBgYGJAQoAHxcCAk+Uzr4AAAAASUVORK5CYII=";
const withFigure = {
  ...sample,
  values: { ...sample.values, overview: `${sample.values.overview}\n【图1】\n图后的一段。` },
  figures: [{ id: "f1", field: "overview", caption: "厂区鸟瞰", type: "image/png", width: 2, height: 2, data: png }],
};

describe("figures", () => {
  it(
    "come after their narrative; the marker lines can be left out, the picture and the caption copied or downloaded",
    withPage(reading, async (page) => {
      const buffer = Buffer.from(JSON.stringify(withFigure));
      await openFile(page, { name: "有图.json", mimeType: "application/json", buffer });
      await page.getByText("已打开“有图.json”").waitFor();
      await openCopy(page);
      await item(page, "企业概况").click();
      await main(page).click();
      await page.locator(".copy-label", { hasText: "图1" }).waitFor();
      assert.equal(await clipboard(page), withFigure.values.overview);
      await card(page).getByRole("button", { name: "复制图题" }).click();
      await page.locator(".copy-message-good").waitFor();
      assert.equal(await clipboard(page), "厂区鸟瞰");
      const file = await download(page, () => card(page).getByRole("button", { name: "下载图片" }).click());
      assert.equal(file.name, "图1.png");
      await page.locator(".copy-item-fresh", { hasText: "图1" }).waitFor();
      await card(page).getByRole("button", { name: "复制图片" }).click();
      await card(page).getByText("已复制“图1”").waitFor();
      const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
      assert.deepEqual([...types], ["image/png"]);
      await item(page, "企业概况").click();
      await page.getByLabel("复制时去掉【图1】等图位标记行").check();
      await main(page).click();
      await page.locator(".copy-message-good").waitFor();
      assert.equal(await clipboard(page), `${sample.values.overview}\n图后的一段。`);
    }),
  );
});
