// What menus and the address call the review; all else it says stands in text.ts and is loaded with it.

export const reviewName = "核对文字与表格";
export const reviewPrefix = "review";
