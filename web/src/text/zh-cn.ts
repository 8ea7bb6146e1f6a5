// Every sentence of the page that does not come from the form definition or the core.
import type { Severity } from "../core/door";
import type { Scheme } from "../core/form-view";

export const severityName: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", advice: "建议" };

export const schemeName: Readonly<Record<Scheme, string>> = {
  words: "字数",
  codePoints: "字符数",
  codePointsNoSpace: "字符数（不计空格）",
  utf16Units: "UTF-16",
  han: "汉字数",
};

export const text = {
  name: "标杆填报助手",
  edition: (title: string, edition: string) => `${title}（${edition}年）`,
  promise: "本工具不是官方申报渠道，不会提交任何内容；所有内容只保存在本机。",
  skip: "跳到正文",
  sections: "目录",
  sectionBefore: "申报条件",
  sectionLetter: "承诺书",
  sectionHandChecks: "自行核对",
  sectionAside: "未能放入表单的内容",

  actions: "操作",
  menuDraft: "草稿",
  menuExport: "导出",
  menuMore: "填报与帮助",
  menuSteps: "撤销与重做",
  viewFailed: (title: string) => `“${title}”没有载入，请检查网络后再试。已填写的内容不受影响。`,
  create: "新建",
  open: "打开文件…",
  download: "下载 JSON",
  undo: "撤销",
  redo: "重做",
  undoOf: (label: string) => `撤销：${label}`,
  redoOf: (label: string) => `重做：${label}`,
  history: "修改历史",
  historyHint: "查看最近的修改，回到其中任何一步",
  find: "查找",
  findHint: "在栏目和内容中查找",
  next: "下一处",
  nextHint: "到下一处错误、警告或待填（F8）；Shift+F8 到上一处",
  checkAll: "检查全部",
  results: "检查结果",
  close: "关闭",
  cancel: "取消",
  understood: "知道了",
  optional: "选填",
  optionalHint: "注明“选填”的可以不填。",

  progress: (filled: number, required: number) => `${filled}/${required}`,
  progressTotal: "必填项已填",
  progressSpoken: (filled: number, required: number) =>
    `必填 ${required} 项，已填 ${filled} 项，待填 ${required - filled} 项`,
  countOf: (severity: Severity, n: number) => `${severityName[severity]} ${n}`,
  todoCount: (n: number) => `待填 ${n}`,

  basis: "依据",
  mirrorOf: (where: string) => `与“${where}”同步，改一处即可。`,
  covers: "应写明",
  writing: "专注写作",
  unknownOption: (value: string) => `（选项之外）${value}`,
  choose: "请选择",
  clearChoice: "清除选择",

  atMost: (n: number) => `${n} 字以内`,
  about: (n: number) => `${n} 字左右`,
  band: (low: number, high: number) => `建议 ${low}–${high}`,
  left: (n: number) => `还可写 ${n} 字`,
  over: (n: number) => `超出 ${n} 字`,
  short: (n: number) => `距建议还差 ${n} 字`,
  long: (n: number) => `超出建议 ${n} 字`,
  within: "在建议范围内",
  spokenCount: (label: string, n: number, rest: string) => `${label}${n}，${rest}`,

  number: "序号",
  rowActions: "行操作",
  addRow: "添加一行",
  rowMenu: (row: string) => `${row}的行操作`,
  copyTable: "复制整表",
  copiedTable: "已复制",
  copyTableHint: "复制到剪贴板，可粘贴到 Excel、WPS 或 Word",
  pasteHint: "可从 Excel、WPS、Word 复制一块单元格，粘贴到任一格，写入前先预览。",
  rowName: (n: number) => `第 ${n} 行`,
  noCell: "不需填写",
  rowLimit: (n: number) => `最多 ${n} 行`,

  sampleName: "示例",
  draftSuffix: "草稿",
  downloaded: (name: string) => `已下载“${name}”。`,

  printNote: "这是填写页面。要按申报书的版式打印，请用“导出”中的“打印申报书”，或按 Ctrl+P。",

  conditionsNote: "通知规定的遴选条件。能由填报内容核对的，本工具会提示；其余请自行确认。",
  conditionWatched: "由填报内容自动核对",
  conditionOwn: "请自行确认",
  conditionBroken: "与填报内容不符",

  welcome: "开始之前",
  welcomeLines: [
    "逐栏填写，字数与数据即时核对；发现的问题列在栏目旁边，不影响保存。",
    "内容只保存在本机浏览器，不向任何地方发送；也可以下载成文件，换一台电脑接着写。",
    "本工具不是官方申报渠道。写好后用“复制到申报系统”逐项填入，在申报系统里提交。",
  ],
  startBlank: "开始填写",
  startOpen: "打开草稿或 Word 文件…",
  startSample: "查看示例",
  howToVerify: "怎样核实内容不外传",
  putAway: "知道了，不再显示",
  help: "帮助",
  deadlines: "时间节点",
  chineseDate: (y: number, m: number, d: number) => `${y}年${m}月${d}日`,

  blank: "尚未填写",
  saving: "保存中…",
  unsaved: "未保存",
  roomless: "保存草稿的部分没有载入，写下的内容还没有保存。请检查网络后重试，或先下载。",
  loadFailed: "页面没有完整载入",
  loadFailedHint: "请检查网络后刷新页面；若仍不能打开，请切换到极速模式或升级浏览器。",
  retry: "刷新页面",
  tryAgain: "再试一次",

  spokenSummary: (error: number, warning: number, advice: number, todo: number) =>
    `错误 ${error} 个，警告 ${warning} 个，建议 ${advice} 条，待填 ${todo} 项。`,
} as const;
