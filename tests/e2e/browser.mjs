// The built page in a real Chromium: one server and one browser a test file, one fresh profile a page.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/lib/static-server.mjs";
import { countLines } from "./coverage.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const samplePath = join(root, "tests/cases/sample/draft.json");
export const sample = JSON.parse(readFileSync(samplePath, "utf8"));
const site = join(root, "build/site");
const isRoot = process.getuid?.() === 0;

// The same engine without windows of its own takes half the time; the matrix in tests/browsers runs the whole browser.
const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? installed,
    args: ["--disable-quic", ...(isRoot ? ["--no-sandbox"] : [])],
  });

// A browser whose profile outlives it.
export const launchKept = (folder) =>
  chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? installed,
    args: ["--disable-quic", ...(isRoot ? ["--no-sandbox"] : [])],
    viewport: { width: 1280, height: 900 },
    locale: "zh-CN",
  });

// Call once at the top of a test file. The functions it gives may be used inside tests.
export function useBrowser() {
  let browser;
  let server;
  before(async () => {
    assert.ok(existsSync(join(site, "index.html")), "build it first: tools/build site");
    server = await serve(site);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  // A page with its own storage. `options` are Playwright's for a context; with `paused` the page's clock stands still
  // until the test moves it, so that "nothing happens within a minute" needs no waiting. `bare`: whatever is at the path is not the form.
  async function openPage({ paused = false, path = "", bare = false, ...options } = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "zh-CN",
      serviceWorkers: "block", // tests/e2e/offline.test.mjs is about them; elsewhere they would only add requests
      ...options,
    });
    const page = await context.newPage();
    await countLines(page, context);
    const faults = [];
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (/^Service Worker registration blocked/.test(message.text())) return;
      if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(server.url)) {
        faults.push(`request to elsewhere: ${request.url()}`);
      }
    });
    if (paused) await page.clock.install({ time: new Date("2025-10-08T09:00:00+08:00") });
    await page.goto(server.url + path);
    if (!bare) await ready(page);
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

// The form stands and can be typed in. What keeps drafts comes with the first sign that somebody is here.
export async function ready(page) {
  await page.locator("main:not([aria-busy]) .section .box").first().waitFor();
  await page.mouse.move(2, 2);
  await page.locator(".app[data-ready]").waitFor();
}

// Which menu of the tool bar holds a command.
const menuOf = {
  新建: "草稿",
  核对文字与表格: "草稿",
  草稿管理: "草稿",
  历史版本: "草稿",
  "打开文件…": "草稿",
  载入示例: "草稿",
  "下载 JSON": "导出",
  "申报书（PDF）": "导出",
  "承诺书（PDF）": "导出",
  "材料包（ZIP）": "导出",
  "打印申报书…": "导出",
  "申报书（Word）": "导出",
  "承诺书（Word）": "导出",
};

// Buttons of the bar that fold into its menu where there is no room.
const onlyWide = new Set(["复制到申报系统", "帮助", "撤销", "重做", "修改历史", "查找", "下一处", "检查全部"]);

// Presses a button, in a menu or not. On a phone all menus are one.
export async function press(page, name) {
  if (menuOf[name]) {
    const bar = page.locator(".bar");
    const wide = bar.getByRole("button", { name: menuOf[name], exact: true });
    await ((await wide.isVisible()) ? wide : bar.getByRole("button", { name: "操作", exact: true })).click();
    await bar.locator(".menu").getByRole("button", { name, exact: true }).click();
    return;
  }
  const direct = page.getByRole("button", { name, exact: true });
  if (onlyWide.has(name) && !(await direct.isVisible())) await press(page, "操作");
  await direct.click();
}

// Opens a file by the button and the chooser, as people do. Answers the question that comes when there is a draft.
export async function openFile(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "打开文件…")]);
  await chooser.setFiles(file);
}

// The draft as it was saved last, or undefined: from its second copy, which needs no waiting.
export async function savedDraft(page) {
  const text = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("formcheck/draft/"));
    return key && localStorage[key].slice(localStorage[key].indexOf("\n") + 1);
  });
  return text && JSON.parse(text);
}

// Acts and waits for the banner that tells it: a new one, for what was told before may still lie there for a while.
export async function told(page, text, act) {
  await page.evaluate((old) => {
    for (const banner of document.querySelectorAll(".banner")) {
      if (banner.textContent.includes(old)) banner.querySelector(".icon-button")?.click();
    }
  }, text);
  const banner = page.locator(".banner", { hasText: text });
  await banner.waitFor({ state: "detached" });
  await act();
  await banner.waitFor();
}

export const loadSample = (page) => told(page, "已载入示例", () => press(page, "载入示例"));

export const newDraft = (page) => told(page, "已新建空白草稿", () => press(page, "新建"));

export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
