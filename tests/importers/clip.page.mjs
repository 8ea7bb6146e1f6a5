// Runs in a browser, since what reads a clip is the browser's own parser: clips damaged by chance, laid over the form's tables.
import { readHtml, withoutStyles } from "../../web/src/clipboard/read-html.ts";
import { readTsv } from "../../web/src/clipboard/read-tsv.ts";
import { plan } from "../../web/src/paste/align.ts";
import { converted, offersOf, Units } from "../../web/src/paste/offers.ts";
import { chance } from "./chance.mjs";
import { changed } from "./markup.mjs";

const attributes = [
  "<td colspan=#>x</td>",
  "<td rowspan=#>x</td>",
  "<tr><td rowspan=# colspan=#>y</td></tr>",
  "<table>",
  "</table>",
  "<table><tr><td>z</td></tr></table>",
  "<style>td{}",
  "<td style='display:none'>",
  "<br>",
  "<template>",
  "<svg><td>",
  "<td x:num=#>####</td>",
];
const tags = ["<td", "<tr", "<table", "<p", "<br", "<style", "<div", "<svg", "<template", "<math", "<select"];
const wrappers = tags.map((tag) => tag.slice(1));

const separators = ["\t", "\n", "\r\n", '"', "\t\t", "\u00a0", "\u2028", "\u0000"];
function damagedText(text, pick, strings) {
  let out = text;
  for (let n = 1 + pick(20); n > 0; n--) {
    const at = pick(out.length + 1);
    const piece = pick.of([...separators, pick.of(strings), pick.of(separators).repeat(pick(400))]);
    out = out.slice(0, at) + piece + out.slice(at + pick(30));
  }
  return out;
}

const most = { cells: 1_500_000 };
/** Reads a clip as the page does and lays it over every table; what came of it, or throws. */
function execute({ html, plain }, targets) {
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const block = (html === undefined ? undefined : readHtml(parse(withoutStyles(html)))) ?? readTsv(plain ?? "");
  if (!block) return "nothing";
  const width = block.rows[0].length;
  if (block.rows.some((row) => row.length !== width)) throw new Error("rows of different lengths");
  if (block.rows.length * width > most.cells) throw new Error(`${block.rows.length} × ${width} cells`);
  for (const target of targets) {
    for (const choice of [{}, { byName: false }]) {
      const result = plan(block, target, choice);
      const places = new Set(result.cells.map(({ row, column }) => `${row} ${column}`));
      if (places.size !== result.cells.length) throw new Error("two texts for one place");
      for (const { cell, row } of result.cells) {
        if (cell.kind !== "open" || !result.rows[row]) throw new Error("a text where none may be");
      }
      const fresh = result.rows.filter(({ index }) => index === undefined).length;
      if (fresh > target.room) throw new Error("more rows than there is room for");
      const units = new Units(block, target, result);
      const offers = offersOf(result, units, target);
      for (const cell of result.cells) {
        const text = converted(cell, units, offers.find(({ column }) => column === cell.column)?.suggested);
        if (typeof text !== "string") throw new Error("not a text");
      }
    }
  }
  return html === undefined ? "text read" : "HTML read";
}

const rows = (count, cells) => `${`<tr>${cells}</tr>`.repeat(count)}`;
/** Clips that broke the importer once, or were made to. */
export const kept = {
  "tables of merged cells": () => ({
    html: `<table><tr><td rowspan=5000 colspan=300>x</td></tr>${rows(4999, "")}</table>`.repeat(12),
  }),
  "styles without an end": () => ({ html: "<style ".repeat(150_000) }),
  "tags without an end": () => ({ html: `<table><tr><td>x</table>${"<a ".repeat(300_000)}` }),
  "lines without a text": () => ({ html: `<table><tr><td>甲${"<br>".repeat(120_000)}乙</td><td>1</td></tr></table>` }),
  "line breaks in a cell": () => ({ plain: `"甲${"\n".repeat(60_000)}a"\t1` }),
  "blanks in a cell": () => ({ plain: `甲${" ".repeat(200_000)}a\t1\n乙\t2` }),
  "one long row above many short ones": () => ({ plain: `${"\t".repeat(30_000)}x${"\n1".repeat(30_000)}` }),
  "brackets in a name": () => ({ plain: `${"（".repeat(150_000)}\t1\n乙\t2` }),
  "a heading of digits": () => ({ plain: `${"1".repeat(200_000)}\t2023年\n乙\t2` }),
  "elements within elements": () => ({ html: `<table><tr><td>${"<b>".repeat(50_000)}x</table>` }),
};

window.runClip = ({ name, seed, clips, strings, targets }) => {
  if (name !== undefined) return { outcome: execute(kept[name](), targets) };
  const pick = chance(seed);
  const base = pick.of(clips);
  if (pick(3) === 0) return { outcome: execute({ plain: damagedText(base.plain, pick, strings) }, targets) };
  const [what, html] = changed(base.html, pick, { strings, wrappers, names: tags, attributes });
  try {
    return { outcome: execute({ html }, targets), what };
  } catch (error) {
    throw new Error(`${what}: ${error.stack}`);
  }
};
