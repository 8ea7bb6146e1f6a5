// House rules of the C++ core (ARCHITECTURE.md §1).
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quotedIncludes, stringLiterals } from "./cpp-source.mjs";
import { filesLike, linesWith, textOf } from "./files.mjs";

const coreFiles = filesLike(/^wasm\/.*\.(h|cc)$/);
const toolFiles = filesLike(/^tools\/formcheck\/.*\.(h|cc)$/);

// The table of §1 is itself the rule: room → rooms it may include. A room may stand inside another (cel/compile): what is
// allowed to include one may not include the other for that.
function contract() {
  const rooms = new Map();
  for (const [, name, , may] of textOf("ARCHITECTURE.md").matchAll(/^\| `([\w/]+)` \|(.*)\| (.*?) \|$/gm)) {
    const allowed = may === "nothing" ? [] : may.split(", ");
    if (name.startsWith("wasm/") || name === "tools/formcheck") rooms.set(name, new Set(allowed));
  }
  return rooms;
}

const folderOf = (path) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

describe("the rooms of the core", () => {
  const rooms = contract();

  it("are all described in ARCHITECTURE.md", () => {
    assert.ok(rooms.size >= 8, "the table of §1 was not understood");
    const present = new Set(coreFiles.map(folderOf));
    assert.deepEqual([...present].filter((room) => !rooms.has(room)).sort(), []);
  });

  for (const [room, allowed] of rooms) {
    it(`${room} includes only itself and ${[...allowed].join(", ") || "nothing else"}`, () => {
      const own = room.replace("wasm/", "");
      const faults = [];
      for (const path of [...coreFiles, ...toolFiles].filter((p) => folderOf(p) === room)) {
        for (const include of quotedIncludes(textOf(path))) {
          const target = folderOf(include) || own;
          if (target !== own && !allowed.has(target)) faults.push(`${path} includes ${include}`);
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});

describe("the core's sources", () => {
  it("name Emscripten only in wasm/bindings", () => {
    const outside = coreFiles.filter((path) => !path.startsWith("wasm/bindings/"));
    assert.deepEqual(linesWith([...outside, ...toolFiles], /emscripten/i), []);
  });

  it("hold no Chinese sentence: the wording lives in schema/", () => {
    const faults = [...coreFiles, ...toolFiles].flatMap((path) =>
      stringLiterals(textOf(path))
        .filter(({ text }) => /\p{Script=Han}{4,}/u.test(text))
        .map(({ line, text }) => `${path}:${line}: ${text.slice(0, 40)}`),
    );
    assert.deepEqual(faults, []);
  });

  it("do without what em++ 3.1.6 lacks and what costs too many bytes", () => {
    const heavy = /#\s*include\s*<(iostream|fstream|sstream|regex|format|ranges|expected|locale|filesystem|thread)>/;
    assert.deepEqual(linesWith(coreFiles, heavy), []);
  });

  it("neither throw nor catch, and ask nothing of run-time types", () => {
    assert.deepEqual(linesWith(coreFiles, /^[^/"]*\b(throw\s|try\s*\{|catch\s*\(|dynamic_cast<|typeid\()/), []);
  });

  it("read no clock, no file and no environment", () => {
    const outside = /\b(std::chrono|time\s*\(\s*(NULL|nullptr|0)\s*\)|getenv|fopen|std::random_device|setlocale)\b/;
    assert.deepEqual(linesWith(coreFiles, outside), []);
  });

  it("explain every public header in a comment at its top", () => {
    const silent = filesLike(/^wasm\/.*\.h$/).filter((path) => !/^\/\/ \S/.test(textOf(path)));
    assert.deepEqual(silent, []);
  });
});
