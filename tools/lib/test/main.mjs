// Chooses the stages, runs them, and sums up (see tools/test --help).
import { rmSync } from "node:fs";
import { total } from "./counts.mjs";
import { runAll } from "./schedule.mjs";
import { makeStages } from "./stages.mjs";

const args = process.argv.slice(2);
const known = new Set(["--long", "--list"]);
const unknownOption = args.find((a) => a.startsWith("-") && !known.has(a));
const stages = makeStages({ long: args.includes("--long") });

function chosen() {
  const names = args.filter((a) => !a.startsWith("-"));
  if (names.length === 0) return stages;
  const picked = new Set();
  const pick = (stage) => {
    if (picked.has(stage)) return;
    picked.add(stage);
    for (const need of stage.needs) pick(stages.find((s) => s.name === need));
  };
  for (const name of names) {
    const matching = stages.filter((s) => s.name === name || s.name.startsWith(`${name}-`));
    if (matching.length === 0) {
      console.error(`test: no stage "${name}" (see tools/test --list)`);
      process.exit(2);
    }
    matching.forEach(pick);
  }
  return stages.filter((s) => picked.has(s));
}

if (unknownOption) {
  console.error(`test: unknown option "${unknownOption}" (see tools/test --help)`);
  process.exit(2);
}
if (args.includes("--list")) {
  for (const stage of stages) console.log(`${stage.name.padEnd(16)} ${stage.about}`);
  process.exit(0);
}

rmSync("build/test-logs", { recursive: true, force: true });
const began = Date.now();
const results = await runAll(chosen());
const sum = total(results);
console.log(`\n${results.length} stages in ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
