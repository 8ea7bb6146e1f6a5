// Damage to markup, by chance, known to the tag: elements lost, doubled, moved, nested; absurd values; texts that mean harm.
// Pure, and without Node: it also runs in the browser, for HTML.

const absurd = [
  "",
  "0",
  "-1",
  "-2147483648",
  "2147483647",
  "99999999999999999999",
  "1e9",
  "NaN",
  "三",
  "0x7fffffff",
  " ",
  "continue",
];

// Tags and texts in turn.
export const tokensOf = (text) => text.split(/(<[^>]*>)/).filter((token) => token !== "");
const isOpen = (token) => /^<[a-z]/i.test(token) && !token.endsWith("/>");
const isTag = (token) => /^<[a-z]/i.test(token);
const nameOf = (token) => /^<\/?([^\s/>]*)/.exec(token)?.[1] ?? "";

/** [from, to) of an element, by chance. */
function element(tokens, pick) {
  for (let tries = 0; tries < 20; tries++) {
    const from = pick(tokens.length);
    if (!isTag(tokens[from])) continue;
    if (!isOpen(tokens[from])) return [from, from + 1];
    const name = nameOf(tokens[from]);
    for (let to = from, open = 0; to < tokens.length; to++) {
      if (nameOf(tokens[to]) !== name) continue;
      if (isOpen(tokens[to])) open++;
      else if (tokens[to].startsWith("</") && --open === 0) return [from, to + 1];
    }
  }
  return [0, 0];
}

const placeIn = (tokens, pick) => 1 + pick(Math.max(1, tokens.length - 1));
const textAt = (tokens, pick) => {
  const all = tokens.flatMap((token, at) => (token.startsWith("<") ? [] : [at]));
  return all.length === 0 ? 0 : pick.of(all);
};

// Each: (tokens, pick, { strings, wrappers, attributes, names }) → tokens
export const changes = {
  lost: (tokens, pick) => {
    const [from, to] = element(tokens, pick);
    return [...tokens.slice(0, from), ...tokens.slice(to)];
  },
  "doubled many times": (tokens, pick) => {
    const [from, to] = element(tokens, pick);
    const piece = tokens.slice(from, to);
    const times = Math.min(1 + pick(200), Math.ceil(20_000 / (piece.length || 1)));
    return [...tokens.slice(0, to), ...Array(times).fill(piece).flat(), ...tokens.slice(to)];
  },
  moved: (tokens, pick) => {
    const [from, to] = element(tokens, pick);
    const rest = [...tokens.slice(0, from), ...tokens.slice(to)];
    const at = placeIn(rest, pick);
    return [...rest.slice(0, at), ...tokens.slice(from, to), ...rest.slice(at)];
  },
  "within itself": (tokens, pick) => {
    const [from, to] = element(tokens, pick);
    const at = from + pick(Math.max(1, to - from));
    return [...tokens.slice(0, at), ...tokens.slice(from, to), ...tokens.slice(at)];
  },
  "wrapped deeply": (tokens, pick, { wrappers }) => {
    const [from, to] = element(tokens, pick);
    const name = pick.of(wrappers);
    const depth = pick.of([2, 50, 100, 300, 3000]);
    const wrap = (tag) => Array(depth).fill(tag);
    return [
      ...tokens.slice(0, from),
      ...wrap(`<${name}>`),
      ...tokens.slice(from, to),
      ...wrap(`</${name}>`),
      ...tokens.slice(to),
    ];
  },
  "a tag lost": (tokens, pick) => {
    const at = pick(tokens.length);
    return tokens.filter((_, n) => n !== at);
  },
  "of another name": (tokens, pick, { names }) => {
    const from = nameOf(tokens[element(tokens, pick)[0]] ?? "");
    const to = pick.of(names);
    return from === "" ? tokens : tokens.map((token) => (nameOf(token) === from ? token.replace(from, to) : token));
  },
  "absurd numbers": (tokens, pick) => {
    const value = pick.of(absurd);
    const share = 1 + pick(6);
    return tokens.map((token) =>
      isTag(token) && pick(share) === 0 ? token.replace(/="-?\d+"/g, () => `="${value}"`) : token,
    );
  },
  "properties put in": (tokens, pick, { attributes }) => {
    const out = [...tokens];
    for (let n = 1 + pick(12); n > 0; n--)
      out.splice(
        placeIn(out, pick),
        0,
        pick.of(attributes).replace("#", () => pick.of(absurd)),
      );
    return out;
  },
  "harmful texts": (tokens, pick, { strings }) => {
    const out = [...tokens];
    for (let n = 1 + pick(12); n > 0; n--) {
      const text = pick.of(strings);
      const plain = pick(4) > 0;
      out[textAt(out, pick)] = plain ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text;
    }
    return out;
  },
  "a text again and again": (tokens, pick) => {
    const at = textAt(tokens, pick);
    const text = tokens[at] ?? "";
    const out = [...tokens];
    out[at] = text.repeat(Math.min(5000, Math.ceil(200_000 / (text.length || 1))));
    return out;
  },
  "a huge attribute": (tokens, pick) => {
    const at = element(tokens, pick)[0];
    const out = [...tokens];
    const many = Array.from({ length: 3000 }, (_, n) => ` a${n}="x"`).join("");
    out[at] = (out[at] ?? "").replace(/\/?>$/, (end) =>
      pick(2) ? ` a="${"x".repeat(300_000)}"${end}` : `${many}${end}`,
    );
    return out;
  },
  "a declaration": (tokens, pick) => [
    ...tokens.slice(0, 1),
    pick.of([
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
      "<!doctype html>",
      '<?xml-stylesheet href="x"?>',
      "<![CDATA[<w:t>]]>",
      "<!-- -- -->",
    ]),
    ...tokens.slice(1),
  ],
  "signs that are none": (tokens, pick) => {
    const out = [...tokens];
    out[textAt(out, pick)] = pick.of([
      "\u0000",
      "\u0001\u0008",
      "\ufffe\uffff",
      "\ud800",
      "&#0;",
      "&#x110000;",
      "&nosuch;",
      "&#55296;",
    ]);
    return out;
  },
};

const kinds = Object.keys(changes);

/** One to four changes. → [what was done, text] */
export function changed(text, pick, spec) {
  let tokens = tokensOf(text);
  const done = [];
  for (let n = 1 + pick(4); n > 0; n--) {
    const kind = pick.of(kinds);
    tokens = changes[kind](tokens, pick, spec);
    if (tokens.length > 120_000) tokens = tokens.slice(0, 120_000);
    done.push(kind);
  }
  return [done.join(", "), tokens.join("")];
}
