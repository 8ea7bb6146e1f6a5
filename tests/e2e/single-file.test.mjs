// The edition of one file, opened by double click: everything inside, nothing asked of anybody.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { download, launch, loadSample, press, ready, root, sample } from "./browser.mjs";
import { readForm } from "./form.mjs";

let browser;
let form;
before(async () => {
  form = await readForm();
  browser = await launch();
});
after(() => browser?.close());

async function open() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  const asked = [];
  const faults = [];
  page.on("request", (request) => /^(data|blob):/.test(request.url()) || asked.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  const url = pathToFileURL(`${root}build/single/formcheck.html`).href;
  await page.goto(url);
  await ready(page);
  return { context, page, asked, faults, url };
}

describe("the edition of one file", () => {
  // Of 15 MB the form needs one; a browser draws it before it has read the fonts.
  it("has what the form needs before its script, and all else behind it", () => {
    const html = readFileSync(`${root}build/single/formcheck.html`, "utf8");
    const script = html.lastIndexOf("<script>");
    const blocks = [...html.matchAll(/ id="file-([^"]+)"/g)];
    const names = (behind) => blocks.filter(({ index }) => index > script === behind).map(([, name]) => name);
    assert.deepEqual(names(false).sort(), ["definition.bin", "formcheck-rest.wasm", "formcheck.wasm"]);
    for (const font of ["song", "hei", "rest"]) assert.ok(names(true).includes(`${font}.font`), font);
  });

  it("is filled, checked, saved and downloaded without a single request", async () => {
    const { context, page, asked, faults, url } = await open();
    await loadSample(page);
    await press(page, "检查全部");
    await page.locator(".panel").getByText("必填项已全部填写").waitFor();
    await page.locator(".bar-results").click();
    await press(page, "核对文字与表格");
    await page.getByText("未发现不一致的地方").waitFor();
    await page.getByRole("button", { name: "返回表单" }).click();
    const { text } = await download(page, () => press(page, "下载 JSON"));
    assert.deepEqual(JSON.parse(text).values, sample.values);
    await page.locator(".save-state", { hasText: "已保存" }).waitFor();
    await page.reload();
    await ready(page);
    assert.equal(await form.box(page, "title").inputValue(), sample.values.title);
    assert.deepEqual([...new Set(asked)], [url]);
    assert.deepEqual(faults, []);
    await context.close();
  });

  it("prints rare hanzi as the hosted edition does", async () => {
    const { context, page, faults } = await open();
    await loadSample(page);
    await form.box(page, "address").fill("台州市𠮷祥路䶮𬭎大厦8号");
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "申报书（PDF）")]);
    const { status, stdout } = spawnSync("pdftotext", ["-raw", await file.path(), "-"], { encoding: "utf8" });
    assert.equal(status, 0);
    assert.match(stdout.replace(/\s/g, ""), /台州市𠮷祥路䶮𬭎大厦8号/);
    assert.deepEqual(faults, []);
    await context.close();
  });

  it("may connect to nothing, by its own policy", async () => {
    const { context, page } = await open();
    const refused = await page.evaluate(() =>
      fetch("https://example.com/").then(
        () => false,
        () => true,
      ),
    );
    assert.equal(refused, true);
    await context.close();
  });
});
