// Words that paper bears beside those of the form and the draft.
export const paperText = {
  draftMark: "草稿",
  colon: "：",
  digest: (digest: string) => `校验码 ${digest}`,
  version: (edition: string, version: string) => `表单 ${edition} v${version}`,
  pages: "第 {page} 页　共 {pages} 页",
  number: "序号",
  noPicture: "（图片不在本机）",
  figure: (n: number) => `图${n}`,
};
