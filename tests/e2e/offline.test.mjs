// Without a network, and from one version of the page to the next: the service worker of the hosted edition.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, loadSample, press, ready, sample } from "./browser.mjs";
import { countLines } from "./coverage.mjs";
import { readForm } from "./form.mjs";
import { host } from "./host.mjs";

let browser;
let form;
before(async () => {
  form = await readForm();
  browser = await launch();
});
after(() => browser?.close());

const controlled = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
const styleEdition = (page) =>
  page.evaluate(() => document.querySelector('meta[name="edition-of-test"]')?.content ?? "");
const keptFiles = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map((k) => k.url)),
    );
    return lists.flat();
  });

async function visit(hosted) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  await countLines(page, context);
  await page.goto(hosted.url);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return { context, page };
}

describe("the hosted edition", () => {
  it("works with the server stopped, once somebody has begun to write", async () => {
    const hosted = await host();
    const { context, page } = await visit(hosted);
    await page.reload(); // from here on the worker is in charge
    await ready(page);
    await controlled(page);
    await form.box(page, "title").fill("断网之前");
    await page.locator(".save-state", { hasText: "已保存" }).waitFor();
    const rest = hosted.files("rest").map((path) => hosted.url + path);
    await assert.doesNotReject(async () => {
      for (;;) {
        const kept = new Set(await keptFiles(page));
        if (rest.every((url) => kept.has(url))) return;
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
    });
    await hosted.stop();
    await page.reload();
    await ready(page);
    assert.equal(await form.box(page, "title").inputValue(), "断网之前");
    await press(page, "载入示例");
    await page.getByText("已载入示例").waitFor();
    assert.equal(await form.box(page, "title").inputValue(), sample.values.title);
    await press(page, "核对文字与表格");
    await page.getByText("未发现不一致的地方").waitFor();
    await context.close();
    hosted.remove();
  });

  it("can be written in without a network after a visit in which nothing was written", async () => {
    const hosted = await host();
    const { context, page } = await visit(hosted);
    await hosted.stop();
    await page.reload();
    await ready(page);
    await form.box(page, "title").fill("从未联网写过");
    await page.locator(".save-state", { hasText: "已保存" }).waitFor();
    await context.close();
    hosted.remove();
  });

  it("asks for nothing but the files of the form until then", async () => {
    const hosted = await host();
    const { context, page } = await visit(hosted);
    const shell = hosted.files("shell");
    assert.deepEqual((await keptFiles(page)).sort(), shell.map((path) => hosted.url + path).sort());
    await context.close();
    await hosted.stop();
    hosted.remove();
  });

  it("stays with its version until somebody agrees to the next, and loses nothing on the way", async () => {
    const hosted = await host();
    const { context, page } = await visit(hosted);
    await page.reload();
    await ready(page);
    await controlled(page);
    hosted.publishNext();
    await page.reload();
    await ready(page);
    await page.getByText("本页有新版本").waitFor();
    assert.equal(await styleEdition(page), "");
    await form.box(page, "title").fill("写到一半");
    await Promise.all([page.waitForNavigation(), press(page, "保存并更新")]);
    await ready(page);
    assert.equal(await styleEdition(page), "2");
    assert.equal(await form.box(page, "title").inputValue(), "写到一半");
    await context.close();
    await hosted.stop();
    hosted.remove();
  });

  it("loads the example on the first visit", async () => {
    const hosted = await host();
    const { context, page } = await visit(hosted);
    await loadSample(page);
    await context.close();
    await hosted.stop();
    hosted.remove();
  });
});
