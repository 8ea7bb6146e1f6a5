// A piece of a text round what is spoken of: whole sentences, cut where they are long.

export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** From 1; texts of one paragraph have none. */
  readonly paragraph: number | undefined;
}

const ends = "。！？!?；;";
/** Characters shown on either side at most. */
const reach = 90;

function lastOf(text: string, marks: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (marks.includes(text.charAt(i))) return i;
  return -1;
}
function firstOf(text: string, marks: string): number {
  for (let i = 0; i < text.length; i++) if (marks.includes(text.charAt(i))) return i;
  return -1;
}
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The beginning of the sentence, or what fits of it. */
function leading(text: string): string {
  const sentence = text.slice(lastOf(text.slice(0, -1), ends) + 1);
  if (sentence.length <= reach) return sentence;
  const from = sentence.length - reach;
  return `…${sentence.slice(isLow(sentence, from) ? from + 1 : from)}`;
}
function trailing(text: string): string {
  const end = firstOf(text, ends);
  const sentence = end < 0 ? text : text.slice(0, end + 1);
  if (sentence.length <= reach) return sentence;
  return `${sentence.slice(0, isLow(sentence, reach) ? reach - 1 : reach)}…`;
}

/** `from` and `to` in UTF-16 code units. */
export function passageOf(text: string, from: number, to: number): Passage {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const newline = text.indexOf("\n", to);
  const end = newline < 0 ? text.length : newline;
  const paragraph = text.includes("\n") ? text.slice(0, from).split("\n").length : undefined;
  // What is marked ends its sentence by itself when it is a sentence.
  const closed = to > from && ends.includes(text.charAt(to - 1));
  return {
    before: from > start ? leading(text.slice(start, from)) : "",
    marked: text.slice(from, to),
    after: closed ? "" : trailing(text.slice(to, end)),
    paragraph,
  };
}
