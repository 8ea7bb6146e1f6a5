// What Chromium 83, Firefox 78 or Safari 14.1 lack and no compiler lowers. Syntax is checked on the built files by
// tools/check-site; these are library functions, regular expressions and CSS, found by name in the sources.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filesLike, linesWith, textOf } from "./files.mjs";

const code = filesLike(/^web\/src\/.*\.(ts|vue)$/);
const styles = filesLike(/^web\/src\/.*\.(css|vue)$/);

const scriptFeatures = {
  "String.replaceAll": /\.replaceAll\(/,
  "Array.at from the end": /\.at\(-/,
  "Array.findLast": /\.findLast(Index)?\(/,
  "array copies by toSorted, toReversed, toSpliced, with": /\.(toSorted|toReversed|toSpliced)\(/,
  "Object.hasOwn": /\bObject\.hasOwn\(/,
  "Object.groupBy": /\b(Object|Map)\.groupBy\(/,
  structuredClone: /\bstructuredClone\(/,
  "Promise.any, Promise.withResolvers": /\bPromise\.(any|withResolvers)\(/,
  replaceChildren: /\.replaceChildren\(/,
  "crypto.randomUUID": /\.randomUUID\b/,
  "file pickers": /\bshow(Save|Open)FilePicker\b/,
  "Intl.Segmenter": /\bSegmenter\b/,
  "WeakRef, FinalizationRegistry": /\b(WeakRef|FinalizationRegistry)\b/,
  "AbortSignal.timeout, AbortSignal.any": /\bAbortSignal\.(timeout|any)\b/,
  "<dialog>, popover and inert": /<dialog\b|\bshowModal\(|\bpopover(target)?=|\binert\b(?=[ =>"])/,
  "form.requestSubmit": /\.requestSubmit\(/,
  "look-behind in regular expressions": /\(\?<[=!]/,
  "regular expression flags d and v": /\/[gimsuy]*[dv][gimsuy]*[;,.)]\s*$/,
};

const styleFeatures = {
  ":focus-visible": /:focus-visible/,
  ":has, :is, :where": /:(has|is|where)\(/,
  "aspect-ratio": /^\s*aspect-ratio:/,
  inset: /(^|[\s;{])inset(-block|-inline)?:/,
  "cascade layers and container queries": /@(layer|container)\b/,
  "viewport units of the dynamic kind": /\d[dsl]v[hw]\b/,
  "color-mix": /color-mix\(/,
  "overflow: clip": /overflow(-[xy])?:\s*clip/,
};

describe("the sources stay within Chromium 83, Firefox 78 and Safari 14.1", () => {
  for (const [name, pattern] of Object.entries(scriptFeatures)) {
    it(`no ${name}`, () => assert.deepEqual(linesWith(code, pattern), []));
  }
  for (const [name, pattern] of Object.entries(styleFeatures)) {
    it(`no ${name}`, () => assert.deepEqual(linesWith(styles, pattern), []));
  }

  it("no gap in flex boxes", () => {
    const faults = styles.flatMap((path) =>
      [...textOf(path).matchAll(/([^{}]*)\{([^{}]*)\}/g)]
        .filter(([, , body]) => /display:\s*(inline-)?flex/.test(body) && /(^|[\s;])(row-|column-)?gap:/.test(body))
        .map(([, selector]) => `${path}: ${selector.trim()}`),
    );
    assert.deepEqual(faults, []);
  });
});
