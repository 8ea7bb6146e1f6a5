// What tools/test makes of a program's output: a stage that lost its tests, or died, must not look healthy.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge, total } from "../../tools/lib/test/counts.mjs";
import { runAll } from "../../tools/lib/test/schedule.mjs";
import { tellingPart } from "../../tools/lib/test/telling.mjs";

const counts = (passed, failed, skipped = 0) => ({ passed, failed, skipped });

describe("counts", () => {
  for (const [about, output, ok, expected] of [
    ["Catch2, all passed", "All tests passed (27 assertions in 12 test cases)\n", true, counts(12, 0)],
    ["Catch2, one test", "All tests passed (1 assertion in 1 test case)\n", true, counts(1, 0)],
    [
      "Catch2, some failed",
      "test cases:   18 |   17 passed | 1 failed\nassertions: 5 | 4 passed | 1 failed\n",
      false,
      counts(17, 1),
    ],
    ["Catch2, all failed", "test cases: 2 | 2 failed\nassertions: 2 | 2 failed\n", false, counts(0, 2)],
    ["Catch2 without tests", "No tests ran\n", true, counts(0, 1)],
    ["TAP", "# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n", false, counts(6, 2, 1)],
    ["TAP without tests", "# tests 0\n# pass 0\n# fail 0\n", true, counts(0, 1)],
    ["a summary", "x\n12 passed, 0 failed\n", true, counts(12, 0)],
    ["a summary with skips", "12 passed, 0 failed, 3 skipped\n", true, counts(12, 0, 3)],
    ["conformance", "CEL conformance: 657 of 658 applicable cases pass (…)\n", false, counts(657, 1)],
    ["no count and success", "done\n", true, counts(0, 1)],
    ["no count and failure", "Segmentation fault\n", false, counts(0, 1)],
    ["good counts, but the program died afterwards", "12 passed, 0 failed\n", false, counts(12, 1)],
  ]) {
    it(about, () => assert.deepEqual(judge(output, ok), expected));
  }

  it("add up", () => assert.deepEqual(total([counts(1, 2, 3), counts(4, 0, 1)]), counts(5, 2, 4)));
});

describe("what is shown of a failure", () => {
  it("is the failed tests of TAP, not the rest", () => {
    const log = "ok 1 - fine\nnot ok 2 - broken\n  ---\n  error: 'so'\n  ...\nok 3 - fine\n";
    assert.equal(tellingPart(log), "not ok 2 - broken\n  error: 'so'\n");
  });

  it("is the error of a compiler, not its warnings", () => {
    const noise = "a.cc:1: warning: x\n".repeat(50);
    const part = tellingPart(`${noise}b.cc:7:1: error: expected ';'\n${noise}`);
    assert.match(part, /b\.cc:7:1: error/);
    assert.ok(part.length < 300);
  });
});

// Stages of shell commands, run for real; their lines are kept from the output of this test.
async function runQuietly(stages) {
  const { log } = console;
  const lines = [];
  console.log = (line) => lines.push(line);
  try {
    return { results: await runAll(stages, { logs: null }), lines };
  } finally {
    console.log = log;
  }
}

const shell = (name, script, needs = []) => ({
  name,
  needs,
  steps: () => [{ command: "sh", args: ["-c", script] }],
});

describe("stages", () => {
  it("whose need failed count as failed and are not run", async () => {
    const { results, lines } = await runQuietly([
      shell("second", "echo 5 passed, 0 failed", ["first"]),
      shell("first", "echo 1 passed, 1 failed; exit 1"),
    ]);
    assert.deepEqual(total(results), counts(1, 2));
    assert.ok(lines.some((line) => line.includes("not run: first failed")));
  });

  it("that cannot be made ready fail with the reason", async () => {
    const broken = { name: "broken", needs: [], steps: () => assert.fail("no *.test.mjs in tests/none") };
    const { results, lines } = await runQuietly([broken]);
    assert.deepEqual(total(results), counts(0, 1));
    assert.ok(lines.some((line) => line.includes("no *.test.mjs")));
  });

  it("end at their time limit", async () => {
    const slow = { name: "slow", needs: [], steps: () => [{ command: "sleep", args: ["600"], minutes: 0.005 }] };
    const { results } = await runQuietly([slow]);
    assert.deepEqual(total(results), counts(0, 1));
  });
});
