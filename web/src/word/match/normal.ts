// When two texts say the same although they are written differently: widths, spaces, brackets, numbering.

const isSpace = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;

/** A text without spaces and in half width, which remembers where each of its characters stood. */
export class Squashed {
  readonly text: string;
  private readonly places: number[] = [];

  constructor(readonly original: string) {
    let text = "";
    let at = 0;
    for (const char of original) {
      const plain = isSpace.test(char) ? "" : char.normalize("NFKC").replace(/\s/g, "");
      for (let i = 0; i < plain.length; i++) this.places.push(at);
      text += plain;
      at += char.length;
    }
    this.text = text;
  }

  /** Where a place of the squashed text stands in the original; its end for what lies beyond. */
  at(place: number): number {
    return this.places[place] ?? this.original.length;
  }

  /** Where the original goes on after a place: spaces between belong to what comes before. */
  after(place: number): number {
    if (place <= 0) return 0;
    const last = this.places[place - 1] ?? this.original.length;
    const code = this.original.codePointAt(last) ?? 0;
    return Math.min(this.original.length, last + (code > 0xffff ? 2 : 1));
  }
}

/** Without spaces, in half width. */
export const squash = (text: string): string =>
  text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, "");

/** Only letters and digits: what labels are compared by. */
export const keyOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

export const withoutBrackets = (text: string): string => text.replace(/[（(【[][^（()）【】[\]]*[）)】\]]/g, "");

const numbering = /^[\s]*(?:第?[（(]?[一二三四五六七八九十百\d]+[）)]?[、.．:：)）章节]?|[①-⑳])[\s]*/;

/** Without 一、 （二） 3. at its beginning. */
export function withoutNumber(text: string): string {
  const rest = text.replace(numbering, "");
  return rest === "" ? text : rest;
}

/** The same label, as people retype it. */
export function sameLabel(a: string, b: string): boolean {
  const [ka, kb] = [keyOf(a), keyOf(b)];
  if (ka === kb) return ka !== "";
  const [ba, bb] = [keyOf(withoutBrackets(a)), keyOf(withoutBrackets(b))];
  if (ba !== "" && ba === bb) return true;
  return Math.min(ka.length, kb.length) >= 6 && likeness(ka, kb) >= 0.8;
}

/** 0 … 1 by the pairs of neighbouring characters that both have. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) shared++;
    pairs.set(pair, left - 1);
  }
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Nothing but spaces and the lines drawn to be written on. */
export const isBlank = (text: string): boolean => /^[\s_＿\u200b\ufeff]*$/.test(text);

/** Without such signs at its end. Not a pattern with $: that begins anew at every sign of a long run in the middle. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Without spaces and drawn lines at both ends. */
export function trimmed(text: string): string {
  return withoutEnd(text.replace(/^[\s_＿\u200b\ufeff]+/, ""), /[\s_＿\u200b\ufeff]/);
}

/** Without spaces at both ends, and without a line drawn to be written on: long, or apart from the words. One or two underscores
 * at a word are its own: __init__. */
export function undrawn(text: string): string {
  const plain = withoutEnd(text.replace(/^[\s\u200b\ufeff]+/, ""), /[\s\u200b\ufeff]/);
  const drawn =
    /^[_＿]+(?=[\s\u200b\ufeff])|^[_＿]{3}/.test(plain) || /[\s\u200b\ufeff][_＿]+$|[_＿]{3}$/.test(plain.slice(-80));
  return drawn ? trimmed(plain) : plain;
}

const hanEdge = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Lines as one: Chinese runs on, words keep a space between. */
export function oneLine(text: string): string {
  return undrawn(text)
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce((all, line) => {
      if (all === "") return line;
      const joins = hanEdge.test(all.slice(-1)) || hanEdge.test(line.charAt(0));
      return all + (joins ? "" : " ") + line;
    }, "");
}

/** Lines without indentation, no blank ones at either end. */
export function manyLines(text: string): string {
  const lines = text.split(/\n/).map((line) => withoutEnd(line.replace(/^[ \u3000\u00a0]+/, ""), /[\s\u3000]/));
  return withoutEnd(lines.join("\n").replace(/^\n+/, ""), /\n/);
}
