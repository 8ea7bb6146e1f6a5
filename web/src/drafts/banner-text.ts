// What is said at the top of the page when something is wrong with saving.
import type { TroubleKind } from "./database";
import { why } from "./text";

export const bannerText = {
  failed: (kind: TroubleKind) => `未能保存：${why[kind]}。内容仍在本页，关闭前请下载 JSON 留存。`,
  limited: (kind: TroubleKind) => `${why[kind]}。文字暂存在备用空间里，历史版本和插图没有保存；建议下载 JSON 留存。`,
  picturesUnsaved: (kind: TroubleKind) => `插图未能保存：${why[kind]}。插图仍在本页，关闭前请下载 JSON 留存。`,
  tryAgain: "重试",
  download: "下载 JSON",
  conflictBanner: "另一个页面改过这份草稿，本页已暂停保存，以免互相覆盖。",
  keepBoth: "把本页内容另存为一份",
  takeOther: "改用另一页的内容",
  otherTaken: "已改用另一页的内容，本页原来的内容留在历史版本里。",
  branchName: (name: string) => `${name}（另存）`,
  elsewhere: "这份草稿正在另一个页面里编辑，本页只能查看，内容会随之更新。",
  taken: "这份草稿已转到另一个页面里编辑，本页只能查看。",
  takeOver: "在本页接着编辑",
  tookOver: "已转到本页编辑，另一个页面改为只读。",
  takeOverFailed: "没有读到这份草稿，请刷新页面后再试。",
} as const;
