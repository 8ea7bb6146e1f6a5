// Clips in Chromium: its parser, the page's modules, nothing of the page. A tab that does not answer is one that never ends.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { launch } from "../e2e/browser.mjs";
import { head, rows, shuffled, tsvOf } from "../e2e/office/block.mjs";
import { excelHtml } from "../e2e/office/excel.mjs";
import { sample } from "../word/documents.mjs";
import { storeOf } from "../word/kit.mjs";

const { targetOf } = await loadTs("web/src/paste/target.ts");
const root = fileURLToPath(new URL("../../", import.meta.url));
const strings = JSON.parse(readFileSync(`${root}tests/cases/hostile/strings.json`, "utf8"));
const libreoffice = readFileSync(`${root}tests/e2e/office/libreoffice.html`, "utf8");

const merged = excelHtml([[{ text: "表2 经济效益统计表", columns: 7 }], head, ...shuffled]);
const clips = [
  { html: excelHtml([head, ...rows]), plain: tsvOf([head, ...rows]) },
  { html: merged, plain: tsvOf(shuffled) },
  { html: libreoffice, plain: tsvOf(rows) },
];

async function script() {
  const { output } = (
    await build({
      root,
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        minify: false,
        lib: { entry: `${root}tests/importers/clip.page.mjs`, formats: ["iife"], name: "clips" },
      },
    })
  )[0];
  return output[0].code;
}

/** Runs `act` with what runs one clip: ({ name } or { seed }) → outcome. */
export async function withClips(act) {
  const store = storeOf(sample);
  const targets = [...store.index.tables.values()].map((entry) =>
    targetOf(store, entry, { row: 0, column: 1 }, (n) => `第 ${n} 行`),
  );
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await script() });
    const kept = await page.evaluate(() => Object.keys(window.clips.kept));
    const run = (which) =>
      page
        .evaluate((given) => window.runClip(given), { ...which, clips, strings, targets })
        .then(({ outcome }) => outcome);
    return await act(run, kept);
  } finally {
    await browser.close();
  }
}
