// What changed between two texts: the pieces put together give both back, and little is marked where little changed.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { diffTexts } = await loadTs("web/src/drafts/compare/text-diff.ts");
const side = (pieces, other) =>
  pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join("");

describe("the differences of two texts", () => {
  it("are named", () => {
    assert.deepEqual(diffTexts("公司推行精益管理，成效明显。", "公司推行卓越绩效管理，成效明显。"), [
      { kind: "same", text: "公司推行" },
      { kind: "left", text: "精益" },
      { kind: "right", text: "卓越绩效" },
      { kind: "same", text: "管理，成效明显。" },
    ]);
  });

  it("are none between equal texts", () => {
    assert.deepEqual(diffTexts("相同", "相同"), [{ kind: "same", text: "相同" }]);
    assert.deepEqual(diffTexts("", ""), []);
  });

  it("put together give both texts back, whatever they are", () => {
    let state = 3;
    const random = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const letters = [..."质量管控，。\n𠮷a "];
    const textOf = (n) => Array.from({ length: n }, () => letters[random(letters.length)]).join("");
    for (let n = 0; n < 300; n++) {
      const left = textOf(random(60));
      const right =
        n % 2
          ? textOf(random(60))
          : left.slice(0, random(left.length + 1)) + textOf(random(5)) + left.slice(random(left.length + 1));
      const pieces = diffTexts(left, right);
      assert.equal(side(pieces, "right"), left);
      assert.equal(side(pieces, "left"), right);
    }
  });

  it("of long texts with nothing in common are the whole texts", () => {
    const [left, right] = ["甲".repeat(4000), "乙".repeat(4000)];
    assert.deepEqual(diffTexts(left, right), [
      { kind: "left", text: left },
      { kind: "right", text: right },
    ]);
  });

  it("of a long text with one clause added mark only that", () => {
    const clauses = Array.from({ length: 400 }, (_, n) => `第${n}条措施，`);
    const right = [...clauses.slice(0, 200), "新增的一条，", ...clauses.slice(200)].join("");
    const marked = diffTexts(clauses.join(""), right).filter(({ kind }) => kind !== "same");
    assert.deepEqual(marked, [{ kind: "right", text: "新增的一条，" }]);
  });
});
