// What is on the clipboard is read as a block of cells: from HTML as office programs write it, and from tab-separated text.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { readTsv } = await loadTs("web/src/clipboard/read-tsv.ts");
const { readHtml, withoutStyles } = await loadTs("web/src/clipboard/read-html.ts");

const texts = (block) => block?.rows.map((row) => row.map(({ text }) => text));
const html = (body) => readHtml(new DOMParser().parseFromString(`<html><body>${body}</body></html>`, "text/xml"));

describe("tab-separated text", () => {
  for (const [name, source, expected] of [
    [
      "plain",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "line breaks and quotes in quotes",
      '"一\n二"\t"说""好"""\nx\ty',
      [
        ["一\n二", '说"好"'],
        ["x", "y"],
      ],
    ],
    [
      "a quote that is only a quote",
      '"标杆\t"引"号\nb\tc',
      [
        ['"标杆', '"引"号'],
        ["b", "c"],
      ],
    ],
    ["blank cells inside stay, blank ends go", "a\t\tb\t\n\t\t\t\n\n", [["a", "", "b"]]],
    [
      "rows of different lengths",
      "a\nb\tc",
      [
        ["a", ""],
        ["b", "c"],
      ],
    ],
    ["nothing", "\n\t\n", undefined],
  ]) {
    it(name, () => assert.deepEqual(texts(readTsv(source)), expected));
  }
});

describe("HTML", () => {
  for (const [name, source, expected] of [
    [
      "lines by br and by paragraph",
      "<table><tr><td>一<br/>二</td><td><p>三</p><p>四</p></td></tr></table>",
      [["一\n二", "三\n四"]],
    ],
    [
      "merged cells: what is covered knows its text",
      '<table><tr><td rowspan="2">占有率</td><td colspan="2">甲</td></tr><tr><td>1</td><td>2</td></tr></table>',
      [
        ["占有率", "甲", "甲"],
        ["占有率", "1", "2"],
      ],
    ],
    [
      "non-breaking blanks are blanks",
      "<table><tr><td>\u00a0</td><td>\u00a0 1,234.50 </td></tr></table>",
      [["", "1,234.50"]],
    ],
    [
      "folded lines: no blank between Chinese characters",
      "<table><tr><td>资产\n   总额</td><td>Quality\n  Index</td></tr></table>",
      [["资产总额", "Quality Index"]],
    ],
    [
      "nested spans and headings",
      "<table><thead><tr><th><b>项<i>目</i></b></th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>",
      [["项目"], ["x"]],
    ],
    [
      "hidden rows and struck text stay out",
      '<table><tr style="display:none"><td>藏</td></tr><tr><td>留<del>删</del></td></tr></table>',
      [["留"]],
    ],
    [
      "a number that did not fit its cell",
      '<table xmlns:x="urn:x"><tr><td x:num="0.985">####</td></tr></table>',
      [["0.985"]],
    ],
    [
      "a table inside a layout table",
      "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
      [["a", "b"]],
    ],
    [
      "two tables, one below the other",
      "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
      [["a"], ["b"]],
    ],
    ["no table", "<p>文字</p>", undefined],
  ]) {
    it(name, () => assert.deepEqual(texts(html(source)), expected));
  }

  it("keeps what stands beside the table", () => {
    assert.deepEqual(html("<p>表2</p><table><tr><td>a</td></tr></table><p>注：略</p>").outside, ["表2", "注：略"]);
  });

  it("takes styles out of tags and nothing out of the text", () => {
    const source = "<style>td{}</style><td x style='a'>new style = b</td><STYLE type=x><!--y--></STYLE >";
    assert.equal(withoutStyles(source), "<td x data-style='a'>new style = b</td>");
  });
});
