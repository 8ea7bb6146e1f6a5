// Numbers as Word writes them before the paragraphs of a list.

const digits = "〇一二三四五六七八九";

export function chinese(n: number): string {
  if (n <= 0 || n >= 10_000) return String(n);
  let out = "";
  let zero = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) {
      zero = zero || out !== "";
      continue;
    }
    if (zero) out += "零";
    zero = false;
    out += digits.charAt(digit) + name;
  }
  return out.replace(/^一十/, "十");
}

function roman(n: number): string {
  let out = "";
  let rest = n;
  for (const [value, mark] of [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const) {
    for (; rest >= value; rest -= value) out += mark;
  }
  return out;
}

/** a … z, aa … zz, aaa … */
function letters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

const circled = (n: number): string => (n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n));

/** `format`: Word's w:numFmt. */
export function numeral(n: number, format: string): string {
  if (n < 1 || n > 3000) return String(n);
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "chineseLegalSimplified":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographTraditional":
      return chinese(n);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(n)].map((digit) => digits.charAt(Number(digit))).join("");
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(n)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return circled(n);
    case "decimalZero":
      return String(n).padStart(2, "0");
    case "upperRoman":
      return roman(n).toUpperCase();
    case "lowerRoman":
      return roman(n);
    case "upperLetter":
      return letters(n).toUpperCase();
    case "lowerLetter":
      return letters(n);
    case "none":
      return "";
    default:
      return String(n);
  }
}
