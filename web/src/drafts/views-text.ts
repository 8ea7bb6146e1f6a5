// What the views about drafts are called, and what is said when one draft takes another's place.

/** For a button, which does not wrap. */
const short = (name: string): string => ([...name].length > 14 ? `${[...name].slice(0, 13).join("")}…` : name);

export const viewsText = {
  manage: "草稿管理",
  manageHint: "查看、改名、复制、删除、对比，全部导出",
  versions: "历史版本",
  versionsHint: "自动留存的版本，可以查看、对比和恢复",
  compareTitle: "对比草稿",
  arrivalTitle: "同一份草稿，内容不同",
  lookTitle: "查看历史版本",
} as const;

export const changeText = {
  leaveTitle: "现在的草稿还没有保存",
  leaveBody: ["打开别的草稿之后，本页现有的内容只留在内存里，关闭页面就会丢失。", "建议先取消，下载 JSON 留存。"],
  leaveConfirm: "不保存，继续",
  thisDraft: "这份草稿",
  missing: "这份草稿已不在本机，可能已在别的页面里删除。",
  backTo: (name: string) => `返回“${short(name)}”`,
  created: "已新建空白草稿。",
  createdBeside: (name: string) => `已新建空白草稿，“${name}”已保存，可在“草稿管理”里打开。`,
  keptBeside: (before: string) => `原来的“${before}”已保存，可在“草稿管理”里打开。`,
  sameAs: (file: string, name: string) => `“${file}”与本机的“${name}”内容相同，已打开它。`,
  keptBoth: (file: string) => `已打开“${file}”，与本机的那一份并存。`,
  backIn: (name: string) => `已返回“${name}”。`,
} as const;
