// The sentences of what an opened or imported file held besides.
export const asideText = {
  note: "打开或导入的文件里有以下内容，本表单没有对应的栏目。它们会原样保留在草稿里，下载时一并写出；不再需要的可以删除。",
  more: "展开全文",
  less: "收起",
  copy: "复制",
  copyAt: (at: string) => `复制“${at}”`,
  drop: "从草稿中删除",
  dropAt: (at: string) => `从草稿中删除“${at}”`,
  dropped: "已从草稿中删除，可以撤销。",
  copied: "已复制。",
  copyFailed: "浏览器没有允许复制，请选中文字后手动复制。",
} as const;
