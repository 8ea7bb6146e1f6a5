// Characters of symbol fonts as the characters they look like. Word writes them as w:sym or as letters in a font called
// Wingdings; only boxes, ticks and bullets matter here.

const wingdings: Readonly<Record<number, string>> = {
  108: "●",
  109: "○",
  110: "■",
  111: "□",
  112: "□",
  113: "□",
  114: "□",
  117: "◆",
  118: "◆",
  120: "☒",
  161: "○",
  164: "◉",
  167: "■",
  168: "□",
  216: "➢",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

const wingdings2: Readonly<Record<number, string>> = {
  79: "✗",
  80: "✓",
  81: "☒",
  82: "☑",
  83: "☒",
  84: "☒",
  150: "•",
  151: "●",
  152: "●",
  153: "○",
  162: "■",
  163: "□",
  164: "□",
  42: "□",
};

const symbol: Readonly<Record<number, string>> = { 183: "•", 168: "◆", 214: "√", 177: "±", 179: "≥", 163: "≤" };

function tableOf(font: string): Readonly<Record<number, string>> | undefined {
  if (/wingdings 2/i.test(font)) return wingdings2;
  if (/wingdings/i.test(font)) return wingdings;
  if (/^symbol$/i.test(font)) return symbol;
  return undefined;
}

/** `code` as w:sym names it, in the private area or not. */
export function symbolText(font: string, code: number): string {
  const table = tableOf(font);
  if (table) return table[code & 0xff] ?? "•";
  if (code >= 0xf000 && code <= 0xf0ff) return wingdings[code & 0xff] ?? "•";
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** A run's text in its font. */
export function textInFont(text: string, font: string): string {
  const table = tableOf(font);
  if (!table && !/[\uf000-\uf0ff]/.test(text)) return text;
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const own = code >= 0xf000 && code <= 0xf0ff;
    if (own || (table && code > 0x20 && code < 0x100)) out += symbolText(font, code);
    else out += char;
  }
  return out;
}
