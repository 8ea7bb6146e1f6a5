// A finance department's table of indicators, as the tests paste it: twelve names, five values each.
export const head = [
  "项目",
  "单位",
  "2023年",
  "2024年",
  "2024年行业平均水平",
  "2024年行业最佳水平",
  "2024年本企业名次",
];

export const rows = [
  ["资产总额", "万元", "138,462.35", "152,318.60", "86,520", "412,650", "6"],
  ["营业收入", "万元", "112,684.57", "128,936.42", "64,230", "386,540", "5"],
  ["利润总额", "万元", "-57.24", "14,698.75", "5,130", "45,260", "4"],
  ["新产品销售收入", "万元", "52961.75", "66402.26", "25690", "171900", "4"],
  ["研发投入", "万元", "5,634.23", "6,833.63", "2,568.50", "17,390", "4"],
  ["流动资产周转率", "次", "1.52", "1.68", "1.35", "1.95", "3"],
  ["全员劳动生产率", "万元/人", "34.6", "39.8", "26.4", "46.5", "3"],
  ["设备综合效率", "%", "81.6%", "87.3%", "76.0%", "89.5%", "2"],
  ["质量损失率", "%", "0.86", "0.52", "1.15", "0.45", "2"],
  ["产品合格率", "%", "99.12%", "99.68%", "98.20%", "99.68%", "1"],
  ["产品返修率", "%", "0.74", "0.35", "0.95", "0.35", "1"],
  ["万元总产值综合能耗", "吨标准煤/万元", "0.042", "0.036", "0.058", "0.031", "3"],
];

export const values = rows.map((row) => row.slice(2));

// The same in another order: the last first, then every fifth.
export const shuffled = rows.map((_, n) => rows[(11 + n * 5) % 12]);

export const tsvOf = (block) => `${block.map((row) => row.join("\t")).join("\r\n")}\r\n`;

// With everything there is to see: changes, new rows, conversions that are suggested, cells without a place.
export const blockWithAll = [
  ["表2 经济效益统计表"],
  [...head, "备注"],
  ...rows.map(([name, unit, ...values]) =>
    unit === "万元"
      ? [name, "元", ...values.map((text, n) => (n < 4 ? `${text.replace(/\..*/, "")},000` : text)), ""]
      : [name, unit, ...values, ""],
  ),
  ["单位产品碳排放", "千克/台", "0.985", "0.912", "/", "/", "2", "核算边界为全厂"],
];
