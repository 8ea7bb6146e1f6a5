// What a first visit costs (see tools/bench/first-load). The form can be used when its first box is there and takes a key; it is checked
// when the core has answered that key. In visits of their own nobody does anything: the page is idle when it has asked for nothing for
// three seconds.
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

async function visit(browser, url, act) {
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
  await page.addInitScript(() => {
    globalThis.longest = 0;
    const see = (list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    };
    new PerformanceObserver(see).observe({ type: "longtask", buffered: true });
  });
  const began = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  const found = act ? await act(page, began, () => bytes) : {};
  while (performance.now() - last < quiet) await new Promise((wake) => setTimeout(wake, 100));
  const longest = await page.evaluate(() => globalThis.longest);
  await context.close();
  return { ...found, bytes, longest };
}

async function type(page, began, bytes) {
  const box = page.locator("main .section .box").first();
  await box.waitFor();
  await box.press("1");
  const [usable, atOnce] = [performance.now() - began, bytes()];
  await page.locator('.bar [aria-label="撤销"]:not(:disabled)').waitFor();
  return { usable, atOnce, checked: performance.now() - began };
}

const server = await serve(`${root}build/site`);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
const visits = [];
const looks = [];
for (let i = 0; i < rounds; i++) {
  visits.push(await visit(browser, server.url, type));
  looks.push(await visit(browser, server.url));
}
await browser.close();
await server.close();

const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
console.log(
  `Chromium ${browser.version()}, 1.6 Mbit/s, processor ÷ ${slower}, ${rounds} first visits; load of this machine ${load}`,
);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const of = (list, name) => median(list.map((one) => one[name]));
console.log(
  `came over the network, heads included: ${kb(of(visits, "atOnce"))} until usable, ${kb(of(looks, "bytes"))} until idle with nobody there (goal 150)`,
);
console.log(
  `usable after ${(of(visits, "usable") / 1000).toFixed(2)} s (goal 1.5), checked after ${(of(visits, "checked") / 1000).toFixed(2)} s; longest task ${of(looks, "longest").toFixed(0)} ms`,
);
