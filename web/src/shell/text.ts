// What is said beside the page by what comes with the first sign of life.

export const companionText = {
  dropHere: "松开鼠标，打开草稿或 Word 文件",
  viewLoading: (title: string) => `正在载入“${title}”`,
  backToForm: "返回表单",
} as const;
