// What fails twice has failed; what passes the second time passes, and is named.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { again, failuresIn } from "../../tools/lib/test/again.mjs";
import { runAll } from "../../tools/lib/test/schedule.mjs";

delete process.env.NODE_TEST_CONTEXT; // a run within a run would be passed over

// One test that fails the first `times` times it is run, and one that passes.
function stageOf(times, twice) {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-again-"));
  const file = join(folder, "stumbling.test.mjs");
  writeFileSync(
    file,
    `import { appendFileSync, readFileSync } from "node:fs";
     import { describe, it } from "node:test";
     describe("suite", () => {
       it("stands", () => {});
       it("stumbles", () => {
         appendFileSync(${JSON.stringify(join(folder, "runs"))}, "x");
         if (readFileSync(${JSON.stringify(join(folder, "runs"))}, "utf8").length <= ${times}) throw new Error("stumbled");
       });
     });`,
  );
  const step = {
    command: process.execPath,
    args: ["--test", "--test-reporter=tap", file],
    twice,
  };
  return { stage: { name: "browser", about: "", needs: [], steps: () => [step] }, folder };
}

async function outcome(times, twice) {
  const { stage, folder } = stageOf(times, twice);
  const told = [];
  const { log } = console;
  console.log = (line) => told.push(line);
  try {
    const [{ passed, failed }] = await runAll([stage], { logs: undefined });
    return { passed, failed, told: told.join("\n") };
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true });
  }
}

describe("a test of the page that failed", () => {
  it("passes when it passes the second time, and is named", async () => {
    const { passed, failed, told } = await outcome(1, true);
    assert.deepEqual({ passed, failed }, { passed: 2, failed: 0 });
    assert.match(told, /unsteady, passed only when run again: "stumbles"/);
  });
  it("has failed when it fails twice", async () => {
    const { passed, failed } = await outcome(2, true);
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
  });
  it("gets no second run where a stage does not ask for it", async () => {
    assert.equal((await outcome(1, false)).failed, 1);
  });
  it("is not run again among many: that is no stumble", () => {
    const tap = ["a", "b", "c"]
      .map((name) => `not ok 1 - x\n  ---\n  location: '/t/${name}.test.mjs:1:1'\n  ...\n`)
      .join("");
    assert.equal(failuresIn(tap).size, 3);
    assert.equal(again({ args: [] }, tap), undefined);
  });
});
