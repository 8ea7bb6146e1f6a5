// Firefox ESR through WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { downloadFolder } from "./downloads.mjs";
import { markElement, patience, wanted } from "./in-page.mjs";

// What an input method of the system would do, told to the browser's own window: its text input processor sends what is
// composed to whatever has the focus, and the page sees real, trusted events. Runs where the browser's own scripts do.
const composing = `async (steps, text) => {
  const input = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window, null)) throw new Error("no input transaction");
  for (const step of steps) {
    input.setPendingCompositionString(step);
    input.appendClauseToPendingComposition(step.length, input.ATTR_RAW_CLAUSE);
    input.setCaretInPendingComposition(step.length);
    input.flushPendingComposition();
  }
  input.commitCompositionWith(text);
}`;

async function compose({ connection }, steps, text) {
  const { result: tree } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const window = tree.contexts.find(({ url }) => url.endsWith("/browser.xhtml"));
  const { result } = await connection.send("script.evaluate", {
    expression: `(${composing})(${JSON.stringify(steps)}, ${JSON.stringify(text)})`,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (result.type !== "success") throw new Error(JSON.stringify(result.exceptionDetails));
}

export async function openFirefox() {
  const downloads = downloadFolder();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    args: ["-remote-allow-system-access"], // for the input method alone
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": downloads.folder,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "browser.helperApps.neverAsk.saveToDisk":
        "application/json,application/pdf,application/zip,application/octet-stream",
      "pdfjs.disabled": true,
      "intl.accept_languages": "zh-CN",
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const find = async (selector, text = null) => {
    const marked = await page.evaluate(
      `(${markElement})(${JSON.stringify(selector)}, ${JSON.stringify(text)}, ${patience})`,
    );
    if (!marked) throw new Error(`no ${selector}${text ? ` that says ${text}` : ""}`);
    return wanted;
  };
  return {
    version: (await browser.version()).replace("firefox/", ""),
    faults,
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    see: find,
    click: async (selector, text) => page.click(await find(selector, text)),
    focus: async (selector) => page.focus(await find(selector)),
    type: (text) => page.keyboard.type(text),
    insert: (text) => page.keyboard.type(text),
    async compose(steps, text) {
      await compose(browser, steps, text);
      await page.evaluate(async (committed) => {
        while (document.activeElement?.value !== committed) await new Promise(requestAnimationFrame);
      }, text);
    },
    async press(keys) {
      const parts = keys.split("+");
      for (const key of parts.slice(0, -1)) await page.keyboard.down(key);
      await page.keyboard.press(parts[parts.length - 1]);
      for (const key of parts.slice(0, -1).reverse()) await page.keyboard.up(key);
    },
    run: (source) => page.evaluate(source),
    async choose(act, file) {
      await act();
      const input = await page.waitForSelector('input[type="file"]');
      await input.uploadFile(file);
    },
    download: (act) => downloads.after(act),
    print: async () => Buffer.from(await page.pdf()),
    async close() {
      await browser.close();
      downloads.remove();
    },
  };
}
