// What is said round findings: keeping one, going from one to the next.
import type { Basis, Severity } from "../core/door";

const kindName: Readonly<Record<Severity | "todo", string>> = {
  error: "错误",
  warning: "警告",
  advice: "建议",
  todo: "待填",
};

export const walkText = {
  nothing: "没有待处理的问题，必填项也已填完。",
  at: (kind: Severity | "todo", n: number, of: number, message: string) =>
    `${kindName[kind]}，第 ${n} 处，共 ${of} 处：${message}`,
  row: (n: number) => `第 ${n} 行`,
} as const;

export const keepText = {
  title: "确认保留",
  note: "确认后不再计入问题，理由随草稿保存；内容改动后会重新提示。",
  reason: "理由",
  suggestions: ["与实际情况一致", "与营业执照一致", "与证明材料一致", "已核对，无需修改"],
  pick: "常用理由",
  confirm: "确认保留",
  cancel: "取消",
  missing: "请填写或选择一条理由。",
  kept: "已确认保留，可以撤销。",
} as const;

export const basisName: Readonly<Record<Basis, string>> = {
  notice: "通知",
  form: "申报书",
  standard: "标准",
  practice: "本工具建议",
};

/** What stands beside a finding in full, and in the list of all. */
export const findingText = {
  kept: (reason: string) => `已确认保留：${reason}`,
  keep: "确认保留",
  keepTitle: "确认保留",
  reopen: "取消确认",
  reopened: "已取消确认，重新计入问题。",
  mended: (label: string) => `已更正：${label}。可以撤销。`,
  concerns: "涉及：",
  andMore: (n: number) => `等 ${n} 处`,
  todoTitle: (n: number) => `待填 ${n} 项`,
  nothingFound: "已填写的内容没有发现问题。",
  nothingYet: "填写后，发现的问题会列在这里。",
  notCheckedYet: "只列出已填写过的栏目；要查看全部，请按“检查全部”。",
  reviewCount: (n: number) => `待核对 ${n}`,
  allDone: "必填项已全部填写。",
  basisOf: (basis: string) => `依据：${basis}`,
} as const;

export const spokenText = {
  one: (severity: Severity, message: string) => `${kindName[severity]}：${message}`,
  many: (n: number) => `发现 ${n} 个问题，见检查结果。`,
  mended: "已改正。",
} as const;
