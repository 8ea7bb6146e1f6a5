// What a first visit costs (see tools/bench/first-load). The form can be used when its first box has taken a click and a key, sent as soon
// as the box is drawn (in the first view, while the page's script is on its way: the key is still in its box when the page has taken
// over); it is checked when the core has answered that key. The page's own clock counts, from the start of the navigation on,
// in a browser that nobody watches. In visits of their own nobody does anything: the page is idle when it has asked for nothing for three
// seconds.
import { readFileSync } from "node:fs";
import { serve } from "../lib/static-server.mjs";
import { launch } from "./chromium-pipe.mjs";
import { root } from "./form.mjs";
import { slowLine } from "./slow-line.mjs";

const rounds = 5;
const slower = 4;
const line = { delay: 75, down: 1.6e6 / 8, up: 750e3 / 8 };
const quiet = 3000;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const wait = (ms) => new Promise((wake) => setTimeout(wake, ms));

// In the page: when its first box is drawn (with the place of its middle), when it took a key, when the core answered; its longest task.
function watchPage({ acts }) {
  const bench = { longest: 0 };
  globalThis.bench = bench;
  const see = (list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
  };
  new PerformanceObserver(see).observe({ type: "longtask", buffered: true });
  addEventListener("input", () => {
    bench.usable ??= performance.now();
  });
  (function look() {
    const box = bench.drawn === undefined ? document.querySelector("main .section .box") : null;
    if (box?.getClientRects().length > 0) {
      bench.drawn = performance.now();
      if (acts) box.scrollIntoView({ block: "center" }); // a sign of life already
      const { left, top, width, height } = box.getBoundingClientRect();
      globalThis.benchTell(JSON.stringify({ x: left + width / 2, y: top + height / 2 }));
    }
    if (bench.script === undefined && bench.drawn !== undefined && !document.querySelector(".first-view"))
      bench.script = performance.now();
    if (document.querySelector('.bar [aria-label="撤销"]:not(:disabled)')) bench.checked = performance.now();
    else requestAnimationFrame(look);
  })();
}

// In the page: what it found out, and what came over the line, heads included: all, what came before it could be used, and the last.
function told() {
  const came = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const bytes = (list) => list.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const { bench } = globalThis;
  return {
    ...bench,
    held: document.querySelector("main .section .box").value === "1",
    bytes: bytes(came),
    atOnce: bytes(came.filter(({ responseEnd }) => responseEnd < bench.drawn)),
    last: Math.max(...came.map(({ responseEnd }) => responseEnd)),
    now: performance.now(),
  };
}

async function clickAndType(page, x, y) {
  const mouse = { x, y, button: "left", clickCount: 1 };
  await page.send("Input.dispatchMouseEvent", { type: "mousePressed", ...mouse });
  await page.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...mouse });
  const key = { key: "1", code: "Digit1", text: "1", windowsVirtualKeyCode: 49 };
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

async function visit(browser, url, acts) {
  const page = await browser.open();
  await page.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.send("Page.enable"); // scripts before the page's own come with it
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watchPage})(${JSON.stringify({ acts })})` });
  const drawn = new Promise((resolve) => {
    page.hear((method, params) => method === "Runtime.bindingCalled" && resolve(JSON.parse(params.payload)));
  });
  await page.send("Runtime.enable");
  await page.send("Runtime.addBinding", { name: "benchTell" });
  await page.send("Page.navigate", { url });
  const { x, y } = await drawn;
  if (acts) await clickAndType(page, x, y);
  for (;;) {
    await wait(1000);
    const { result } = await page.send("Runtime.evaluate", { expression: `(${told})()`, returnByValue: true });
    const found = result.value;
    if (found.now - found.last < quiet) continue;
    await page.close();
    return found;
  }
}

const server = await serve(`${root}build/site`);
const near = await slowLine(new URL(server.url).port, line);
const browser = launch(process.env.CHROMIUM ?? "/usr/bin/chromium");
const visits = [];
const looks = [];
for (let i = 0; i < rounds; i++) {
  const url = `http://localhost:${near.port}/`;
  visits.push(await visit(browser, url, true));
  looks.push(await visit(browser, url, false));
}
const version = await browser.version();
await browser.close();
near.close();
await server.close();

const missing = visits.some(({ usable, checked, held }) => usable === undefined || checked === undefined || !held);
if (missing) throw new Error(`a key was not taken: ${JSON.stringify(visits)}`);
const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
console.log(`${version}, 1.6 Mbit/s, processor ÷ ${slower}, ${rounds} first visits; load of this machine ${load}`);
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const of = (list, name) => median(list.map((one) => one[name]));
console.log(
  `came over the network, heads included: ${kb(of(visits, "atOnce"))} until drawn, ${kb(of(looks, "bytes"))} until idle with nobody there (goal 150)`,
);
console.log(
  `first box drawn after ${seconds(of(visits, "drawn"))}, usable after ${seconds(of(visits, "usable"))} (goal 1.5), the page's script at work after ${seconds(of(visits, "script"))}, checked after ${seconds(of(visits, "checked"))}; longest task ${of(looks, "longest").toFixed(0)} ms`,
);
