// The checks a document has to pass, whatever draft it was made of.
import assert from "node:assert/strict";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { countCharacters, expectedTexts, missingStrings, visible } from "./expected.mjs";
import { check, fonts, layOut, linesOf, mupdfText, pdfOf, popplerText, withFile } from "./pdf.mjs";
import { buildApplication, form, paragraphsOf } from "./support.mjs";

const { styleOf } = await loadTs("web/src/document/styles.ts");

const wordsOf = (run) => (run.kind === "box" ? (run.checked ? "☑" : "☐") : run.text);

const difference = (actual, expected) => {
  const keys = new Set([...actual.keys(), ...expected.keys()]);
  return [...keys]
    .filter((key) => (actual.get(key) ?? 0) !== (expected.get(key) ?? 0))
    .map((key) => `${key} ${actual.get(key) ?? 0} instead of ${expected.get(key) ?? 0}`);
};

// Every word of the document as it was built: the form's, the draft's, the cover's, the footer's on each page. Heads of tables
// come again on later pages: `repeats` counts the characters of those.
function printed(document, pages) {
  const texts = paragraphsOf(document).map(({ runs }) => runs.map(wordsOf).join(""));
  for (const block of document.blocks) {
    if (block.kind === "cover")
      texts.push(block.mark, block.title, block.issued, ...block.lines.map(({ label }) => `${label}：`));
  }
  const { left, right } = document.footer;
  for (let n = 1; n <= pages; n++) texts.push(left, right.replace("{page}", n).replace("{pages}", pages));
  return texts.map(visible);
}

// What layout drew, as text: the reference for repeated heads only.
const drawn = (pages) =>
  pages.flatMap(({ ops }) => ops.filter(({ kind }) => kind === "text").map(({ text }) => visible(text)));

function insideThePage(document, pages) {
  const { width, height } = document.page;
  for (const [n, { ops }] of pages.entries()) {
    for (const op of ops) {
      const [x1, x2] = op.kind === "line" ? [op.x1, op.x2] : [op.x, op.x + op.width];
      const [y1, y2] =
        op.kind === "line"
          ? [op.y1, op.y2]
          : op.kind === "text"
            ? [op.y - op.size * 0.88, op.y + op.size * 0.12]
            : [op.y, op.y + op.height];
      assert.ok(
        x1 >= 0 && x2 <= width && y1 >= 0 && y2 <= height,
        `page ${n + 1}: ${JSON.stringify(op).slice(0, 200)}`,
      );
    }
  }
}

const closingMarks = "，。、；：？！）】》」』〕”’";
const openingMarks = "（【《「『〔“‘";

// Whether a line may end between two characters, in need.
const mayEnd = (left, right) => !closingMarks.includes(right) && !openingMarks.includes(left) && !/\s/.test(right);

// What stands round a break and nothing may part, as wide as it must be, in ems: a mark's blank side can go, but not that of an
// opening mark before a word.
function unparted(before, line) {
  const characters = [...before, ...line];
  let from = [...before].length - 1;
  let to = from + 2;
  while (from > 0 && !mayEnd(characters[from - 1], characters[from])) from--;
  while (to < characters.length && !mayEnd(characters[to - 1], characters[to])) to++;
  return characters.slice(from, to).reduce((sum, one, n, all) => {
    const next = all[n + 1];
    const yields =
      closingMarks.includes(one) || (next !== undefined && openingMarks.includes(one) && openingMarks.includes(next));
    return sum + (yields ? 0.4 : 1);
  }, 0);
}

// Paragraphs with the widths they are set in: the text's, or their cell's.
function setParagraphs({ blocks, page }) {
  const text = page.width - page.margin.left - page.margin.right;
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [[block, text]];
    if (block.kind !== "table") return [];
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap(({ column, colSpan, paragraphs }) => {
        const width = block.widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0) - 8;
        return paragraphs.map((paragraph) => [paragraph, width]);
      }),
    );
  });
}

// Lines that begin with a closing mark or end with an opening one.
export function badLines(document) {
  return setParagraphs(document).flatMap(([paragraph, width]) => {
    const { size, indent = 0 } = styleOf(paragraph.style);
    // A blank that is underlined is seen: room to write in.
    const seen = ({ text, underline }) => (underline ? text.replace(/\s/g, "＿") : text);
    const lines = linesOf(paragraph, fonts, width).map(({ pieces }) => pieces.map(seen).join(""));
    return lines.filter((line, n) => {
      const before = lines[n - 1]?.trimEnd() ?? "";
      if (before === "" || line.trim() === "") return false;
      const wrong = closingMarks.includes(line.trimStart().slice(0, 1)) || openingMarks.includes(before.slice(-1));
      return wrong && unparted(before, line) * size <= width - indent * size;
    });
  });
}

// Resolves to the number of pages.
export async function checkDraft(draft) {
  const document = buildApplication(form, draft);
  const expected = expectedTexts(form, draft);

  const sourced = paragraphsOf(document).flatMap(({ runs }) =>
    runs.filter(({ source, kind }) => source !== undefined && kind === "text"),
  );
  assert.deepEqual(
    difference(countCharacters(sourced.map(({ text }) => visible(text))), countCharacters(expected)),
    [],
    "in the model",
  );

  const pages = layOut(document, fonts);
  insideThePage(document, pages);
  assert.deepEqual(badLines(document), [], "lines that begin with a closing mark or end with an opening one");
  const onPages = countCharacters(drawn(pages));
  const inDocument = countCharacters(printed(document, pages.length));
  const less = [...inDocument].filter(([character, count]) => (onPages.get(character) ?? 0) < count);
  assert.deepEqual(less, [], "lost in layout");

  const bytes = await pdfOf(document);
  withFile(bytes, (path) => {
    check(path);
    for (const [name, extract] of [
      ["pdftotext", popplerText],
      ["mutool", mupdfText],
    ]) {
      const text = visible(extract(path));
      assert.deepEqual(difference(countCharacters([text]), onPages), [], name);
      assert.deepEqual(missingStrings(text, expected, pages.length), [], name);
    }
  });
  return pages.length;
}
