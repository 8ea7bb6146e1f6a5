// The document model: complete, well-formed, and a function of form and draft alone.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { blank, buildApplication, buildLetter, form, sample, textBySource, throughCore } from "./support.mjs";

const { draftDigest } = await loadTs("web/src/document/digest.ts");
const change = (act) => {
  const draft = structuredClone(sample);
  act(draft);
  return draft;
};
const tables = (document) => document.blocks.filter(({ kind }) => kind === "table");

// [pointer, text] of every text in the draft's values, but for ids and keys of rows.
function textsOf(node, at = "/values") {
  if (typeof node === "string") return [[at, node]];
  return Object.entries(node).flatMap(([name, value]) => {
    if (Array.isArray(node) && typeof node[name] === "string") return [[at, value]];
    return name === "id" || name === "key" ? [] : textsOf(value, `${at}/${name}`);
  });
}

describe("the application", () => {
  it("holds every text of the draft, line by line, under its pointer", () => {
    const draft = throughCore(sample);
    const found = textBySource(buildApplication(form, draft));
    const options = new Set(["direction", "industry", "region", "qualityLevel", "governmentAward", "landEfficiency"]);
    for (const [at, text] of textsOf(draft.values)) {
      const field = at.split("/")[2];
      if (options.has(field) || /\/(method|owned|date)$/.test(at)) {
        // The narrative named method is a text; choices stand under their labels.
        if (at !== "/values/method") {
          assert.ok(found.has(at), at);
          continue;
        }
      }
      const lines = text.split("\n").filter((line) => line !== "");
      for (const line of lines) assert.ok(found.get(at)?.includes(line), `${at}: ${line.slice(0, 20)}`);
    }
  });

  it("prints choices by their labels, counties with their city, dates in words", () => {
    const found = textBySource(buildApplication(form, sample));
    assert.deepEqual(found.get("/values/governmentAward"), ["市级"]);
    assert.deepEqual(found.get("/values/region"), ["台州市温岭市"]);
    assert.deepEqual(found.get("/values/date"), ["2025年10月9日"]);
    assert.deepEqual(found.get("/values/management/2/method"), ["第三方调查"]);
  });

  it("has tables whose cells tile them: no hole, no overlap", () => {
    for (const draft of [blank, sample]) {
      for (const { id, rows, widths } of tables(buildApplication(form, draft))) {
        const grid = rows.map(() => new Array(widths.length).fill(0));
        for (const [r, { cells }] of rows.entries()) {
          for (const { column, colSpan, rowSpan } of cells) {
            for (let y = r; y < r + rowSpan; y++) for (let x = column; x < column + colSpan; x++) grid[y][x]++;
          }
        }
        assert.ok(
          grid.flat().every((count) => count === 1),
          `${id}: ${JSON.stringify(grid)}`,
        );
      }
    }
  });

  it("merges what the printed form merges", () => {
    const [main, management, indicators] = tables(buildApplication(form, blank));
    const cellsOf = ({ rows }) => rows.flatMap(({ cells }) => cells);
    const words = ({ paragraphs }) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("");
    const cell = (table, text) => cellsOf(table).find((each) => words(each) === text);
    assert.equal(cell(main, "联系人").rowSpan, 2);
    assert.equal(cell(main, "标准情况").rowSpan, 2);
    assert.equal(cell(management, "市场占有率").rowSpan, 2);
    assert.equal(cell(management, "主导产品").colSpan, 2);
    assert.equal(cellsOf(management).filter(({ role }) => role === "blocked")[0].rowSpan, 2);
    assert.equal(cell(indicators, "万元").rowSpan, 1);
    assert.equal(management.headRows, 2);
  });

  it("puts figures at their lines, and those without a line at the end of their narrative", () => {
    const figure = (id, field) => ({
      id,
      field,
      caption: id,
      type: "image/png",
      width: 800,
      height: 400,
      data: "AA==",
    });
    const draft = change((d) => {
      d.figures = [figure("a", "overview"), figure("b", "results"), figure("c", "results")];
      d.values.overview = "甲\n【图1】\n乙";
      d.values.results = "丙\n 【图2】 \n【图9】";
    });
    const { blocks } = buildApplication(form, draft);
    const text = (block) =>
      block.kind === "figure" ? block.number : (block.runs?.map((run) => run.text ?? "").join("") ?? block.kind);
    const from = (label) => blocks.findIndex((block) => text(block) === label);
    const overview = from("（二）企业概况");
    assert.deepEqual(blocks.slice(overview + 1, overview + 4).map(text), ["甲", 1, "乙"]);
    const results = from("（五）实施成效");
    assert.deepEqual(blocks.slice(results + 1).map(text), ["丙", 2, "【图9】", 3]);
    assert.equal(blocks.find(({ number }) => number === 2).source, "/figures/1");
  });
});

describe("a figure whose picture is not here", () => {
  it("keeps its place and its number, and says so", () => {
    const draft = change((d) => {
      d.figures = [{ id: "a", field: "overview", caption: "厂区", type: "image/png", width: 8, height: 4 }];
      d.values.overview = "甲\n【图1】\n乙";
    });
    const words = buildApplication(form, draft).blocks.map(({ runs }) => runs?.map(({ text }) => text).join(""));
    const at = words.indexOf("甲");
    assert.deepEqual(words.slice(at, at + 3), ["甲", "图1　厂区（图片不在本机）", "乙"]);
  });
});

describe("the letter", () => {
  it("bears the company's name and is no draft", () => {
    const letter = buildLetter(form, sample);
    assert.deepEqual(textBySource(letter).get("/values/company"), [sample.values.company]);
    assert.doesNotMatch(letter.footer.left, /草稿/);
    assert.match(buildApplication(form, sample).footer.left, /草稿/);
  });

  it("is not made for a form without one", () => {
    const { letter, ...rest } = form;
    assert.ok(letter);
    assert.equal(buildLetter(rest, sample), undefined);
  });
});

describe("the digest", () => {
  const digest = draftDigest(sample);
  it("is the same in both documents, and short", () => {
    assert.match(digest, /^[0-9A-F]{4}-[0-9A-F]{4}$/);
    for (const build of [buildApplication, buildLetter]) assert.equal(build(form, sample).info.digest, digest);
  });

  it("does not see row ids, the time of saving, the order of keys, blanks", () => {
    const same = change((d) => {
      d.saved = "2030-01-01T00:00:00Z";
      d.values = Object.fromEntries(Object.entries(d.values).reverse());
      d.values.competitors[0].id = "other";
      d.values.honoursAside = "";
    });
    assert.equal(draftDigest(same), digest);
  });

  it("sees every change of content", () => {
    const changes = [
      (d) => (d.values.title += "。"),
      (d) => d.values.competitors.reverse(),
      (d) => (d.values.competitors[0].share = "22.40%"),
      (d) =>
        (d.figures = [{ id: "f", field: "results", caption: "", type: "image/png", width: 1, height: 1, data: "A" }]),
    ];
    for (const act of changes) assert.notEqual(draftDigest(change(act)), digest, String(act));
  });
});
