// House rules of the page (ARCHITECTURE.md §1): it shows, never judges, and one file knows the core's module.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filesLike, linesWith, textOf } from "./files.mjs";

const sources = filesLike(/^web\/src\/.*\.(ts|vue)$/);
const scripts = filesLike(/^(web|tests|tools)\/.*\.(ts|mjs)$/).filter((path) => !path.endsWith(".d.ts"));

describe("the page's sources", () => {
  it("exist", () => assert.ok(sources.length > 10));

  it("import the wasm module in one file only, in web/src/core", () => {
    const importers = sources.filter((path) =>
      /\b(from|import\()\s*["'][^"']*(@wasm|build\/wasm)\//.test(textOf(path)),
    );
    assert.equal(importers.length, 1, importers.join(" "));
    assert.match(importers[0], /^web\/src\/core\//);
  });

  it("have no default export outside components", () => {
    const allowed = new Set(["web/vite.config.ts"]);
    assert.deepEqual(
      linesWith(
        scripts.filter((path) => !allowed.has(path)),
        /^\s*export\s+default\b/,
      ),
      [],
    );
  });

  it("send nothing away and load nothing but their own files", () => {
    const pages = [...sources, ...filesLike(/^web\/(src\/.*\.css|index\.html)$/)];
    const outgoing = /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|\bhttps?:\/\/(?!www\.w3\.org\/)/;
    assert.deepEqual(linesWith(pages, outgoing), []);
    // What is fetched is a URL the bundler made of a file of ours.
    assert.deepEqual(linesWith(pages, /\bfetch\((?!\w*[uU]rl, \{ credentials: "same-origin" \}\))/), []);
  });

  it("never put text into the page as markup", () => {
    assert.deepEqual(
      linesWith(sources, /\bv-html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/),
      [],
    );
  });

  it("never cut what is typed: no maxlength", () => {
    assert.deepEqual(linesWith(sources, /\bmaxlength\b/i), []);
  });
});
