// A cell's text as a value of its type. Numbers and texts are kept as typed, right or wrong: judging is the core's.
import type { FieldSpec } from "../../core/form-view";
import { isBlank, manyLines, oneLine, trimmed } from "./normal";
import { readOptions } from "./options";
import { type CellReading, emptyCell, found } from "./result";

const chineseDigits = "〇一二三四五六七八九";

/** 二〇二五 → 2025, 二十三 → 23 */
function digitsOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○Ｏ0]/g, "〇");
  if (/十/.test(plain)) {
    const [tens = "", ones = ""] = plain.split("十");
    return (tens === "" ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === "" ? 0 : chineseDigits.indexOf(ones));
  }
  return Number([...plain].map((digit) => chineseDigits.indexOf(digit)).join(""));
}

/** 2025年10月9日, 2025.10.9, 二〇二五年十月九日 → 2025-10-09; undefined for anything else. */
export function isoDate(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const han = "[\\d〇零○一二三四五六七八九十]";
  const found = new RegExp(`^(${han}{4})(?:年|[-./])(${han}{1,3})(?:月|[-./])(${han}{1,3})[日号]?$`).exec(plain);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(digitsOf);
  if (!(year > 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function readDate(raw: string): CellReading {
  const text = trimmed(raw);
  // 年 月 日 with nothing written between.
  if (/^[\s_＿年月日/.-]*$/.test(text)) return { ...emptyCell, raw };
  return found(isoDate(text) ?? oneLine(text), raw);
}

/** Of what stands behind its label on the same line: there even a short line is drawn to be written on. */
export function readBehind(spec: FieldSpec, raw: string): CellReading {
  return spec.type === "longText" ? readValue(spec, raw) : { ...readValue(spec, trimmed(raw)), raw };
}

export function readValue(spec: FieldSpec, raw: string): CellReading {
  if (isBlank(raw)) return { ...emptyCell, raw };
  switch (spec.type) {
    case "choice":
    case "choices": {
      const { state, value } = readOptions(spec, raw);
      return { state, value, raw };
    }
    case "date":
      return readDate(raw);
    case "longText":
      return found(manyLines(raw), raw);
    default:
      return found(oneLine(raw), raw);
  }
}
