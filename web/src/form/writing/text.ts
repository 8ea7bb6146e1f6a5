// What is said where one narrative has the page to itself.

export const writingText = {
  hint: "边写边保存，与表单中的同一栏同步。按 Esc 返回表单。",
} as const;
