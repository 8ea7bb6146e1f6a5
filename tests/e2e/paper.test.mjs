// Exports in the page: what is downloaded, what is asked before, what is said when it fails, and the way back from a PDF.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { unzipSync } from "fflate";
import { redPng } from "../word/pixels.mjs";
import { violations } from "./axe.mjs";
import { download, loadSample, newDraft, openFile, press, ready, root, sample, useBrowser } from "./browser.mjs";
import { plainValues, readForm } from "./form.mjs";

const toBase64 = (bytes) => Buffer.from(bytes).toString("base64");

const { withPage, openPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const dialog = (page) => page.getByRole("dialog");

async function exported(page, item) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, item)]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: readFileSync(path) };
}

const pdfText = (path) => {
  const { status, stdout } = spawnSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" });
  assert.equal(status, 0);
  return stdout.replace(/\s/g, "");
};
const values = async (page) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  return plainValues(JSON.parse(readFileSync(await file.path(), "utf8")).values);
};

async function openWithPicture(page, method) {
  const data = toBase64(redPng);
  const figure = { id: "f1", field: "method", caption: "流程", type: "image/png", width: 12, height: 8, data };
  const draft = { ...sample, values: { ...sample.values, method: `${method}\n【图1】` }, figures: [figure] };
  const buffer = Buffer.from(JSON.stringify(draft));
  await openFile(page, { name: "图.json", mimeType: "application/json", buffer });
  await page.getByRole("textbox", { name: "图1的图题" }).waitFor();
}
// What the browser's own 打印… would print now: "form", or the document "with picture" or "without".
const printed = (page, wanted) => {
  const waiting = wanted === undefined ? page.evaluate.bind(page) : page.waitForFunction.bind(page);
  return waiting((expected) => {
    window.dispatchEvent(new Event("beforeprint"));
    const paper = document.querySelector(".print-root");
    const picture = paper?.querySelector("img")?.naturalWidth > 0 ? "with picture" : "without";
    window.dispatchEvent(new Event("afterprint"));
    const found = paper ? picture : "form";
    return expected === undefined ? found : found === expected;
  }, wanted);
};
const isPutAway = () =>
  Object.entries(localStorage).some(([key, text]) => key.startsWith("formcheck/draft/") && /"blob"/.test(text));

describe("the application as PDF", () => {
  it(
    "holds what was typed, bears the draft inside, and opens again to the identical draft",
    withPage({}, async (page, _context, test) => {
      await loadSample(page);
      await form.box(page, "address").fill("浙江省台州市温岭市大溪镇𠮷祥路8号");
      const { name, path, bytes } = await exported(page, "申报书（PDF）");
      assert.match(name, /^砚澄泵业.*申报书.*\.pdf$/);
      assert.match(pdfText(path), /浙江省台州市温岭市大溪镇𠮷祥路8号/);
      await page.getByText(`已导出“${name}”`).waitFor();
      const typed = await values(page);
      assert.equal(typed.address, "浙江省台州市温岭市大溪镇𠮷祥路8号");

      const again = await exported(page, "申报书（PDF）");
      assert.equal(Buffer.compare(again.bytes, bytes), 0, "the same draft, the same bytes");

      await press(page, "新建");
      await page.waitForFunction((id) => document.getElementById(id)?.value === "", `c${form.slot("address")}`);
      const copy = join(root, "build", `paper-${test.name.length}.pdf`);
      writeFileSync(copy, bytes);
      await openFile(page, copy);
      await page
        .getByText(/已打开/)
        .first()
        .waitFor();
      assert.deepEqual(await values(page), typed);
    }),
  );

  it(
    "tells which characters have no glyph before anything is exported, and can be given up",
    withPage({}, async (page) => {
      await form.box(page, "title").fill("获奖🏆的经验");
      await press(page, "申报书（PDF）");
      const box = dialog(page);
      await box.getByText("U+1F3C6").waitFor();
      assert.match(await box.innerText(), /标杆名称/);
      await box.locator("button:focus", { hasText: "仍然导出" }).waitFor(); // the focus is in the dialog
      assert.deepEqual(await violations(page), []);
      await box.getByRole("button", { name: "返回修改" }).click();
      await box.waitFor({ state: "detached" });
      await press(page, "申报书（PDF）");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        dialog(page).getByRole("button", { name: "仍然导出" }).click(),
      ]);
      assert.match(pdfText(await file.path()), /获奖〓的经验/);
    }),
  );

  it("says so when fonts cannot be loaded, and succeeds on the next try", async () => {
    // Its own page, since the failed request is told in the console.
    const { page, context } = await openPage({});
    try {
      await loadSample(page);
      await context.route(/\.font$/, (route) => route.abort());
      await press(page, "申报书（PDF）");
      await dialog(page).getByText("没有导出成功").waitFor();
      await context.unroute(/\.font$/);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        dialog(page).getByRole("button", { name: "重试" }).click(),
      ]);
      assert.match(file.suggestedFilename(), /\.pdf$/);
    } finally {
      await context.close();
    }
  });
});

describe("other exports", () => {
  it(
    "the letter is a PDF of one page",
    withPage({}, async (page) => {
      await loadSample(page);
      const { path } = await exported(page, "承诺书（PDF）");
      assert.match(pdfText(path), new RegExp(`企业名称（盖章）：${sample.values.company}`));
    }),
  );

  it(
    "the material pack holds draft, PDFs, Word files, list and report",
    withPage({}, async (page) => {
      await loadSample(page);
      await form.box(page, "patents.invention").fill("100");
      const { name, bytes } = await exported(page, "材料包（ZIP）");
      assert.match(name, /材料包.*\.zip$/);
      const files = unzipSync(bytes);
      const wanted = [
        "草稿.json",
        "申报书.pdf",
        "申报书.docx",
        "承诺书.pdf",
        "承诺书.docx",
        "材料清单.pdf",
        "检查报告.pdf",
      ];
      assert.deepEqual(Object.keys(files).sort(), wanted.sort());
      const draft = JSON.parse(Buffer.from(files["草稿.json"]).toString("utf8"));
      assert.equal(draft.values.patents.invention, "100");
      const report = join(root, "build", "paper-report.pdf");
      writeFileSync(report, files["检查报告.pdf"]);
      assert.match(pdfText(report), /发明专利100个，多于有效专利总数86个/);
      const list = join(root, "build", "paper-list.pdf");
      writeFileSync(list, files["材料清单.pdf"]);
      assert.match(pdfText(list), /顾客满意度、忠诚度调查分析报告/);
    }),
  );

  it(
    "a material pack that is opened opens the draft in it",
    withPage({}, async (page) => {
      await loadSample(page);
      const { name, bytes } = await exported(page, "材料包（ZIP）");
      const fresh = await openPage({});
      await openFile(fresh.page, { name, mimeType: "application/zip", buffer: Buffer.from(bytes) });
      await fresh.page.getByText(`已打开“${name}”`).waitFor();
      const { text } = await download(fresh.page, () => press(fresh.page, "下载 JSON"));
      assert.deepEqual(JSON.parse(text).values, sample.values);
      assert.deepEqual(fresh.faults, []);
      await fresh.context.close();
    }),
  );

  it(
    "Ctrl+P prints the document, not the page",
    withPage({}, async (page) => {
      await page.evaluate(() => {
        window.print = () => {
          const [picture] = document.querySelectorAll(".print-root img");
          document.body.setAttribute("data-printed", picture?.naturalWidth);
        };
      });
      await openWithPicture(page, "如图。");
      await page.keyboard.press("Control+p");
      await page.locator("body[data-printed] .print-root h1").first().waitFor({ state: "attached" });
      assert.equal(
        await page.locator("body").getAttribute("data-printed"),
        "12",
        "with its picture, asked for at once",
      );
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      await page.locator(".print-root").waitFor({ state: "detached" });
      // Printed by the browser's menu the page says where the document is.
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.getByText("要按申报书的版式打印").isVisible());
    }),
  );

  it(
    "print shows the document in place of the page, and the page again afterwards",
    withPage({}, async (page) => {
      await page.evaluate(() => {
        window.print = () => {
          window.printed = document.querySelector(".print-root")?.innerText.length ?? 0;
        };
      });
      await loadSample(page);
      await press(page, "打印申报书…");
      await page.locator(".print-root").waitFor({ state: "attached" });
      await page.waitForFunction(() => window.printed !== undefined);
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator(".print-root h1").first().isVisible());
      assert.equal(await page.locator("#app").isVisible(), false);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      await page.locator(".print-root").waitFor({ state: "detached" });
      assert.ok(await page.locator("#app").isVisible());
    }),
  );

  it(
    "the browser's own 打印… gives the document too: whole texts, tables, pictures",
    withPage({}, async (page) => {
      const long = Array.from({ length: 60 }, (_, n) => `第${n + 1}段：${"质量管理".repeat(30)}。`);
      await openWithPicture(page, long.join("\n"));
      await printed(page, "with picture"); // what it needs is fetched in the background
      const file = "build/screenshots/browser-print.pdf";
      await page.pdf({ path: file, preferCSSPageSize: true });
      const text = pdfText(file);
      const found = (words) => text.includes(words.replace(/\s/g, ""));
      for (const n of [1, 30, 60]) assert.ok(found(`第${n}段：质量管理`), `paragraph ${n}`);
      for (const row of sample.values.competitors) assert.ok(found(row.rival), row.rival);
      assert.ok(found("图1　流程"));
      assert.ok(!found("检查全部") && !found("插入图片"), "no controls");
      assert.match(spawnSync("pdfimages", ["-list", file], { encoding: "utf8" }).stdout, /image +12 +8 /);
      await page.locator(".print-root").waitFor({ state: "detached" });
      assert.ok(await page.locator("#app").isVisible());
    }),
  );

  it(
    "a picture that has just come is printed while it is put away and from then on, without being read again",
    withPage({}, async (page) => {
      await page.evaluate(() => {
        // The storage gives no picture back.
        const { get } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.get = function (key) {
          return get.call(this, this.name === "blobs" ? "none" : key);
        };
      });
      await openWithPicture(page, "如图。");
      await printed(page, "with picture");
      while (!(await page.evaluate(isPutAway))) assert.equal(await printed(page), "with picture");
      assert.equal(await printed(page), "with picture");
    }),
  );

  it(
    "the form is printed, not the document, as long as a picture is being read",
    withPage({}, async (page) => {
      await openWithPicture(page, "如图。");
      await page.waitForFunction(isPutAway);
      await newDraft(page);
      await form.box(page, "title").fill("没有图的");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await page.reload();
      await ready(page);
      await printed(page, "without");
      await page.evaluate(() => {
        // The storage takes its time.
        const held = [];
        const { get } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.get = function (key) {
          const request = get.call(this, key);
          const hold = (event) => event.stopImmediatePropagation();
          if (this.name === "blobs") {
            request.addEventListener("success", hold);
            held.push({ request, hold });
          }
          return request;
        };
        window.answer = () => {
          IDBObjectStore.prototype.get = get;
          for (const { request, hold } of held) {
            request.removeEventListener("success", hold);
            request.dispatchEvent(new Event("success"));
          }
        };
      });
      await press(page, "草稿管理");
      await page.locator(".card").getByRole("button", { name: "打开", exact: true }).click();
      await page.getByRole("textbox", { name: "图1的图题" }).waitFor();
      assert.equal(await printed(page), "form");
      await page.evaluate(() => window.answer());
      await printed(page, "with picture");
    }),
  );
});

describe("a PDF that is none of ours", () => {
  it(
    "is refused with a clear message, and nothing changes",
    withPage({}, async (page) => {
      await loadSample(page);
      const path = join(root, "build", "paper-other.pdf");
      writeFileSync(path, "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
      await openFile(page, path);
      const box = page.getByRole("alertdialog");
      await box.getByText("没有附带草稿").waitFor();
      await box.getByRole("button").last().click();
      assert.equal(await form.box(page, "company").inputValue(), sample.values.company);
    }),
  );
});
