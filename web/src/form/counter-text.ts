// What a counter says: how long a text is, by the limit's own scheme, and how far from the limit.
import type { Counts } from "../core/door";
import type { Limit, Scheme } from "../core/form-view";
import { text } from "../text/zh-cn";

const order: Readonly<Record<Scheme, number>> = {
  words: 0,
  codePoints: 1,
  codePointsNoSpace: 2,
  utf16Units: 3,
  han: 4,
};

export const noCounts: Counts = [0, 0, 0, 0, 0];

export function counted(counts: Counts, scheme: Scheme): number {
  return counts[order[scheme]] ?? 0;
}

export type Standing = "blank" | "fine" | "short" | "over" | "long";

export interface CounterText {
  readonly standing: Standing;
  /** 600 字左右，建议 480–720 */
  readonly limit: string;
  /** 还可写 77 字 */
  readonly rest: string;
}

export function counterText(n: number, limit: Limit): CounterText {
  if (limit.max !== undefined) {
    const rest = limit.max - n;
    const standing: Standing = rest < 0 ? "over" : n === 0 ? "blank" : "fine";
    return { standing, limit: text.atMost(limit.max), rest: rest < 0 ? text.over(-rest) : text.left(rest) };
  }
  const about = limit.about ?? 0;
  const low = limit.low ?? about;
  const high = limit.high ?? about;
  const says = `${text.about(about)}，${text.band(low, high)}`;
  if (n < low) return { standing: n === 0 ? "blank" : "short", limit: says, rest: text.short(low - n) };
  if (n > high) return { standing: "long", limit: says, rest: text.long(n - high) };
  return { standing: "fine", limit: says, rest: text.within };
}
