// What is said of the steps one can go back to.

export const historyText = {
  title: "修改历史",
  note: "点任何一步，表单就回到那一步刚做完的样子；之后仍可重做。",
  none: "打开本页以来还没有修改。",
  now: "现在",
  undone: "已撤销",
  start: "打开时的内容",
  most: (n: number) => `只列出最近 ${n} 步。`,
  undoneStep: (label: string) => `已撤销：${label}`,
  redoneStep: (label: string) => `已重做：${label}`,
} as const;
