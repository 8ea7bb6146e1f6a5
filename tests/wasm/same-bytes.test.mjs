// The page and the command line say the same, byte for byte: every case, and every bad file.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findingCases } from "../../tools/cases/case-files.mjs";
import { draftOf } from "../../tools/cases/draft-edit.mjs";
import { checkInWasm, checkNatively, loadPageForm, native, root } from "./core.mjs";

let core;
let image;
let view;
before(async () => {
  ({ core, image, view } = await loadPageForm());
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

describe("the image of a definition", () => {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-image-"));
  after(() => rmSync(folder, { recursive: true }));

  it("is the same whoever makes it", () => {
    const [out, shown] = ["form.bin", "form.json"].map((name) => join(folder, name));
    const edition = join(root, "schema/zj-quality-benchmark/2025");
    assert.equal(native(["compile", edition, "--out", out, "--view", shown]).code, 0);
    assert.ok(readFileSync(shown, "utf8") === view);
    assert.ok(readFileSync(out).equals(image));
  });

  it("is refused when it is damaged or of another core, and what was read before stays", () => {
    for (const [at, fault] of [
      [12, 2],
      [image.length - 1, 1],
    ]) {
      const bad = Uint8Array.from(image);
      bad[at] ^= 1;
      assert.equal(core.readImage(bad, view, true), fault);
    }
    assert.equal(core.readImage(image, `${view} `, true), 1);
    new core.Session().delete();
  });
});
