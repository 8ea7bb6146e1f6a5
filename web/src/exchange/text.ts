// What is said of files that come in, and of the menus about them.

export const incomingText = {
  opened: (name: string) => `已打开“${name}”。`,
  sampleOpened: "已载入示例，内容纯属虚构。",
  openFailed: (name: string) => `无法打开“${name}”`,
  openFailedEnd: "现有草稿没有改动。",
  openNotices: (n: number) => `打开时有 ${n} 处说明：`,
  tooLarge: (most: number) => `文件超过 ${most} MB，不是本工具的草稿。`,
  unreadable: "浏览器读不到这个文件，请确认它没有被移动或占用。",
  sampleFailed: "示例没有载入，请检查网络后再试。",
} as const;

export const menuText = {
  sample: "载入示例",
  wordFile: "Word 文件",
  openHint: "打开草稿文件或本工具导出的 PDF，或导入填好的 Word 申报书",
  wordApplication: "申报书（Word）",
  wordLetter: "承诺书（Word）",
  wordHint: "可以在 Word 或 WPS 中修改，改好后用“打开”导入回来。",
  downloadHint: "草稿文件，可在另一台电脑上打开接着写",
} as const;
