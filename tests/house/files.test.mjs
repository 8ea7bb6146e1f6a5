// House rules of every file: small, finished, and at home on any machine.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filesLike, linesWith, textOf } from "./files.mjs";

const code = filesLike(/^(wasm|web|tools|tests)\/.*\.(cc|h|ts|vue|mjs|css|sh)$/);
const shell = filesLike(/^(tools\/[^/.]+|tools\/bench\/run|\.ci\/run)$/);
const text = filesLike(/^(?!.*package-lock\.json$).*\.(cc|h|ts|vue|mjs|css|html|json|md|sh|txt)$|CMakeLists\.txt$/);
const lineCount = (path) => textOf(path).split("\n").length - 1;

describe("files", () => {
  it("have no more than 400 lines", () => {
    assert.deepEqual(
      code.filter((path) => lineCount(path) > 400).map((path) => `${path}: ${lineCount(path)}`),
      [],
    );
  });

  it("have fewer than 150 lines as a rule", () => {
    const sizes = code.map(lineCount).sort((a, b) => a - b);
    assert.ok(sizes[sizes.length >> 1] < 150, `the median is ${sizes[sizes.length >> 1]}`);
  });

  it("leave nothing open", () => {
    const marks = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "\\bXX" + "X\\b", "\\bHA" + "CK\\b", "un" + "implemented"].join("|"),
    );
    assert.deepEqual(linesWith([...code, ...shell], marks), []);
  });

  it("switch no test off", () => {
    const off = /\b(it|test|describe)\.(only|skip|todo)\(|\[!(mayfail|shouldfail|hide)\]|\[\.\]/;
    assert.deepEqual(linesWith(filesLike(/^tests\/(?!house\/).*\.(mjs|cc)$/), off), []);
  });

  it("name no path of one machine", () => {
    assert.deepEqual(linesWith([...text, ...shell], /(^|[\s"'`(=:])\/(work|tmp|root|home|Users)\/\w/), []);
  });

  it("end with a line end and hold no tabs or trailing blanks", () => {
    const faults = [...code, ...shell].filter((path) => {
      const content = textOf(path);
      return !content.endsWith("\n") || /[ \t]$/m.test(content) || /^ *\t/m.test(content);
    });
    assert.deepEqual(faults, []);
  });

  it("are text, not builds or downloads: none above 500 KB", () => {
    const large = filesLike(/./).filter((path) => Buffer.byteLength(textOf(path)) > 500_000);
    assert.deepEqual(large, []);
  });
});

describe("documents", () => {
  for (const name of ["README.md", "README.zh-CN.md"]) {
    it(`${name} can be read in one sitting`, () => {
      assert.ok(filesLike(/./).includes(name), "missing");
      assert.ok(lineCount(name) <= 150, `${lineCount(name)} lines`);
    });
  }
  for (const name of ["ARCHITECTURE.md", "CONTRIBUTING.md", "LICENSE"]) {
    it(`${name} is there`, () => assert.ok(filesLike(/./).includes(name)));
  }

  it("point at files that exist", () => {
    const present = new Set(filesLike(/./));
    const faults = filesLike(/^[^/]+\.md$/).flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => match[1].replace(/^\.\//, ""))
        .filter(
          (target) => !present.has(target) && !filesLike(/./).some((f) => f.startsWith(target.replace(/\/?$/, "/"))),
        )
        .map((target) => `${path} → ${target}`),
    );
    assert.deepEqual(faults, []);
  });
});
