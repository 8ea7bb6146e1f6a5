// What frames the help topics.

export const helpText = {
  contents: "帮助目录",
  print: "打印帮助",
  lead: "本页的插图就是本工具的界面，内容取自虚构的示例，为说明起见改出了几处错误。",
  deadlines: "时间节点",
  deadlinesNote:
    "以下为通知规定的时间。各市、县（市、区）经信局通常规定更早的截止日期，请以所在地的通知为准，并留出盖章、上传的时间。",
  about: "关于本工具",
  program: "程序",
  edition: "表单",
  editionOf: (title: string, edition: string, version: string) => `${title}，${edition}年版，定义 ${version}`,
  sources: "依据",
  source: (title: string, number?: string, date?: string) =>
    [`《${title}》`, number, date].filter((part) => part).join("，"),
  licence: "许可证",
  licenceName: "Apache-2.0，开放源代码",
} as const;
