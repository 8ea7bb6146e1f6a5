// The edit between two texts.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { spliceBetween } = await loadTs("web/src/core/splice.ts");
const apply = (text, { from, removed, inserted }) => text.slice(0, from) + inserted + text.slice(from + removed);

const cases = [
  ["", "质", { from: 0, removed: 0, inserted: "质" }],
  ["质量", "质量", { from: 2, removed: 0, inserted: "" }],
  ["质杆", "质量标杆", { from: 1, removed: 0, inserted: "量标" }],
  ["aaa", "aaaa", { from: 3, removed: 0, inserted: "a" }],
  ["aaaa", "aa", { from: 2, removed: 2, inserted: "" }],
  ["质量标杆", "质杆", { from: 1, removed: 2, inserted: "" }],
  // 𠮷 is D842 DFB7, 𠮸 is D842 DFB8: they share a half that must not be left behind.
  ["𠮷", "𠮸", { from: 0, removed: 2, inserted: "𠮸" }],
  // 𡎷 is D844 DFB7: shares the other half with 𠮷.
  ["𠮷", "𡎷", { from: 0, removed: 2, inserted: "𡎷" }],
];

describe("the edit between two texts", () => {
  for (const [before, after, expected] of cases) {
    it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
      assert.deepEqual({ ...spliceBetween(before, after) }, expected));
  }

  it("gives the second text when applied to the first, and never half a character", () => {
    let seed = 7;
    const random = (n) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    const letters = ["质", "量", "a", "𠮷", "𠮸", "𡎷", "\n"];
    const word = () => Array.from({ length: random(8) }, () => letters[random(letters.length)]).join("");
    for (let n = 0; n < 5000; n++) {
      const [before, after] = [word(), word()];
      const splice = spliceBetween(before, after);
      assert.equal(apply(before, splice), after);
      assert.equal(splice.inserted, splice.inserted.toWellFormed?.() ?? splice.inserted);
      const removed = before.slice(splice.from, splice.from + splice.removed);
      assert.equal(removed, removed.toWellFormed?.() ?? removed);
    }
  });
});
