// Units of money and shares, and the exact way from one to the other: the decimal point moves, no digit is computed.

export interface AmountUnit {
  /** 元 is 0, 万元 is 4. */
  readonly power: number;
  /** What follows: /人. */
  readonly per: string;
}

const powers: Readonly<Record<string, number>> = {
  元: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  万: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  亿: 8,
};

export function amountUnit(text: string | undefined): AmountUnit | undefined {
  const match = /^(?:人民币)?([百千万十亿]*元?)(?:人民币)?(\/.+)?$/.exec(
    (text ?? "").normalize("NFKC").replace(/\s+/g, ""),
  );
  const power = match?.[1] === undefined ? undefined : powers[match[1]];
  return power === undefined ? undefined : { power, per: match?.[2] ?? "" };
}

/** Of a number with all its separators. */
const longest = 60;

const numberText = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.(\d*))?$/;

interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly decimals: string;
  readonly grouped: boolean;
}

/** A number as office programs show it; (1,200) is negative. Undefined for anything else, a percentage too. */
export function digitsOf(text: string): Digits | undefined {
  if (text.length > longest) return undefined;
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replace(/^[−–]/, "-");
  const inner = /^\((.+)\)$/.exec(plain)?.[1];
  const match = numberText.exec(inner ?? plain);
  if (!match) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  return {
    negative: inner !== undefined || sign === "-",
    whole: whole.replace(/,/g, "").replace(/^0+(?=\d)/, ""),
    decimals,
    grouped: whole.includes(","),
  };
}

/** The number with its point moved: `places` > 0 to the right. Separators stay where there were some; a text that is no
 * number is given back as it is. */
export function shifted(text: string, places: number): string {
  const digits = digitsOf(text);
  if (!digits || places === 0) return text;
  const { negative, grouped } = digits;
  const zeros = "0".repeat(Math.abs(places));
  const all = places > 0 ? digits.whole + digits.decimals + zeros : zeros + digits.whole + digits.decimals;
  const point = places > 0 ? digits.whole.length + places : digits.whole.length;
  const whole = all.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  let decimals = all.slice(point);
  // To the right only the zeros that were added go; to the left those that say nothing.
  decimals = places > 0 ? decimals.slice(0, Math.max(0, digits.decimals.length - places)) : decimals.replace(/0+$/, "");
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${negative && /[1-9]/.test(whole + decimals) ? "-" : ""}${shown}${decimals === "" ? "" : `.${decimals}`}`;
}

/** Below or at one in size, and more than nothing: may be a fraction where a percentage is asked for. */
export function looksLikeFraction(text: string): boolean {
  const digits = digitsOf(text);
  if (!digits) return false;
  const { whole, decimals } = digits;
  if (!/[1-9]/.test(whole + decimals)) return false;
  return whole === "" || whole === "0" || (whole === "1" && !/[1-9]/.test(decimals));
}

/** How many digits stand before the point. */
export function magnitude(text: string): number | undefined {
  const digits = digitsOf(text);
  return digits && (digits.whole === "0" ? 0 : digits.whole.length);
}
