// A pasted block: laid out over a table by the names of rows and columns, converted. Cases are data.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { makeStore } from "./page.mjs";

const { readHtml } = await loadTs("web/src/clipboard/read-html.ts");
const { plan } = await loadTs("web/src/paste/align.ts");
const { targetOf } = await loadTs("web/src/paste/target.ts");
const { amountUnit, looksLikeFraction, shifted } = await loadTs("web/src/paste/convert.ts");
const { normalName, partOf, unitIn } = await loadTs("web/src/paste/names.ts");
const { converted, offersOf, Units } = await loadTs("web/src/paste/offers.ts");

const html = (body) => readHtml(new DOMParser().parseFromString(`<html><body>${body}</body></html>`, "text/xml"));
const tableOf = (rows) => ({ rows: rows.map((row) => row.map((text) => ({ text }))), outside: [] });

describe("a number whose point moves", () => {
  for (const [text, places, expected] of [
    ["964000000", -4, "96400"],
    ["964,123,456.78", -4, "96,412.345678"],
    ["12", -4, "0.0012"],
    ["-3,456.5", -4, "-0.34565"],
    ["(1,200)", -3, "-1.2"],
    ["0.1", -4, "0.00001"],
    ["1.2", 4, "12000"],
    ["12345678901234567890.123456789", 4, "123456789012345678901234.56789"],
    ["0.985", 2, "98.5"],
    ["0.9850", 2, "98.50"],
    [".07", 2, "7"],
    ["1", 2, "100"],
    ["0", -4, "0"],
    ["-0", 2, "0"],
    ["１２．５", -1, "1.25"],
    ["98.5%", 2, "98.5%"],
    ["约 3 万", -4, "约 3 万"],
    ["1,23", -1, "1,23"],
    ["1,000", -2, "10"],
    ["1,234.5", 3, "1,234,500"],
  ]) {
    it(`${text} by ${places} is ${expected}`, () => assert.equal(shifted(text, places), expected));
  }

  it("knows fractions and units", () => {
    assert.deepEqual(["0.985", "1", "1.0", "0", "1.2", "-0.5", "", "98%"].map(looksLikeFraction), [
      true,
      true,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    assert.deepEqual(amountUnit("万元/人"), { power: 4, per: "/人" });
    assert.deepEqual(amountUnit("人民币 亿元"), { power: 8, per: "" });
    assert.equal(amountUnit("%"), undefined);
    assert.equal(amountUnit(""), undefined);
  });
});

describe("names", () => {
  it("are the same in spite of width, brackets, blanks and numbering", () => {
    for (const [a, b] of [
      ["资产总额（万元）", "资产 总额(万元)"],
      ["1、营业收入", "营业收入"],
      ["其中：新产品销售收入", "新产品销售收入"],
      ["2024年度", "2024 年"],
      ["Ｒ＆Ｄ投入", "r&d投入"],
    ]) {
      assert.equal(normalName(a), normalName(b), `${a} ${b}`);
    }
    assert.notEqual(normalName("2023年"), normalName("2024年"));
    assert.ok(partOf("企业资产总额", "资产总额"));
    assert.ok(!partOf("2024", "20"));
  });
  it("carry their unit", () => {
    assert.equal(unitIn("营业收入（元）"), "元");
    assert.equal(unitIn("单位：亿元"), "亿元");
    assert.equal(unitIn("营业收入"), undefined);
  });
});

// Where the cells go: { "row name|column id": text }, and what is left over.
function laidOut(table, rows, { at = { row: 0, column: 0 }, ...choice } = {}) {
  const store = makeStore();
  const target = targetOf(store, store.index.tables.get(table), at, (n) => `${n}`);
  const block = Array.isArray(rows) ? tableOf(rows) : rows;
  const result = plan(block, target, choice);
  const ids = target.item.columns.map(({ id }) => id);
  const cells = Object.fromEntries(
    result.cells.map(({ row, column, text }) => {
      const { name, index } = result.rows[row];
      return [`${index === undefined ? "+" : ""}${name}|${ids[column]}`, text];
    }),
  );
  return { cells, homeless: result.homeless.map(({ text, why }) => `${text}: ${why}`), result, block, target };
}

describe("a block in a table whose rows have names", () => {
  it("goes by name, in whatever order, with headings and units", () => {
    const { cells, homeless, result } = laidOut("indicators", [
      ["序号", "指标名称", "单位", "2024年", "2023年度"],
      ["1", "营业收入（万元）", "万元", "200", "100"],
      ["2", "资产 总额", "万元", "20", "10"],
    ]);
    assert.ok(result.byName);
    assert.deepEqual(cells, {
      "营业收入 万元|current": "200",
      "营业收入 万元|previous": "100",
      "资产总额 万元|current": "20",
      "资产总额 万元|previous": "10",
    });
    assert.deepEqual(homeless, []);
  });

  it("without headings fills the columns in their order, or those from the focus on", () => {
    const wide = laidOut("indicators", [
      ["利润总额", "1", "2", "3", "4", "5"],
      ["资产总额", "6", "7", "8", "9", "10"],
    ]);
    assert.equal(wide.cells["资产总额 万元|previous"], "6");
    assert.equal(wide.cells["利润总额 万元|rank"], "5");
    const narrow = laidOut(
      "indicators",
      [
        ["利润总额", "3"],
        ["资产总额", "8"],
      ],
      { at: { row: 0, column: 4 } },
    );
    assert.deepEqual(narrow.cells, { "利润总额 万元|average": "3", "资产总额 万元|average": "8" });
  });

  it("adds rows for new names and says what finds no place", () => {
    const { cells, homeless } = laidOut("indicators", [
      ["项目", "单位", "2023年", "2024年", "备注"],
      ["资产总额", "万元", "1", "2", "审计数"],
      ["客诉率", "‰", "3", "4", ""],
      ["资产总额", "万元", "9", "9", ""],
    ]);
    assert.equal(cells["+客诉率|name"], "客诉率");
    assert.equal(cells["+客诉率|unit"], "‰");
    assert.equal(cells["+客诉率|current"], "4");
    assert.deepEqual(homeless, ["审计数: noColumn", "资产总额: twice", "万元: twice", "9: twice", "9: twice"]);
  });

  it("can go by position instead, and then says which names differ", () => {
    const rows = [
      ["营业收入", "1"],
      ["资产总额", "2"],
    ];
    const { cells, homeless } = laidOut("indicators", rows, { at: { row: 0, column: 2 }, byName: false });
    assert.deepEqual(cells, { "资产总额 万元|previous": "1", "营业收入 万元|previous": "2" });
    assert.deepEqual(homeless, ["营业收入: otherName", "资产总额: otherName"]);
  });

  it("by merged names and years, with groups of columns", () => {
    const block = html(`<table>
      <tr><td rowspan="2">项目</td><td rowspan="2">年度</td><td colspan="2">产品A</td><td colspan="2">产品B</td></tr>
      <tr><td>国内</td><td>国际</td><td>国内</td><td>国际</td></tr>
      <tr><td rowspan="2">顾客满意程度</td><td>2024年</td><td>91</td><td>92</td><td>93</td><td>94</td></tr>
      <tr><td>2023年</td><td>81</td><td>82</td><td>83</td><td>/</td></tr></table>`);
    const { cells, homeless } = laidOut("management", block);
    assert.deepEqual(homeless, []);
    assert.deepEqual(cells, {
      "顾客满意程度 2024年|aDomestic": "91",
      "顾客满意程度 2024年|aInternational": "92",
      "顾客满意程度 2024年|bDomestic": "93",
      "顾客满意程度 2024年|bInternational": "94",
      "顾客满意程度 2023年|aDomestic": "81",
      "顾客满意程度 2023年|aInternational": "82",
      "顾客满意程度 2023年|bDomestic": "83",
      "顾客满意程度 2023年|bInternational": "/",
    });
  });

  it("matches options by their labels; another word finds no place, nor does a cell the form does not have", () => {
    const { cells, homeless } = laidOut("management", [
      ["项目", "年度", "调查方式"],
      ["顾客满意程度", "2023年", "第三方 调查"],
      ["顾客满意程度", "2024年", "电话"],
      ["市场占有率", "2023年", "自评"],
    ]);
    assert.deepEqual(cells, { "顾客满意程度 2023年|method": "thirdParty" });
    assert.deepEqual(homeless, ["电话: noOption", "自评: blocked"]);
  });

  it("in a fixed table a row with another name finds no place", () => {
    const { homeless } = laidOut("innovation", [
      ["项目", "2023年", "2024年"],
      ["品牌知名度、认知度、美誉度、忠诚度、联想度，品牌价值等指标的实现情况", "a", "b"],
      ["其他", "c", ""],
    ]);
    assert.deepEqual(homeless, ["其他: noRow", "c: noRow"]);
  });
});

describe("a block in a table of free rows", () => {
  it("goes in from the cell it was pasted in and adds rows", () => {
    const rows = Array.from({ length: 4 }, (_, n) => [`产品${n}`, `对手${n}`, `${n}%`, `优势\n${n}`]);
    const { cells, homeless, result } = laidOut("competitors", rows, { at: { row: 1, column: 0 } });
    assert.deepEqual(
      result.rows.map(({ index }) => index),
      [1, 2, undefined, undefined],
    );
    assert.equal(cells["2|product"], "产品0");
    assert.equal(cells["2|strength"], "优势\n0");
    assert.deepEqual(homeless, []);
  });

  it("leaves out the numbering, keeps one line where there is one, and names what is beyond the edge", () => {
    const { cells, homeless, result } = laidOut("competitors", [
      ["1", "水\n泵", "某厂", "5", "省电", "多余"],
      ["2", "b", "c", "6", "d", ""],
    ]);
    assert.equal(result.numbering, 0);
    assert.equal(cells["1|product"], "水泵");
    assert.deepEqual(homeless, ["多余: noColumn"]);
  });

  it("stops at the most rows the form allows", () => {
    const rows = Array.from({ length: 205 }, (_, n) => [`产品${n}`, "x"]);
    const { cells, homeless } = laidOut("competitors", rows);
    assert.equal(Object.keys(cells).length >= 6, true);
    assert.equal(homeless.length, 10);
    assert.ok(homeless.every((one) => one.endsWith(": full")));
  });

  it("puts a column where it is told to", () => {
    const { cells } = laidOut("competitors", [["某厂", "水泵"]], { columns: [1, 0, undefined, undefined] });
    assert.deepEqual(cells, { "1|product": "水泵", "1|rival": "某厂" });
  });
});

describe("conversions", () => {
  const offered = (rows, table = "indicators") => {
    const { result, block, target } = laidOut(table, rows);
    const units = new Units(block, target, result);
    return { offers: offersOf(result, units, target), units, result, ids: target.item.columns.map(({ id }) => id) };
  };
  const after = ({ units, result }, choice) => result.cells.map((cell) => converted(cell, units, choice));

  it("are offered by the unit the block names, row by row, and applied only where it differs", () => {
    const all = offered([
      ["项目", "单位", "2024年"],
      ["资产总额", "元", "123,450,000"],
      ["营业收入", "亿元", "9.64"],
      ["利润总额", "万元", "8,000"],
      ["产品合格率", "%", "0.985"],
    ]);
    assert.deepEqual(all.offers[0].suggested, { amount: "said", percent: true });
    assert.equal(all.offers[0].saidOther, 2);
    assert.deepEqual(after(all, undefined), ["123,450,000", "9.64", "8,000", "0.985"]);
    assert.deepEqual(after(all, { amount: "said" }), ["12,345", "96400", "8,000", "0.985"]);
    assert.deepEqual(after(all, { amount: "said", percent: true }), ["12,345", "96400", "8,000", "98.5"]);
  });

  it("leave ranks alone: they are not in the unit of their row", () => {
    const all = offered([
      ["项目", "单位", "2024年", "2024年本企业名次"],
      ["资产总额", "元", "10000", "1"],
      ["产品合格率", "%", "99", "1"],
    ]);
    assert.deepEqual(
      all.offers.map(({ column }) => all.ids[column]),
      ["current"],
    );
  });

  it("read the unit from headings and titles too", () => {
    for (const rows of [
      [
        ["单位：元", ""],
        ["项目", "2024年"],
        ["资产总额", "10000"],
      ],
      [
        ["项目", "2024年（元）"],
        ["资产总额", "10000"],
        ["营业收入", "20000"],
      ],
      [
        ["项目", "2024年"],
        ["资产总额（元）", "10000"],
        ["营业收入（元）", "20000"],
      ],
    ]) {
      const all = offered(rows);
      assert.equal(all.offers[0].suggested.amount, "said", JSON.stringify(rows));
      assert.equal(after(all, { amount: "said" })[0], "1");
    }
  });

  it("are suggested for numbers that look like 元, not for usual ones, nor for percentages above one", () => {
    const huge = offered([
      ["项目", "2024年"],
      ["资产总额", "1234567890"],
      ["营业收入", "964000000"],
    ]);
    assert.deepEqual(huge.offers[0].suggested, { amount: 0 });
    assert.deepEqual(after(huge, { amount: 0 }), ["123456.789", "96400"]);
    const usual = offered([
      ["项目", "2024年"],
      ["资产总额", "123456.78"],
      ["质量损失率", "0.5"],
      ["产品合格率", "98.5"],
    ]);
    assert.deepEqual(usual.offers[0].suggested, {});
  });
});
