// The words of the menu: all of this feature that the first load needs.
export const menuText = {
  application: "申报书（PDF）",
  applicationHint: "附件1，含封面、申报表、表1至表5和典型经验；PDF 内附草稿，可用“打开”读回。",
  letter: "承诺书（PDF）",
  letterHint: "附件2，一页，留有盖章和日期的位置。",
  print: "打印申报书…",
  printHint: "用浏览器的打印功能，按纸面版式打印或另存为 PDF。",
  pack: "材料包（ZIP）",
  packHint: "草稿、两份 PDF、Word、图片、材料清单和检查报告，一次打包。",
};
