// Marks in the narrowest columns: no line begins with a closing mark and none ends with an opening one, nothing leaves its
// column, nothing is lost.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { fonts, linesOf } from "./pdf.mjs";

const { styleOf } = await loadTs("web/src/document/styles.ts");
const style = "cell";
const { size } = styleOf(style);
const closing = /^[，。、；：？！）】》”’]/;
const opening = /[（【《“‘]$/;

const set = (text, ems) => linesOf({ style, runs: [{ kind: "text", text }] }, fonts, ems * size);
const textOf = ({ pieces }) => pieces.map(({ text }) => text).join("");
const rightOf = ({ pieces }) => Math.max(...pieces.map(({ x, width }) => x + width));

// With the narrowest column, in ems, that can hold what must stay together.
const texts = {
  "甲）。乙": 2,
  "甲。。。乙。。。丙": 2.5,
  "12,057.24）；": 2,
  "《标准》（“国标”）、《要求》。": 3,
  "甲”）。”，乙": 3,
  "（（（甲）））乙丙": 4.5,
  "“‘（甲乙）’”。丙": 3.5,
};

describe("marks in a narrow column", () => {
  for (const [text, least] of Object.entries(texts)) {
    for (const ems of [2, 2.5, 3, 3.5, 4, 4.5, 5].filter((width) => width >= least)) {
      it(`${text} in ${ems} em`, () => {
        const lines = set(text, ems);
        assert.equal(lines.map(textOf).join(""), text);
        for (const [n, line] of lines.entries()) {
          const words = textOf(line);
          if (n > 0) assert.doesNotMatch(words, closing);
          if (n < lines.length - 1) assert.doesNotMatch(words, opening);
          // The blank of a mark at the end may hang over the edge.
          assert.equal(rightOf(line) <= ems * size + 0.01, true, `${words} stays in its column`);
        }
      });
    }
  }

  it("squeezes only where there is no other way", () => {
    for (const line of set("甲乙丙，丁戊。", 4))
      for (const { spacing } of line.pieces) assert.equal(spacing >= 0, true);
    assert.equal(
      set("甲）。乙", 2)[0].pieces.some(({ spacing }) => spacing < 0),
      true,
    );
  });

  it("makes no line of blanks alone before a long word", () => {
    assert.deepEqual(set("  ISO-IEC-80079", 4).map(textOf).join(""), "  ISO-IEC-80079");
    assert.notEqual(textOf(set("  ISO-IEC-80079", 4)[0]).trim(), "");
  });

  // Somewhere in a run of marks wider than its column a line must end; then the column is filled, and no more is spoilt than must be.
  for (const run of ["。", "）。」》", "”）；", "！？", "（“", "（。"]) {
    it(`keeps what no column could hold: ${run}`, () => {
      for (const ems of [1, 2, 3.5, 8]) {
        const text = `甲乙丙丁${run.repeat(40)}戊己`;
        const lines = set(text, ems);
        assert.equal(lines.map(textOf).join(""), text);
        for (const line of lines) assert.ok(rightOf(line) <= Math.max(1, ems) * size + 0.01, textOf(line));
        assert.ok(lines.length <= Math.ceil([...text].length / Math.max(1, Math.floor(ems / 2))), `${lines.length}`);
      }
    });
  }
});

describe("a line of text", () => {
  const widthOf = (text) => rightOf(set(text, 40)[0]) / size;

  it("keeps one blank half where marks meet, and both beside words", () => {
    for (const [text, ems] of Object.entries({
      "甲”；乙": 3.5,
      "甲、“乙": 3.5,
      "甲（“乙": 3.5,
      "甲”）。乙": 4,
      "甲”乙“丙": 5,
      "甲！”乙": 4,
      "甲…”乙": 4,
    })) {
      assert.ok(Math.abs(widthOf(text) - ems) < 0.01, `${text} ${widthOf(text)}`);
    }
  });

  it("keeps room to write in whole", () => {
    const runs = [
      { kind: "text", text: "其中国际" },
      { kind: "text", text: "　　", look: "fill" },
      { kind: "text", text: "个" },
    ];
    const lines = linesOf({ style, runs }, fonts, 5 * size);
    assert.deepEqual(lines.map(textOf), ["其中国际", "　　个"]);
  });

  it("is spread between characters, not within words and numbers", () => {
    const text = "吸收质量功能展开QFD、FMEA与SPC的长处，2024年投入12,057.24万元，关键工序能力指数不低于1.67。";
    const lines = linesOf({ style: "body", runs: [{ kind: "text", text }] }, fonts, 216);
    const spread = lines.flatMap(({ pieces }) => pieces.filter(({ spacing }) => spacing > 0));
    assert.ok(spread.length > 2);
    for (const { text: words } of spread) assert.doesNotMatch(words, /[A-Z0-9,.][A-Z0-9,.]/);
  });
});
