// The page and the command line say the same, byte for byte: every case, and every bad file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { findingCases } from "../../tools/cases/case-files.mjs";
import { draftOf } from "../../tools/cases/draft-edit.mjs";
import { checkInWasm, checkNatively, loadForm, native, root } from "./core.mjs";

let core;
before(async () => {
  ({ core } = await loadForm());
});

function sameAnswer(draft) {
  const here = checkInWasm(core, draft);
  const there = checkNatively(draft);
  assert.equal(here.ok, there.ok, here.messages?.join("\n") ?? there.messages?.join("\n"));
  if (here.ok) assert.equal(here.report, there.report);
  else assert.deepEqual(here.messages, there.messages);
  return here;
}

describe("reports in WebAssembly are those of the command line", () => {
  for (const test of findingCases()) {
    it(`case ${test.name}`, () => assert.ok(sameAnswer(JSON.stringify(draftOf(test, test.file))).ok));
  }

  it("the sample, in which nothing is wrong", () => {
    const { report } = sameAnswer(readFileSync(join(root, "tests/cases/sample/draft.json")));
    const { summary } = JSON.parse(report);
    assert.deepEqual([summary.error, summary.warning], [0, 0]);
  });

  it("a blank draft", () => {
    const blank = new core.Session();
    const { out } = native(["new"]);
    assert.equal(blank.draft(""), out);
    assert.ok(sameAnswer(out).ok);
    blank.delete();
  });
});
