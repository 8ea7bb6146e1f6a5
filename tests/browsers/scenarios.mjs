// What a person does, in steps that every engine's driver knows. Each begins on the blank page and throws when something is
// not as it should be.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const saved = (page) => page.see(".save-state", "…已保存");
const value = (page, slot) => page.run(`document.getElementById("c${slot}").value`);
const ready = (page) => page.see("main:not([aria-busy]) .section .box");

async function command(page, menu, name) {
  await page.click(".bar .menu-opener", menu);
  await page.click(".bar .menu-item", `…${name}`);
}

// The example, opened and ready.
async function example(page) {
  await command(page, "草稿", "载入示例");
  await page.see(".banner", "…已载入示例");
}

async function put(page, slot, text) {
  await page.focus(`#c${slot}`);
  await page.type(text);
}

function pdfPages(bytes) {
  const { stdout, status } = spawnSync("pdftotext", ["-raw", "-", "-"], { input: bytes, encoding: "utf8" });
  assert.equal(status, 0);
  const pages = stdout.split("\f").map((page) => page.replace(/\s/g, ""));
  assert.equal(pages.pop(), "", "each page ends with a form feed");
  return pages;
}

// What it needs is fetched once there is something to print: a mark in the page when it is there.
const whenPrintable = `(() => {
  const tryIt = () => {
    window.dispatchEvent(new Event("beforeprint"));
    const ready = document.querySelector(".print-root") !== null;
    window.dispatchEvent(new Event("afterprint"));
    if (ready) document.body.setAttribute("data-printable", "");
    else setTimeout(tryIt, 50);
  };
  tryIt();
  return true;
})()`;

export const scenarios = {
  async "fill and check"(page, { form }) {
    await put(page, form.slot("patents.total"), "5");
    await put(page, form.slot("patents.invention"), "99");
    await page.press("Tab");
    await page.see(".finding-error");
    await page.focus(`#c${form.slot("patents.total")}`);
    await page.press("End");
    await page.type("00");
    await page.press("Tab");
    const left = await page.run(`document.querySelectorAll(".finding-error").length`);
    assert.equal(left, 0, "a mended finding is still shown");
  },

  async "input method"(page, { form }) {
    await page.focus(`#c${form.slot("title")}`);
    await page.compose(["z", "zhi", "zhi'liang"], "质量标杆");
    assert.equal(await value(page, form.slot("title")), "质量标杆");
    await page.see(".save-state", "…已保存");
  },

  async autosave(page, { form }) {
    await put(page, form.slot("title"), "Lean 2025");
    await saved(page);
    await page.reload();
    await ready(page);
    assert.equal(await value(page, form.slot("title")), "Lean 2025");
  },

  async "JSON in and out"(page, { sample, samplePath }) {
    await page.choose(() => command(page, "草稿", "打开文件"), samplePath);
    await page.see(".banner", "…已打开");
    const { name, bytes } = await page.download(() => command(page, "导出", "下载 JSON"));
    assert.match(name, /\.json$/);
    assert.deepEqual(JSON.parse(bytes.toString("utf8")).values, sample.values);
  },

  async "example, checked"(page, { form, sample }) {
    await example(page);
    assert.equal(await value(page, form.slot("title")), sample.values.title);
    await page.click(".bar button", "检查全部");
    await page.see(".panel", "…必填项已全部填写");
  },

  async "PDF out"(page) {
    await example(page);
    const { name, bytes } = await page.download(() => command(page, "导出", "申报书（PDF）"));
    assert.match(name, /\.pdf$/);
    assert.equal(bytes.subarray(0, 8).toString("latin1"), "%PDF-1.7");
    assert.ok(bytes.length > 100_000 && bytes.length < 1_000_000, `${bytes.length} bytes`);
    assert.match(bytes.subarray(-8).toString("latin1"), /%%EOF/);
    await page.see(".banner", "…已导出");
  },

  async "Word out"(page) {
    await example(page);
    const { name, bytes } = await page.download(() => command(page, "导出", "申报书（Word）"));
    assert.match(name, /\.docx$/);
    assert.equal(bytes.subarray(0, 2).toString("latin1"), "PK");
  },

  // What is copied is pasted into a box of the form: the system's own clipboard carries it.
  async copy(page, { form, sample }) {
    await example(page);
    await page.click(".bar button", "复制到申报系统");
    await page.click("[data-main]");
    await page.click(".view-head button", "返回表单");
    const slot = form.slot("address");
    await page.focus(`#c${slot}`);
    await page.press("Control+a");
    await page.press("Control+v");
    await page.see(".save-state", "…已保存");
    assert.equal(await value(page, slot), sample.values.title);
  },

  // The browser's own 打印… asks the page only while it begins.
  async "browser's own print"(page, { sample }) {
    await example(page);
    await page.run(whenPrintable);
    await page.see("body[data-printable]");
    // Firefox writes many hanzi without saying which they are: what is looked for is written in letters and figures. Only the
    // document has a digest.
    const pages = pdfPages(await page.print());
    for (const [n, words] of pages.entries()) assert.notEqual(words, "", `page ${n + 1} of ${pages.length} is blank`);
    const text = pages.join("");
    const found = (words) => text.includes(words);
    for (const { share } of sample.values.competitors) assert.ok(found(share), share);
    for (const words of ["2025v1.0.0", "GB/T19580", "linzhiheng@"]) assert.ok(found(words), words);
    assert.match(text, /[0-9A-F]{4}-[0-9A-F]{4}/);
    assert.ok(!found("检查全部"), "the page's own controls are printed");
    await page.see("body:not(.printing-paper)");
  },
};
