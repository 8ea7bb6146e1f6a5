// The built page in a real Chromium: one server and one browser a test file, one fresh profile a page.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/lib/static-server.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const samplePath = join(root, "tests/cases/sample/draft.json");
export const sample = JSON.parse(readFileSync(samplePath, "utf8"));
const site = join(root, "build/site");
const isRoot = process.getuid?.() === 0;

// Call once at the top of a test file. The functions it gives may be used inside tests.
export function useBrowser() {
  let browser;
  let server;
  before(async () => {
    assert.ok(existsSync(join(site, "index.html")), "build it first: tools/build site");
    server = await serve(site);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--disable-quic", ...(isRoot ? ["--no-sandbox"] : [])],
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  // A page with its own storage. `options` are Playwright's for a context; with `paused` the page's clock stands still
  // until the test moves it, so that "nothing happens within a minute" needs no waiting.
  async function openPage({ paused = false, path = "", ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...options });
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(server.url)) {
        faults.push(`request to elsewhere: ${request.url()}`);
      }
    });
    if (paused) await page.clock.install({ time: new Date("2025-10-08T09:00:00+08:00") });
    await page.goto(server.url + path);
    await ready(page);
    if (paused) await page.clock.pauseAt(new Date("2025-10-08T10:00:00+08:00"));
    return { page, context, faults };
  }

  // Runs `body` with a page and afterwards insists that the page raised no error and asked nothing of anybody else.
  const withPage = (options, body) => async (test) => {
    const { page, context, faults } = await openPage(options);
    try {
      await body(page, context, test);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  };
  return { openPage, withPage };
}

export const ready = (page) => page.locator("main .section .box").first().waitFor();

export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

// Opens a file by the button and the chooser, as people do. Answers the question that comes when there is a draft.
export async function openFile(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "打开")]);
  await chooser.setFiles(file);
}

export async function loadSample(page) {
  await press(page, "载入示例");
  await page.getByText("已载入示例").waitFor();
}

export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
