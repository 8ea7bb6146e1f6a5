// The review's parts that need no page: passages cut for showing, what a draft keeps for it, counts, steps, lines for paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { narrativePaths } from "../../tools/lib/whole-core.mjs";

const { passageOf } = await loadTs("web/src/review/passage.ts");
const { keptIn, keptKey } = await loadTs("web/src/review/kept.ts");
const { readChecks, countKinds } = await loadTs("web/src/review/checks.ts");
const { stepFrom } = await loadTs("web/src/review/steps.ts");
const { maskPersonal } = await loadTs("web/src/review/mask.ts");
const { linesOf } = await loadTs("web/src/review/report-lines.ts");
const { figureAt, normalised } = await loadTs("web/src/review/figure-at.ts");

const found = (key, more = {}) => ({
  key,
  rule: key.split("@")[0],
  severity: "warning",
  message: key,
  at: [],
  ...more,
});
const around = (text, marked) => {
  const from = text.indexOf(marked);
  return passageOf(text, from, from + marked.length);
};

describe("a passage", () => {
  it("is the sentence round what is marked, with the number of its paragraph", () => {
    const text = "第一段。\n公司规模稳定。2024年营业收入12.89亿元，同比增长14.42%。利润也有增长。\n第三段。";
    assert.deepEqual(around(text, "12.89亿元"), {
      before: "2024年营业收入",
      marked: "12.89亿元",
      after: "，同比增长14.42%。",
      paragraph: 2,
    });
  });

  it("of a text in one paragraph has no number, and may begin and end the text", () => {
    const shown = around("荣获第一名", "荣获第一名");
    assert.deepEqual(shown, { before: "", marked: "荣获第一名", after: "", paragraph: undefined });
  });

  it("that ends its sentence is not followed by the next", () => {
    assert.equal(around("甲。乙乙。丙丙。", "乙乙。").after, "");
  });

  it("is cut where a sentence is long, and never within a character", () => {
    const text = `${"𠮷".repeat(100)}3.5%${"𠮷".repeat(100)}`;
    const { before, marked, after } = around(text, "3.5%");
    assert.equal(marked, "3.5%");
    assert.match(before, /^…𠮷{45}$/u);
    assert.match(after, /^𠮷{45}…$/u);
    assert.match(around(`a${text}b`, "3.5%").after, /^𠮷{45}…$/u);
  });
});

describe("what a draft keeps for the review", () => {
  it("is told from what it keeps for the form, and a finding from a check", () => {
    const draft = {
      acknowledged: [
        { rule: "figure.mismatch", field: "overview", reason: "不是", values: [] },
        { rule: "review", field: "figure.mismatch@64fa", reason: "与审计报告一致", values: [] },
        { rule: "review", field: "text.superlative", reason: "", values: [] },
      ],
    };
    const { reasons, off } = keptIn(JSON.stringify(draft));
    assert.deepEqual([...reasons], [["figure.mismatch@64fa", "与审计报告一致"]]);
    assert.deepEqual(off, ["text.superlative"]);
    assert.deepEqual(keptIn("{}").off, []);
    assert.equal(keptKey("figure.mismatch@64fa"), "review@figure.mismatch@64fa");
  });
});

describe("the checks", () => {
  const text = (path) => readFileSync(path, "utf8");
  const { knowledge, wording } = narrativePaths();
  const checks = readChecks(text(knowledge), text(wording));

  it("are counted by kind: what is kept does not count, kinds of one name are one", () => {
    const counts = countKinds(checks, [
      found("figure.mismatch@1"),
      found("figure.growth@2"),
      found("figure.year@3", { acknowledged: "已核对" }),
      found("placeholder@4"),
      found("leftover@5"),
    ]);
    const open = Object.fromEntries(counts.filter(({ open }) => open > 0).map(({ kind, open }) => [kind, open]));
    assert.deepEqual(Object.values(open), [2, 2]);
    assert.equal(new Set(counts.map(({ kind }) => kind)).size, counts.length);
  });
});

describe("steps", () => {
  const list = [found("a"), found("b"), found("c")];
  it("go round both ends, and begin at an end", () => {
    const key = (from, back) => stepFrom(list, from, back)?.key;
    assert.deepEqual([key("a", false), key("c", false), key("a", true)], ["b", "a", "c"]);
    assert.deepEqual([key(undefined, false), key("gone", true)], ["a", "c"]);
    assert.equal(stepFrom([], "a", false), undefined);
  });
});

describe("on paper", () => {
  it("numbers of persons are not repeated in full, whichever way they are written", () => {
    const cases = {
      "联系电话13857612345。": "联系电话138******45。",
      "手机 138 5761 2345": "手机 138******45",
      "138-5761-2345": "138******45",
      "１３８５７６１２３４５": "１３８******４５",
      "证号33102119800101123X，": "证号331*************3X，",
      证号331021198001011234: "证号331*************34",
      "营业收入128936.42万元，2023年、2024年": "营业收入128936.42万元，2023年、2024年",
      资产1523186000元: "资产1523186000元",
    };
    for (const [written, shown] of Object.entries(cases)) assert.equal(maskPersonal(written), shown);
  });

  it("what is open stands before what is kept; each place is named once", () => {
    const at = [
      { at: "/values/overview", from: 1, to: 2 },
      { at: "/values/overview", from: 5, to: 6 },
    ];
    const lines = linesOf([
      found("a", { acknowledged: "问过13857612345" }),
      found("b", { at, message: "“13857612345”像是手机号码" }),
    ]);
    assert.deepEqual(lines, [
      { at: ["/values/overview"], message: "“138******45”像是手机号码" },
      { at: [], message: "a", kept: "问过138******45" },
    ]);
  });
});

describe("a figure as it is reckoned", () => {
  const figures = [{ at: "/values/overview", from: 3, to: 10, value: "128900", unit: "万元" }];
  it("is told where it is written otherwise", () => {
    const figure = figureAt(figures, { at: "/values/overview", from: 3, to: 10 });
    assert.equal(normalised(figure, "12.89亿元"), "128900万元");
    assert.equal(normalised(figure, "128,900万元"), undefined);
    assert.equal(figureAt(figures, { at: "/values/overview" }), undefined);
  });
});
