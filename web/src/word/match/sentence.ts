// A sentence of the form with blanks, found in what people made of it: 有效专利数共 86 个，其中发明专利 23 个。
import { type SentencePart, sentenceParts } from "../../form/sentence-parts";
import { Squashed, squash, withoutEnd } from "./normal";

export interface Filled {
  /** Field id → what stands in its blank; "" for a blank left open. */
  readonly values: ReadonlyMap<string, string>;
  /** Ranges of the original that are the sentence's own words, and the blanks' contents. */
  readonly words: readonly (readonly [number, number])[];
  readonly blanks: readonly (readonly [number, number])[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Literal text that forgives other punctuation between its words. */
function loosely(literal: string): string {
  return [...literal].map((char) => (/[\p{L}\p{N}]/u.test(char) ? escaped(char) : "[^\\p{L}\\p{N}]?")).join("");
}

/** Whatever was written, as long as the whole sentence stands round it. */
const openBlank = "(.{0,2000}?)";

/** The words just before a blank, back to the last mark: 其中发明专利. */
const lead = (literal: string): string => /[\p{L}\p{N}/]*$/u.exec(literal)?.[0] ?? "";
const follow = (literal: string): string => /^[\p{L}\p{N}]/u.exec(literal)?.[0] ?? "";

const cleaned = (text: string): string => withoutEnd(text.replace(/^[\s_]+/, ""), /[\s_]/);

/** Far above a sentence with all its blanks filled. */
const longest = 8000;

export function fillSentence(sentence: string, original: string): Filled | undefined {
  if (original.length > longest) return undefined;
  const parts = sentenceParts(sentence).map((part) => ("text" in part ? { text: squash(part.text) } : part));
  const squashed = new Squashed(original);
  return wholeSentence(parts, squashed) ?? byBlanks(parts, squashed);
}

/** In how many ways the words of the sentence could be laid over a text; one in which they come again and again is not it,
 * and trying all of them would have no end. */
function ways(parts: readonly SentencePart[], text: string): number {
  return parts.reduce((product, part) => {
    if (!("text" in part) || !/[\p{L}\p{N}]/u.test(part.text)) return product;
    return product * [...text.matchAll(new RegExp(loosely(part.text), "gu"))].length;
  }, 1);
}
const mostWays = 10_000;

function wholeSentence(parts: readonly SentencePart[], squashed: Squashed): Filled | undefined {
  const tries = ways(parts, squashed.text);
  if (tries === 0 || tries > mostWays) return undefined;
  const pattern = parts.map((part) => ("text" in part ? loosely(part.text) : openBlank)).join("");
  // To the end first: what is written in the last blank may hold the word that follows it.
  const match = new RegExp(`${pattern}$`, "u").exec(squashed.text) ?? new RegExp(pattern, "u").exec(squashed.text);
  if (!match) return undefined;
  const values = new Map<string, string>();
  const words: [number, number][] = [];
  const blanks: [number, number][] = [];
  let group = 1;
  let at = match.index;
  // Groups come in order, so each blank is the next place of its text after the words before it.
  for (const [i, part] of parts.entries()) {
    if ("text" in part) {
      const end = at + (new RegExp(`^${loosely(part.text)}`, "u").exec(squashed.text.slice(at))?.[0].length ?? 0);
      words.push([squashed.at(at), i === parts.length - 1 ? squashed.after(end) : squashed.at(end)]);
      at = end;
    } else {
      const text = match[group++] ?? "";
      values.set(part.field, cleaned(squashed.original.slice(squashed.at(at), squashed.at(at + text.length))));
      blanks.push([squashed.at(at), squashed.at(at + text.length)]);
      at += text.length;
    }
  }
  return { values, words, blanks };
}

/** A blank between words of which the first may have been shortened from the front. */
function nearest(head: string, tail: string, text: string): RegExpExecArray | undefined {
  const least = Math.min(head.length, 4);
  for (let length = head.length; length >= least; length--) {
    const words = escaped(head.slice(-length));
    const match = new RegExp(
      `(${words})[:_]{0,60}([^,;。，；${escaped(tail)}]{0,40}?)_{0,60}(${escaped(tail)})`,
      "u",
    ).exec(text);
    if (match) return match;
  }
  return undefined;
}

/** The sentence was rewritten: each blank by the words beside it. */
function byBlanks(parts: readonly SentencePart[], squashed: Squashed): Filled | undefined {
  const values = new Map<string, string>();
  const words: [number, number][] = [];
  const blanks: [number, number][] = [];
  let from = 0;
  for (const [i, part] of parts.entries()) {
    if ("text" in part) continue;
    const before = parts[i - 1];
    const after = parts[i + 1];
    const head = before && "text" in before ? lead(before.text) : "";
    const tail = after && "text" in after ? follow(after.text) : "";
    if (head === "" || tail === "") continue;
    const match = nearest(head, tail, squashed.text.slice(from));
    if (!match) continue;
    const begin = from + match.index;
    const open = begin + match[0].length - (match[2] ?? "").length - (match[3] ?? "").length;
    const text = cleaned(match[2] ?? "");
    const start = squashed.text.indexOf(text, begin + (match[1] ?? "").length);
    const at = text === "" ? open : start;
    values.set(part.field, cleaned(squashed.original.slice(squashed.at(at), squashed.after(at + text.length))));
    words.push([squashed.at(begin), squashed.at(at)]);
    blanks.push([squashed.at(at), squashed.at(at + text.length)]);
    from = begin + match[0].length;
    words.push([squashed.at(at + text.length), squashed.after(from)]);
  }
  return values.size === 0 ? undefined : { values, words, blanks };
}
