// What the menu and the address call the copy assistant; all else it says stands in text.ts and is loaded with it.

export const copyName = "复制到申报系统";
export const copyPrefix = "copy";
