// What a first visit costs (see tools/bench/first-load). The form can be used when its first box has taken a click and a key, sent as soon
// as the box is drawn; it is checked when the core has answered that key. The page's own clock counts, from the start of the navigation on:
// a driver's looking for elements would itself be slowed down. In visits of their own nobody does anything: the page is idle when it has
// asked for nothing for three seconds.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../lib/static-server.mjs";
import { root } from "./form.mjs";

const rounds = 5;
const slower = 4;
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const isRoot = process.getuid?.() === 0;
const quiet = 3000;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function visit(browser, url, acts) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  let bytes = 0;
  let last = performance.now();
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    last = performance.now();
  });
  await page.addInitScript(watchPage, { acts });
  let told = () => {};
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "benchTell" });
  session.on("Runtime.bindingCalled", ({ name, payload }) => name === "benchTell" && told(JSON.parse(payload)));
  const drawn = new Promise((resolve) => {
    told = resolve;
  });
  await page.goto(url, { waitUntil: "commit" });
  const { x, y } = await drawn;
  const atOnce = bytes;
  if (acts) await clickAndType(session, x, y);
  while (performance.now() - last < quiet) await new Promise((wake) => setTimeout(wake, 100));
  const found = await page.evaluate(() => globalThis.bench);
  await context.close();
  return { ...found, bytes, atOnce };
}

// In the page: when its first box is drawn (told, with the place of its middle), when it took a key, when the core answered; and its
// longest task.
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
    const box = bench.drawn === undefined && document.querySelector("main .section .box");
    if (box) {
      bench.drawn = performance.now();
      if (acts) box.scrollIntoView({ block: "center" }); // a sign of life already
      const { left, top, width, height } = box.getBoundingClientRect();
      globalThis.benchTell(JSON.stringify({ x: left + width / 2, y: top + height / 2 }));
    }
    if (document.querySelector('.bar [aria-label="撤销"]:not(:disabled)')) bench.checked = performance.now();
    else requestAnimationFrame(look);
  })();
}

async function clickAndType(session, x, y) {
  const mouse = { x, y, button: "left", clickCount: 1 };
  await session.send("Input.dispatchMouseEvent", { type: "mousePressed", ...mouse });
  await session.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...mouse });
  const key = { key: "1", code: "Digit1", text: "1", windowsVirtualKeyCode: 49 };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

const server = await serve(`${root}build/site`);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
const visits = [];
const looks = [];
for (let i = 0; i < rounds; i++) {
  visits.push(await visit(browser, server.url, true));
  looks.push(await visit(browser, server.url, false));
}
await browser.close();
await server.close();

const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
console.log(
  `Chromium ${browser.version()}, 1.6 Mbit/s, processor ÷ ${slower}, ${rounds} first visits; load of this machine ${load}`,
);
if (visits.some(({ usable, checked }) => usable === undefined || checked === undefined))
  throw new Error("a key was not taken");
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const of = (list, name) => median(list.map((one) => one[name]));
console.log(
  `came over the network, heads included: ${kb(of(visits, "atOnce"))} until usable, ${kb(of(looks, "bytes"))} until idle with nobody there (goal 150)`,
);
console.log(
  `first box drawn after ${seconds(of(visits, "drawn"))}, usable after ${seconds(of(visits, "usable"))} (goal 1.5), checked after ${seconds(of(visits, "checked"))}; longest task ${of(looks, "longest").toFixed(0)} ms`,
);
