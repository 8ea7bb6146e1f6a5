// Faulty definitions (tests/cases/definition) through load(): refused with the same words as on the command line.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { applyChanges } from "../../tools/cases/draft-edit.mjs";
import { loadCore, native, root } from "./core.mjs";

const folder = join(root, "tests/cases/definition");
const faults = JSON.parse(readFileSync(join(folder, "faults.json"), "utf8"));
const mini = Object.fromEntries(
  readdirSync(join(folder, "mini")).map((name) => [name, readFileSync(join(folder, "mini", name), "utf8")]),
);
const wording = { "core.zh-CN.json": readFileSync(join(root, "schema/core.zh-CN.json"), "utf8") };
const scratch = mkdtempSync(join(tmpdir(), "formcheck-"));

function faulty({ file, text, change, missing }) {
  const files = { ...mini };
  if (text !== undefined) files[file] = text;
  if (change) files[file] = JSON.stringify(applyChanges(JSON.parse(files[file]), change));
  if (missing) delete files[file];
  return files;
}

let core;
before(async () => {
  core = await loadCore();
});
after(() => rmSync(scratch, { recursive: true }));

describe("definitions through load()", () => {
  it("the small definition is good", () => {
    assert.ok(JSON.parse(core.load(JSON.stringify({ ...mini, ...wording }))).ok);
  });

  faults.forEach((fault, number) => {
    it(fault.about, () => {
      const files = faulty(fault);
      const { ok, error } = JSON.parse(core.load(JSON.stringify({ ...files, ...wording })));
      assert.equal(ok, false);
      assert.equal(error.code, fault.expect.code);
      assert.equal(error.file, fault.file);
      const edition = join(scratch, `${number}`, "form", "2030");
      mkdirSync(edition, { recursive: true });
      for (const [name, text] of Object.entries(files)) writeFileSync(join(edition, name), text);
      const place = error.column ? `${error.place}:${error.column}` : error.place;
      assert.equal(native(["lint", edition]).err, `${error.file} ${place}: ${error.message} [${error.code}]\n`);
    });
  });
});
