// What is said of the sections that stand behind the form.

export const helpText = {
  letterNote: "承诺书须加盖单位公章后上传，本工具不代为签署。以下内容供核对，企业名称取自所填内容。",
  handChecksNote: "以下各项无法由程序判断，请自行核对后勾选。勾选随草稿保存，也写入下载的草稿和材料包的检查报告。",
  ticked: (label: string) => `勾选“${label}”`,
  unticked: (label: string) => `取消勾选“${label}”`,
} as const;
