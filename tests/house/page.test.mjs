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
    const outgoing =
      /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|\bhttps?:\/\/(?!www\.w3\.org\/|schemas\.openxmlformats\.org[`"])/;
    assert.deepEqual(linesWith(pages, outgoing), []);
    // What is fetched is a URL the bundler made of a file of ours.
    assert.deepEqual(linesWith(pages, /\bfetch\((?!\w*[uU]rl, \{ credentials: "same-origin" \}\))/), []);
  });

  it("use nothing of Vue that the build leaves out", () => {
    const left =
      /\b(Transition(Group)?|Teleport|Suspense|KeepAlive|defineAsyncComponent|createSSRApp)\b.*from "vue"|<(Transition|Teleport|Suspense|KeepAlive)/;
    // Only the build runs that one, with Vue as it is.
    const shipped = sources.filter((path) => path !== "web/src/first-view/render.ts");
    assert.deepEqual(linesWith(shipped, left), []);
  });

  it("make no array reactive: a changed one takes the place of the other", () => {
    assert.deepEqual(
      linesWith(sources, /\b(reactive|shallowReactive|readonly|[^w]ref)(<.*\[\]>)?\(\[|\b(shallowR|r)eactive<.*\[\]>/),
      [],
    );
  });

  it("never put text into the page as markup", () => {
    assert.deepEqual(
      linesWith(sources, /\bv-html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/),
      [],
    );
  });

  it("parse markup and name a worker in one place, which Trusted Types know", () => {
    const others = sources.filter((path) => path !== "web/src/core/trusted.ts");
    assert.deepEqual(linesWith(others, /\bnew DOMParser\b|\bnew (Shared)?Worker\(|\.createPolicy\(/), []);
  });

  it("have a rule of style for nothing that is not on the page", () => {
    const code = [...sources, "web/index.html"].map(textOf).join("\n");
    // A class is written out, or made of what stands before its last hyphen: `badge-${severity}`.
    const used = (name) =>
      new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code) || code.includes(`\`${name.replace(/[^-]*$/, "")}\${`);
    const unused = filesLike(/^web\/src\/.*\.css$/).flatMap((path) => {
      const rules = textOf(path).replace(/\/\*[\s\S]*?\*\//g, "");
      const names = new Set([...rules.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name));
      return [...names].filter((name) => !used(name)).map((name) => `${path}: .${name}`);
    });
    assert.deepEqual(unused, []);
  });

  it("never cut what is typed: no maxlength", () => {
    assert.deepEqual(linesWith(sources, /\bmaxlength\b/i), []);
  });
});
