// What a downloaded draft is called.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { makeStore, slotOf } from "./page.mjs";

const { draftFileName, safeName } = await loadTs("web/src/exchange/file-name.ts");
const day = new Date(2025, 9, 8, 14, 3);

describe("the name of a downloaded draft", () => {
  it("is the title's, else the company's, else the form's", () => {
    const store = makeStore();
    assert.equal(draftFileName(store, day), "浙江省制造业质量标杆申报书-草稿-2025-10-08.json");
    store.type(slotOf(store, "company"), "某某公司");
    assert.equal(draftFileName(store, day), "某某公司-草稿-2025-10-08.json");
    store.type(slotOf(store, "title"), "某某公司实施六西格玛的实践经验");
    assert.equal(draftFileName(store, day), "某某公司实施六西格玛的实践经验-草稿-2025-10-08.json");
  });

  const cases = [
    ['a\\b/c:d*e?f"g<h>i|j', "abcdefghij"],
    ["  两 端\t空白 ", "两 端空白"],
    ["..隐藏..", "隐藏"],
    ["换\n行\u0000零\u200e宽", "换行零宽"],
    ["///", ""],
    ["长".repeat(80), "长".repeat(60)],
    [`${"𠮷".repeat(80)}`, "𠮷".repeat(60)],
  ];
  for (const [name, safe] of cases) {
    it(`${JSON.stringify(name.slice(0, 20))} → ${JSON.stringify(safe.slice(0, 20))}`, () =>
      assert.equal(safeName(name), safe));
  }
});
