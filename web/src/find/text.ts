// What is said when searching the form.

export const findText = {
  title: "查找",
  label: "在栏目名称和已填内容中查找",
  placeholder: "如：专利、营业收入、某段文字",
  none: "没有找到。可以换一个更短的词。",
  hint: "多个词用空格隔开；方向键选择，回车前往。",
  count: (n: number) => `找到 ${n} 处`,
  more: (shown: number, n: number) => `找到 ${n} 处，先列出前 ${shown} 处`,
  blank: "未填",
  row: (n: number) => `第 ${n} 行`,
} as const;
