// Sentences of the paste preview.
import type { Reason } from "./align";

const amountName: Readonly<Record<number, string>> = { 0: "元", 3: "千元", 4: "万元", 6: "百万元", 8: "亿元" };

export const text = {
  title: (table: string) => `粘贴到${table}`,
  loading: "粘贴预览",
  size: (rows: number, columns: number) => `剪贴板：${rows} 行 × ${columns} 列`,
  sums: (fresh: number, changed: number, same: number, rows: number) =>
    [`填入 ${fresh} 格`, `改写 ${changed} 格`, same > 0 ? `不变 ${same} 格` : "", rows > 0 ? `新增 ${rows} 行` : ""]
      .filter((part) => part !== "")
      .join("，"),
  blanksKept: "空白格不会清除已有内容。写入后可以一步撤销。",
  align: "行的对应",
  byName: "按行名",
  byPosition: "按位置，从光标所在的行起",
  byNameHint: "次序不同也能对上，括号、空格、全角半角不影响。",
  columns: "列的对应",
  columnFrom: (label: string) => `${label}取自`,
  columnOption: (n: number, head: string) => (head === "" ? `第 ${n} 列` : `第 ${n} 列：${head}`),
  noColumn: "不写入",
  conversions: "换算",
  conversionsNote: "只移动小数点，不作四舍五入；不选就照原样写入。",
  amountOf: (column: string) => `${column}：金额`,
  amountKeep: "不换算",
  amountSaid: (unit: string) => `按剪贴板所注单位换成${unit}`,
  amountFrom: (from: number, unit: string) => `${amountName[from] ?? ""} → ${unit}`,
  amountName,
  eachColumn: "逐列选择换算",
  suggests: (amounts: number, percents: number) =>
    [
      amounts > 0 ? `${amounts} 列的金额单位看来与本表不同` : "",
      percents > 0 ? `${percents} 列的百分数看来是小数（0.985 即 98.5%）` : "",
    ]
      .filter((part) => part !== "")
      .join("，"),
  takeSuggested: "按建议换算",
  taken: "已按建议换算",
  amountUnits: [0, 3, 6, 8] as const,
  ownUnit: "本表单位",
  percentOf: (column: string, n: number) => `${column}：${n} 个小数换成百分数（0.985 → 98.5）`,
  why: {
    said: (n: number) => `其中 ${n} 格注明的单位与本表不同，建议换算。`,
    huge: "数值很大，可能以元为单位，建议核对。",
    fraction: "都不大于 1，可能是小数形式的百分数，建议核对。",
  },
  preview: "将要写入",
  row: "行",
  added: "新增",
  was: (old: string) => `原为 ${old}`,
  unchanged: "不变",
  source: (r: number, c: number) => `剪贴板第 ${r} 行第 ${c} 列`,
  nothing: "没有一格能写入。请换一种对应方式，或选定别的格子再粘贴。",
  homeless: (n: number) => `${n} 格没有位置，不会写入：`,
  more: (n: number) => `还有 ${n} 格，复制时一并带走。`,
  copyHomeless: "复制这些内容",
  copied: "已复制",
  apply: "写入表格",
  plain: "作为文字粘贴",
  cancel: "取消",
  step: (table: string) => `粘贴到${table}`,
  done: (cells: number, rows: number) => `已写入 ${cells} 格${rows > 0 ? `，新增 ${rows} 行` : ""}，可以撤销。`,
  reason: {
    title: "标题",
    noColumn: "没有对应的列",
    noRow: "没有同名的行",
    twice: "与前面的内容落在同一格",
    blocked: "表中此处不需填写",
    otherName: "行名与表中的不同",
    full: "超出行数上限",
    noOption: "不在可选项之内",
    outside: "表格以外的文字",
  } satisfies Readonly<Record<Reason, string>>,
} as const;
