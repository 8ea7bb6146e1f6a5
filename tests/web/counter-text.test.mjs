// What a counter says beside a limited text.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { counterText, counted } = await loadTs("web/src/form/counter-text.ts");
const most = { count: "words", max: 30 };
const band = { count: "words", about: 600, low: 480, high: 720 };

describe("the counter of a text with a limit", () => {
  const cases = [
    [most, 0, "blank", "还可写 30 字"],
    [most, 29, "fine", "还可写 1 字"],
    [most, 30, "fine", "还可写 0 字"],
    [most, 31, "over", "超出 1 字"],
    [band, 0, "blank", "距建议还差 480 字"],
    [band, 479, "short", "距建议还差 1 字"],
    [band, 480, "fine", "在建议范围内"],
    [band, 720, "fine", "在建议范围内"],
    [band, 721, "long", "超出建议 1 字"],
  ];
  for (const [limit, n, standing, rest] of cases) {
    it(`${n} of ${limit.max ?? `${limit.low}–${limit.high}`}: ${rest}`, () => {
      const says = counterText(n, limit);
      assert.equal(says.standing, standing);
      assert.equal(says.rest, rest);
    });
  }

  it("counts by the scheme that the limit names", () => {
    assert.equal(counted([1, 2, 3, 4, 5], "words"), 1);
    assert.equal(counted([1, 2, 3, 4, 5], "utf16Units"), 4);
    assert.equal(counted([1, 2, 3, 4, 5], "han"), 5);
  });
});
