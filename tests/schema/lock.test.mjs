// A published edition never changes: the lock holds, and a change of one letter breaks it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { editions, root, schemaFolder } from "./files.mjs";

const lock = (...args) => spawnSync(process.execPath, [join(root, "tools/lock-schema"), ...args], { encoding: "utf8" });
const folder = mkdtempSync(join(tmpdir(), "formcheck-lock-"));
after(() => rmSync(folder, { recursive: true }));

function copy(name) {
  const schema = join(folder, name);
  cpSync(schemaFolder, schema, { recursive: true });
  return { schema, edition: join(schema, editions[0].name) };
}

function raiseVersion(edition) {
  const path = join(edition, "form.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
}

describe("tools/lock-schema", () => {
  it("finds every edition as locked", () => {
    const { status, stderr } = lock("--check");
    assert.equal(status, 0, stderr);
  });

  for (const name of ["rules.json", "messages.zh-CN.json", "notice.md", "../../codes/zhejiang-regions.json"]) {
    it(`notices a change in ${name}`, () => {
      const { edition } = copy(name.replaceAll(/[/.]/g, "-"));
      appendFileSync(join(edition, name), "\n");
      const { status, stderr } = lock("--check", edition);
      assert.equal(status, 1);
      assert.ok(stderr.includes(name), stderr);
    });
  }

  it("notices a file that is not locked", () => {
    const { edition } = copy("added");
    writeFileSync(join(edition, "extra.json"), "{}\n");
    assert.equal(lock("--check", edition).status, 1);
  });

  it("does not lock a change under the same version, but does under a new one", () => {
    const { edition } = copy("version");
    appendFileSync(join(edition, "notice.md"), "\n");
    assert.equal(lock(edition).status, 1);
    assert.equal(lock("--check", edition).status, 1);
    raiseVersion(edition);
    assert.equal(lock(edition).status, 0);
    assert.equal(lock("--check", edition).status, 0);
  });

  it("refuses an option it does not know", () => assert.equal(lock("--chekc").status, 2));
});
