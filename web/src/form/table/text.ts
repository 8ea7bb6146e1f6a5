// Sentences about rows and tables that are needed only once somebody works with them.

export const text = {
  below: "在下方添加一行",
  double: "插入本行的副本",
  up: "上移",
  down: "下移",
  remove: "删除本行",
  copyRow: "复制本行到剪贴板",
  keys: {
    below: "Alt+Shift+Enter",
    double: "Alt+Shift+D",
    up: "Alt+Shift+↑",
    down: "Alt+Shift+↓",
    remove: "Alt+Shift+Delete",
  },
  stepDouble: (row: string) => `插入${row}的副本`,
  removed: (row: string) => `已删除${row}，可以撤销。`,
  doubled: (row: string) => `已插入${row}的副本。`,
  movedTo: (row: string, n: number) => `${row}已移到第 ${n} 行。`,
  copied: (table: string, rows: number) => `已复制${table}，${rows} 行，可以粘贴到 Excel、WPS 或 Word。`,
  notCopied: "浏览器没有允许复制，请改用导出。",
  full: (n: number) => `最多 ${n} 行，不能再添加。`,
} as const;
