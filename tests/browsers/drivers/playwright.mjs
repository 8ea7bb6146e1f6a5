// Chromium, new and old, through Playwright: the newest cannot look into pages of Chromium 83, so old ones have an old driver.
import { readFileSync } from "node:fs";
import { downloadFolder } from "./downloads.mjs";
import { markElement, patience, wanted } from "./in-page.mjs";

const isRoot = process.getuid?.() === 0;

// `tellsDownloads`: whether the driver hears of them; from Chromium 83 it does not, so they are looked for in a folder.
export async function openChromium(chromium, executablePath, { tellsDownloads = true } = {}) {
  const args = ["--disable-quic", "--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath, args });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "zh-CN",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults = [];
  const downloads = tellsDownloads ? undefined : downloadFolder();
  if (downloads) {
    const session = await context.newCDPSession(page);
    await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: downloads.folder });
  }
  page.on("pageerror", (error) => faults.push(error.message));
  const find = async (selector, text = null) => {
    const marked = await page.evaluate(
      `(${markElement})(${JSON.stringify(selector)}, ${JSON.stringify(text)}, ${patience})`,
    );
    if (!marked) throw new Error(`no ${selector}${text ? ` that says ${text}` : ""}`);
    return wanted;
  };
  return {
    version: browser.version(),
    faults,
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    see: find,
    click: async (selector, text) =>
      page
        .evaluate(`document.querySelector("${await find(selector, text)}").focus()`)
        .then(() => page.click(wanted, { force: true })),
    focus: async (selector) => page.focus(await find(selector)),
    type: (text) => page.keyboard.type(text),
    insert: (text) => page.keyboard.insertText(text),
    press: (keys) => page.keyboard.press(keys),
    run: (source) => page.evaluate(source),
    async compose(steps, committed) {
      const session = await context.newCDPSession(page);
      for (const text of steps) {
        await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
      await session.send("Input.insertText", { text: committed });
    },
    async choose(act, file) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), act()]);
      await chooser.setFiles(file);
    },
    async download(act) {
      if (downloads) return downloads.after(act);
      const [file] = await Promise.all([page.waitForEvent("download"), act()]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    },
    print: () => page.pdf({ preferCSSPageSize: true }),
    async close() {
      await browser.close();
      downloads?.remove();
    },
  };
}
