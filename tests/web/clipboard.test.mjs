// What is put on the clipboard: HTML that office programs read as it is meant, and tab-separated text.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { excelFormat, htmlTable, spread, tsv } = await loadTs("web/src/clipboard/grid.ts");
const plain = (rows) => rows.map((row) => row.map((text) => ({ text })));

describe("a block as tab-separated text", () => {
  it("quotes what would break it, as Excel does, and nothing else", () => {
    const grid = plain([
      ["甲", "第一行\n第二行", "a\tb"],
      ['"引"', '内"引"', ""],
    ]);
    assert.equal(tsv(grid), '甲\t"第一行\n第二行"\t"a\tb"\n"""引"""\t内"引"\t');
  });

  it("keeps every cell in its column when cells are merged", () => {
    const grid = [
      [
        { text: "项目", rows: 2 },
        { text: "产品A", columns: 2 },
      ],
      [{ text: "国内" }, { text: "国际" }],
      [{ text: "占有率" }, { text: "1" }, { text: "2" }],
    ];
    assert.deepEqual(spread(grid), [
      ["项目", "产品A", ""],
      ["", "国内", "国际"],
      ["占有率", "1", "2"],
    ]);
  });

  it("is empty of nothing", () => assert.equal(tsv([]), ""));
});

describe("a block as HTML", () => {
  it("escapes text, keeps lines in their cell and blanks in their number", () => {
    const html = htmlTable(plain([['<b>&"\r\n二', "a   b"]]));
    assert.match(html, />&lt;b&gt;&amp;&quot;<br style="mso-data-placement:same-cell">二</);
    assert.match(html, />a&nbsp;&nbsp;&nbsp;b</);
  });

  it("says which cells are headings and what they cover", () => {
    const html = htmlTable([[{ text: "a", header: true, columns: 2, rows: 3 }]]);
    assert.match(html, /<th colspan="2" rowspan="3"[^>]*>a<\/th>/);
  });

  for (const [text, format] of [
    ["", undefined],
    ["12", "0"],
    ["12.50", "0\\.00"],
    ["-3.1", "0\\.0"],
    ["1,234,567.8", "\\#\\,\\#\\#0\\.0"],
    ["98.5%", "0\\.0%"],
    ["91330106MA2B", "\\@"],
    ["007", "\\@"],
    ["1234567890123456", "\\@"],
    ["=1+1", "\\@"],
    ["3-4", "\\@"],
    ["1,2", "\\@"],
    ["/", "\\@"],
  ]) {
    it(`shows ${text || "a blank"} in Excel as it is typed: ${format}`, () => assert.equal(excelFormat(text), format));
  }
});
