// Files that are not quite drafts (tests/cases/bad-input) through the page's module: the same answer as the command line,
// what can be kept is kept, and a refused file leaves the open draft as it was.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { checkInWasm, checkNatively, loadPageForm, root } from "./core.mjs";

const folder = join(root, "tests/cases/bad-input");
const cases = existsSync(join(folder, "cases.json"))
  ? JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"))
  : [];

const partText = (part) =>
  typeof part === "string"
    ? part
    : Array.from({ length: part.times }, (_, i) => part.repeat.replaceAll("{i}", String(i + 1))).join("");

const bytesOf = ({ file, parts }) =>
  file ? readFileSync(join(folder, file)) : Buffer.from(parts.map(partText).join(""), "utf8");

// The value at a JSON Pointer, or undefined.
function at(json, pointer) {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce((node, token) => node?.[token.replaceAll("~1", "/").replaceAll("~0", "~")], json);
}

const isBlank = (value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const place = ({ code, at: pointer }) => `${code} ${pointer}`;
const sample = readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8");

let core;
before(async () => {
  ({ core } = await loadPageForm());
});

function opened(bytes) {
  const session = new core.Session();
  assert.ok(JSON.parse(session.open(sample)).ok);
  const earlier = session.draft("");
  const answer = JSON.parse(session.open(new Uint8Array(bytes)));
  const draft = session.draft("");
  session.delete();
  return { answer, draft, untouched: draft === earlier };
}

describe("bad input", () => {
  it("is listed in tests/cases/bad-input/cases.json", () => assert.ok(cases.length >= 20));

  for (const test of cases) {
    it(`${test.name}: ${test.about}`, () => {
      const bytes = bytesOf(test);
      const { answer, draft, untouched } = opened(bytes);
      const { outcome, notices, aside, kept = {} } = test.expect;
      assert.equal(answer.ok, outcome === "ok");
      if (notices) assert.deepEqual(answer.notices.map(place).sort(), notices.map(place).sort());
      for (const notice of answer.notices) assert.match(notice.message, /\p{Script=Han}/u);
      if (!answer.ok) assert.ok(untouched, "the open draft was touched");
      const result = JSON.parse(draft);
      if (aside) assert.deepEqual(result.aside ?? {}, aside);
      for (const [pointer, value] of Object.entries(kept)) {
        const got = at(result, pointer);
        if (isBlank(value)) assert.ok(isBlank(got), pointer);
        else assert.deepEqual(got, value, pointer);
      }
      assert.deepEqual(checkInWasm(core, bytes), checkNatively(bytes));
    });
  }
});
