// Takes C++ source apart just far enough for the house rules: what stands in string literals, what in comments.

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^\s()\\]{0,16})\(([\s\S]*?)\)\1"|"((?:\\.|[^"\\\n])*)"|'(?:\\.|[^'\\\n])+'/g;

// → [{ line, text }] of the string literals, raw ones included; comments and character literals left out.
export function stringLiterals(source) {
  const found = [];
  for (const match of source.matchAll(token)) {
    const text = match[2] ?? match[3];
    if (text !== undefined) found.push({ line: source.slice(0, match.index).split("\n").length, text });
  }
  return found;
}

// Paths in #include "…" directives.
export function quotedIncludes(source) {
  return [...source.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].map((match) => match[1]);
}
