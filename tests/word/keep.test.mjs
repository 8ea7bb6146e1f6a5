// Where a page may end within our Word tables: not between rows that a merged cell binds, nor within a small table.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { sample } from "./documents.mjs";
import { exported, form } from "./kit.mjs";

const blank = {
  format: "formcheck-draft/1",
  form: { id: form.id, edition: form.edition, version: form.version },
  values: {},
};
const filesOf = async (draft) => unzipSync(await exported(draft));

// [caption, [whether each row holds on to the next]] of the tables with a caption.
async function tables(draft) {
  const xml = strFromU8((await filesOf(draft))["word/document.xml"]);
  return [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?(表\d)(?:(?!<w:p>).)*?<\/w:p>(<w:tbl>.*?<\/w:tbl>)/gs)].map(
    ([, caption, table]) => [
      caption,
      [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => /<w:keepNext\/>/.test(row)),
    ],
  );
}

describe("tables of a Word file", () => {
  it("stay on one page while they are small, with their note", async () => {
    const found = Object.fromEntries(await tables(blank));
    assert.deepEqual(Object.keys(found), ["表1", "表2", "表3", "表4", "表5"]);
    assert.ok(found.表1.every((holds) => holds));
    assert.deepEqual(found.表5, [true, true, true, false], "nothing follows that belongs to it");
  });

  it("may be torn when they are large, but not from their head, nor between rows that belong together", async () => {
    const competitors = Array.from({ length: 40 }, (_, n) => ({ id: `r${n}`, product: `产品${n}`, rival: "对手" }));
    const management = sample.values.management.map((row) => ({
      ...row,
      agency: "杭州量真市场调查有限公司".repeat(4),
    }));
    const draft = { ...sample, values: { ...sample.values, competitors, management } };
    const found = Object.fromEntries(await tables(draft));
    assert.equal(found.表5[0], true);
    assert.ok(found.表5.slice(1).every((holds) => !holds));
    // Two rows of head, then pairs of years.
    assert.deepEqual(found.表1.slice(2), [true, false, true, false, true, true]);
  });

  it("have marks that meet set closer, as Word does of itself in Chinese", async () => {
    const settings = strFromU8((await filesOf(blank))["word/settings.xml"]);
    assert.match(settings, /<w:characterSpacingControl w:val="compressPunctuation"\/><w:compat>/);
  });
});
