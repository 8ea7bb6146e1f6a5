// How long exporting takes (see tools/bench/paper).
import { statSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../lib/static-server.mjs";
import { root } from "./form.mjs";

const rounds = 5;
const items = ["申报书（PDF）", "承诺书（PDF）", "申报书（Word）", "材料包（ZIP）"];
const isRoot = process.getuid?.() === 0;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const server = await serve(`${root}build/site`);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const bar = page.locator(".bar");

async function choose(menu, name) {
  await bar.getByRole("button", { name: menu, exact: true }).click();
  await bar.locator(".menu").getByRole("button", { name, exact: true }).click();
}

async function time(name) {
  const began = performance.now();
  const [file] = await Promise.all([page.waitForEvent("download"), choose("导出", name)]);
  const path = await file.path();
  return { ms: performance.now() - began, bytes: statSync(path).size };
}

await page.goto(server.url);
await page.locator("main:not([aria-busy]) .section .box").first().waitFor();
await choose("草稿", "载入示例");
await page.getByText("已载入示例").waitFor();
for (const name of items) {
  const first = await time(name);
  const later = [];
  for (let i = 0; i < rounds; i++) later.push(await time(name));
  const ms = Math.round(median(later.map((each) => each.ms)));
  console.log(`${name}: ${ms} ms (the first ${Math.round(first.ms)} ms), ${Math.round(first.bytes / 1024)} KB`);
}
await browser.close();
await server.close();
