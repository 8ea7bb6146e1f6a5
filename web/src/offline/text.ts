// Sentences about working without a network and about newer versions of the page.

export const text = {
  newVersion: "本页有新版本，已下载好。更新前会先保存草稿；也可以写完再更新。",
  update: "保存并更新",
} as const;
