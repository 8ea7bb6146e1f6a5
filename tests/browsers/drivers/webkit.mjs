// WebKitGTK's MiniBrowser through WebDriver, in a window of a screen that is not there.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { downloadFolder } from "./downloads.mjs";
import { markElement, patience, wanted } from "./in-page.mjs";

function miniBrowser() {
  const libraries = "/usr/lib";
  for (const triplet of readdirSync(libraries)) {
    for (const version of ["6.0", "4.1", "4.0"]) {
      const path = join(
        libraries,
        triplet,
        version === "6.0" ? "webkitgtk-6.0" : `webkit2gtk-${version}`,
        "MiniBrowser",
      );
      if (existsSync(path)) return path;
    }
  }
  throw new Error("no MiniBrowser: install webkit2gtk-driver");
}

const ended = (program) =>
  new Promise((done) => {
    program.once("exit", done);
    program.kill();
  });

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function screen() {
  const program = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((done, fail) => {
    program.on("error", fail);
    program.stdio[3].once("data", (data) => done(String(data).trim()));
  });
  return { name: `:${number}`, stop: () => ended(program) };
}

// Its caches lie apart: helper processes still write there when the browser is gone.
async function driver(display, home) {
  const caches = mkdtempSync(join(tmpdir(), "formcheck-webkit-"));
  const port = await freePort();
  const program = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_DATA_HOME: caches,
      XDG_CACHE_HOME: caches,
      XDG_CONFIG_HOME: caches,
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // as root in a container there is none to be had; localhost only
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + patience; ; ) {
    const up = await fetch(`${url}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up)
      return {
        url,
        stop: () => ended(program).then(() => rm(caches, { recursive: true, force: true }).catch(() => undefined)),
      };
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer");
    await new Promise((done) => setTimeout(done, 50));
  }
}

const keyNames = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Escape: Key.ESCAPE,
  End: Key.END,
};

export async function openWebKit() {
  const downloads = downloadFolder();
  const display = await screen();
  const service = await driver(display.name, downloads.folder);
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  });
  const browser = await new Builder().usingServer(service.url).withCapabilities(capabilities).build();
  await browser.manage().setTimeouts({ script: patience + 5000 });
  const version = (await browser.getCapabilities()).get("browserVersion");
  const find = async (selector, text = null) => {
    const source = `const done = arguments[arguments.length - 1]; (${markElement})(arguments[0], arguments[1], arguments[2]).then(done)`;
    const marked = await browser.executeAsyncScript(source, selector, text, patience);
    if (!marked) throw new Error(`no ${selector}${text ? ` that says ${text}` : ""}`);
    return browser.findElement(By.css(wanted));
  };
  const active = () => browser.switchTo().activeElement();
  return {
    version,
    faults: [],
    open: (url) => browser.get(url),
    reload: () => browser.navigate().refresh(),
    see: find,
    click: async (selector, text) => (await find(selector, text)).click(),
    focus: async (selector) => {
      await find(selector);
      await browser.executeScript(`document.querySelector("${wanted}").focus()`);
    },
    type: async (text) => (await active()).sendKeys(text),
    insert: async (text) => (await active()).sendKeys(text),
    async press(keys) {
      const parts = keys.split("+").map((key) => keyNames[key] ?? key);
      await (await active()).sendKeys(parts.length > 1 ? Key.chord(...parts) : parts[0]);
    },
    run: (source) => browser.executeScript(`return (${source})`),
    async choose(act, file) {
      await act();
      await (await browser.findElement(By.css('input[type="file"]'))).sendKeys(file);
    },
    download: (act) => downloads.after(act, /^[^.]/),
    async close() {
      await browser.quit().catch(() => undefined);
      await service.stop();
      await display.stop();
      downloads.remove();
    },
  };
}
