// The edit between two texts: what stands between their common beginning and their common end. In UTF-16 code units;
// never cuts a surrogate pair in two, since the halves would reach the core apart.

export interface Splice {
  readonly from: number;
  readonly removed: number;
  readonly inserted: string;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (from > 0 && isHigh(before.charCodeAt(from - 1))) from--;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { from, removed: before.length - tail - from, inserted: after.slice(from, after.length - tail) };
}
