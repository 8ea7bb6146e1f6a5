// node tools/cases/run.mjs [NAME-PART] [--binary FILE]: every case in tests/cases/findings against the command line.
import { spawnSync } from "node:child_process";
import { readArguments } from "./arguments.mjs";
import { findingCases, root } from "./case-files.mjs";
import { compare } from "./compare.mjs";
import { draftOf } from "./draft-edit.mjs";

const { binary, args } = readArguments(
  "node tools/cases/run.mjs [NAME-PART] [--binary FILE]: run the cases of tests/cases/findings",
);

function faultsOf(test) {
  const run = spawnSync(binary, ["check", "-", "--format", "json"], {
    input: JSON.stringify(draftOf(test, test.file)),
    encoding: "utf8",
    cwd: root,
    timeout: 20000,
  });
  if (run.status !== 0 && run.status !== 1) return [`exit ${run.status ?? run.signal}: ${run.stderr}${run.stdout}`];
  const report = JSON.parse(run.stdout);
  const faults = compare(test.expect, report);
  const wanted = report.summary.error > 0 ? 1 : 0;
  if (run.status !== wanted) faults.push(`exit ${run.status} with ${report.summary.error} errors`);
  return faults;
}

let failed = 0;
const cases = findingCases(args[0]);
for (const test of cases) {
  const faults = faultsOf(test);
  if (faults.length === 0) continue;
  failed += 1;
  console.log(`FAIL ${test.name}: ${test.about}\n  ${faults.join("\n  ")}`);
}
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && cases.length > 0 ? 0 : 1);
