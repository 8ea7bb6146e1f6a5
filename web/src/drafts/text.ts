// Sentences about keeping drafts that the page needs from the start; what the lists and comparisons say is in list-text.ts.
import type { TroubleKind } from "./database";

export const why: Readonly<Record<TroubleKind, string>> = {
  full: "浏览器存储空间已满",
  denied: "浏览器不允许本页存储",
  newer: "本页版本较旧，浏览器里的草稿库已由新版页面更新",
};

export const text = {
  unnamed: "未命名草稿",
  saved: (time: string) => `已保存 ${time}`,
  savedAt: (time: string) => `已自动保存在本机浏览器，${time}`,
  saving: "保存中…",
  blank: "尚未填写",
  reading: "只读",
  readingHint: "这份草稿正在另一个页面里编辑",
  unsaved: "未保存",
  unsavedShort: { full: "未保存：空间已满", denied: "未保存：存储受限", newer: "未保存：页面较旧" } as const,
  unsavedBecause: (kind: TroubleKind) => `未保存：${why[kind]}`,
  conflict: "未保存：另一个页面改过这份草稿",
  reload: "刷新页面",

  broken: "上次打开的草稿无法读取，已原样保留，没有删除。可以下载后检查。",
  downloadBroken: "下载无法读取的草稿",
  brokenFile: "无法读取的草稿",
  silent: "浏览器的存储没有响应，以前的草稿暂时读不到（没有删除）。可以刷新页面再试。",
} as const;
