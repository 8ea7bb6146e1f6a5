// Measures in Chromium what a key costs from the input event to the laid-out page, in our page, in react-jsonschema-form and in
// SurveyJS on an equivalent form: the sample with 200 rivals. At full speed and with the processor slowed down six times; then
// types with real keys and tells tasks above 50 ms. Prints medians, 95th percentiles and ratios. See tools/bench/run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { serve } from "../lib/static-server.mjs";
import { makeFormCore, root } from "./form.mjs";
import { fullDraft, places, rivals } from "./page-places.mjs";
import { schema } from "./peers/ajv.mjs";
import { peerData } from "./peers/data.mjs";
import { flat, model } from "./peers/survey.mjs";

const target = { median: 4, p95: 16, slowed: 50 };
const peersSite = join(root, "build/bench-page");

async function buildPeers(form) {
  await build({
    root: join(root, "tools/bench/page"),
    base: "./",
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { outDir: peersSite, emptyOutDir: true, target: "esnext" },
  });
  const data = peerData(form);
  const blank = data.competitors[0];
  data.competitors = fullDraft().values.competitors.map(({ product, rival, strength }) => ({
    ...blank,
    product,
    rival,
    share: 0.1,
    strength,
  }));
  const { crossField: _, ...plain } = schema(form);
  mkdirSync(peersSite, { recursive: true });
  writeFileSync(
    join(peersSite, "input.json"),
    JSON.stringify({ schema: plain, data, model: model(form), flat: flat(data) }),
  );
}

// In the page: for each real input event, milliseconds from when it arrives until what it set off is laid out: the browser's own change of
// the box, the page's handlers and what they left to microtasks, as all three pages do. What comes after, with the frame's painting, is
// done before the next key; the tasks above 50 ms tell of it.
function watchKeys() {
  globalThis.benchTimes = [];
  let begin = 0;
  addEventListener("input", () => (begin = performance.now()), { capture: true });
  addEventListener("input", async () => {
    for (let n = 0; n < 20; n++) await undefined;
    void document.body.offsetHeight;
    globalThis.benchTimes.push(performance.now() - begin);
  });
}

function caretToEnd() {
  const box = globalThis.benchBox;
  box.focus();
  if (box.type !== "number") box.setSelectionRange(box.value.length, box.value.length);
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

// One character is put in and taken out again, as often as wanted; the first few warm up.
async function keys(page, character, times) {
  await page.evaluate(caretToEnd);
  for (let i = 0; i < times + 4; i++) {
    if (i === 4) await page.evaluate(() => (globalThis.benchTimes.length = 0));
    if (i % 2 === 0) await page.keyboard.insertText(character);
    else await page.keyboard.press("Backspace");
    await page.evaluate(nextFrame);
  }
  const found = await page.evaluate(() => globalThis.benchTimes);
  if (found.length !== times) throw new Error(`${times} keys were typed, ${found.length} came`);
  return found;
}

const statistics = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)] };
};

async function ourPage(browser, url, form) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: "zh-CN",
    serviceWorkers: "block",
  });
  await page.goto(url);
  await page.locator("main:not([aria-busy]) .section .box").first().waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page
      .locator(".bar")
      .getByRole("button", { name: "草稿", exact: true })
      .click()
      .then(() =>
        page
          .locator(".bar .menu")
          .getByRole("button", { name: /^打开文件/ })
          .click(),
      ),
  ]);
  await chooser.setFiles({
    name: "bench.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(fullDraft())),
  });
  await page
    .locator('[data-table="competitors"] tr[data-row]')
    .nth(rivals - 1)
    .waitFor();
  const items = form.sections.flatMap(({ items: list }) => list);
  const all = (list) => list.flatMap((item) => (item.kind === "group" ? all(item.items) : [item]));
  const mark = (place) => {
    if (place.field) return `#c${all(items).find(({ id, kind }) => kind === "field" && id === place.field).slot}`;
    const c = items.find(({ id }) => id === place.table).columns.findIndex(({ id }) => id === place.column);
    return `[data-table="${place.table}"] tr[data-row]:nth-of-type(n) [data-c="${c}"] .box >> nth=${place.row}`;
  };
  return {
    name: "formcheck",
    page,
    find: async (place) => {
      await page.locator(mark(place)).evaluate((element) => {
        globalThis.benchBox = element;
        element.scrollIntoView({ block: "center" });
      });
    },
  };
}

async function peerPage(browser, url, peer, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}?peer=${peer}`);
  await page.locator("#app input").first().waitFor({ timeout: 120_000 });
  return {
    name,
    page,
    find: (place) =>
      page.evaluate((wanted) => {
        globalThis.benchBox = globalThis.boxOf(wanted);
        globalThis.benchBox.scrollIntoView({ block: "center" });
      }, place),
  };
}

async function timesOf({ page, find }, rate, times) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate });
  const list = [];
  for (const [title, place, character] of places) {
    await find(place);
    list.push({ title, ...statistics(await keys(page, character, times)) });
  }
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return list;
}

async function longTasks({ page, find }) {
  await page.evaluate(() => {
    globalThis.benchTasks = [];
    new PerformanceObserver((entries) =>
      globalThis.benchTasks.push(...entries.getEntries().map((e) => e.duration)),
    ).observe({ entryTypes: ["longtask"] });
  });
  for (const [, place] of places) {
    await find(place);
    await page.evaluate(() => globalThis.benchBox.focus());
    await page.keyboard.type("12345678901234567890", { delay: 40 });
  }
  return page.evaluate(() => globalThis.benchTasks);
}

const ms = (value) => value.toFixed(1);
const { form } = await makeFormCore();
await buildPeers(form);
const ours = await serve(join(root, "build/site"));
const theirs = await serve(peersSite);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const contestants = [
    () => ourPage(browser, ours.url, form),
    () => peerPage(browser, theirs.url, "rjsf", "rjsf 6"),
    () => peerPage(browser, theirs.url, "survey", "SurveyJS 3"),
  ];
  const results = [];
  for (const open of contestants) {
    const contestant = await open();
    await contestant.page.evaluate(watchKeys);
    const many = contestant.name === "formcheck";
    const full = await timesOf(contestant, 1, many ? 100 : 12);
    const slowed = await timesOf(contestant, 6, many ? 40 : 3);
    const tasks = await longTasks(contestant);
    results.push({ name: contestant.name, full, slowed, tasks });
    await contestant.page.close();
  }
  console.log(`Input event to laid-out page, milliseconds: median / 95th percentile; ${rivals} rivals\n`);
  for (const [n, [title]] of places.entries()) {
    console.log(title);
    for (const { name, full, slowed } of results) {
      const ratio = full[n].median / results[0].full[n].median;
      console.log(
        `  ${name.padEnd(12)} ${ms(full[n].median).padStart(8)} / ${ms(full[n].p95).padStart(8)}   slowed 6×: ${ms(slowed[n].median).padStart(8)} / ${ms(slowed[n].p95).padStart(8)}   ${ratio.toFixed(1)}×`,
      );
    }
  }
  console.log("\nTasks above 50 ms while 100 keys are typed:");
  for (const { name, tasks } of results)
    console.log(
      `  ${name.padEnd(12)} ${tasks.length}${tasks.length ? `, the longest ${Math.round(Math.max(...tasks))} ms` : ""}`,
    );
  const { full, slowed } = results[0];
  const missed = [
    ...full.filter(({ median, p95 }) => median > target.median || p95 > target.p95),
    ...slowed.filter(({ p95 }) => p95 > target.slowed),
  ];
  console.log(
    missed.length === 0 ? "\nEvery target is met." : `\nAbove target: ${missed.map(({ title }) => title).join(", ")}.`,
  );
} finally {
  await browser.close();
  await Promise.all([ours.close(), theirs.close()]);
}
