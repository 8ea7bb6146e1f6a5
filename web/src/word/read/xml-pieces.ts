// Cuts markup between two tags into pieces that can be parsed one by one: each begins with the open tags it stands in and ends
// by closing what is still open. Only cuts; whether a piece is well-formed says the parser.
import { fail } from "./failure";
import { limits } from "./limits";

export interface XmlPiece {
  readonly text: string;
  /** How many elements were open where it begins, and where it ends. */
  readonly from: number;
  readonly to: number;
}

interface Open {
  readonly name: string;
  readonly tag: string;
}

/** Where the tag ends that begins at `at`: a > in a quoted value is none. Undefined when it never does. */
function tagEnd(text: string, at: number): number | undefined {
  let quote = 0;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i + 1;
  }
  return undefined;
}

/** Comments, CDATA and instructions are passed over as a whole. */
function passedOver(text: string, at: number): number | undefined {
  for (const [begin, end] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const stop = text.indexOf(end, at + begin.length);
    return stop < 0 ? text.length : stop + end.length;
  }
  return undefined;
}

/** Of a tag: quoted values are passed over. */
function attributesIn(tag: string): number {
  let count = 0;
  for (const _ of tag.matchAll(/=\s*(?:"[^"]*"|'[^']*')/g)) count++;
  return count;
}

/** Throws a ReadFailure for tags that do not match, and for what would make any parser slow or large: a tree of millions of
 * nodes, an element with thousands of attributes, elements within elements without end. */
export function* xmlPieces(text: string, size: number): Generator<XmlPiece> {
  const open: Open[] = [];
  let openLength = 0;
  let tags = 0;
  let begun = 0;
  let before = "";
  let from = 0;
  const cut = (end: number): XmlPiece => {
    const after = [...open].reverse().map(({ name }) => `</${name}>`);
    return { text: before + text.slice(begun, end) + after.join(""), from, to: open.length };
  };
  for (let at = text.indexOf("<"); at >= 0; ) {
    // Not where the way in is as long as what comes after it.
    if (at - begun >= size && openLength <= size / 2 && open.length > 0) {
      yield cut(at);
      before = open.map(({ tag }) => tag).join("");
      begun = at;
      from = open.length;
    }
    let end = passedOver(text, at);
    if (end === undefined) {
      end = tagEnd(text, at);
      if (end === undefined) return fail("broken");
      if (++tags > limits.tags) fail("tooMany");
      const tag = text.slice(at, end);
      if (tag.length > 4 * limits.attributes && attributesIn(tag) > limits.attributes) fail("tooMany");
      if (tag.startsWith("</")) {
        const last = open.pop();
        if (last === undefined || last.name !== tag.slice(2, -1).trimEnd()) return fail("broken");
        openLength -= last.tag.length;
      } else if (!tag.endsWith("/>") && !tag.startsWith("<!")) {
        if (open.length >= limits.elements) fail("tooDeep");
        open.push({ name: /^<([^\s/>]*)/.exec(tag)?.[1] ?? "", tag });
        openLength += tag.length;
      }
    }
    at = text.indexOf("<", end);
  }
  if (open.length > 0) fail("broken");
  yield cut(text.length);
}
