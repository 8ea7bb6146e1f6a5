// node tools/cases/narrative.mjs [NAME-PART] [--verbose]: the passages of tests/cases/narrative and its sisters through the command line; prints
// precision and recall of each set. Exit 1 when the first set falls short; the others are only reported (--verbose says where).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./case-files.mjs";
import { draftOfPassage, judgePassage, passageSets, Score } from "./passages.mjs";

const args = process.argv.slice(2);
const verbose = args.includes("--verbose");
const part = args.find((arg) => !arg.startsWith("--")) ?? "";
const binary = join(root, "build/native/formcheck");
const goals = { precision: 0.98, recall: 0.9 };

function review(draft) {
  const run = spawnSync(binary, ["review", "-", "--format", "json"], {
    input: JSON.stringify(draft),
    encoding: "utf8",
    cwd: root,
  });
  if (run.status !== 0) throw new Error(`exit ${run.status ?? run.signal}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

let short = false;
for (const { set, facts, passages } of passageSets()) {
  const scores = { figures: new Score(), mismatches: new Score(), findings: new Score() };
  const chosen = passages.filter(({ file, id }) => `${file}/${id}`.includes(part));
  for (const passage of chosen) {
    const faults = judgePassage(passage, review(draftOfPassage(facts, passage)), scores);
    if (faults.length > 0 && (verbose || set === "narrative")) {
      console.log(`${set}/${passage.file} ${passage.id}\n  ${passage.text}\n  ${faults.join("\n  ")}`);
    }
  }
  console.log(
    `${set}: ${chosen.length} passages, ${chosen.filter(({ tempting }) => tempting).length} of them tempting non-faults`,
  );
  for (const [about, score] of Object.entries(scores)) {
    console.log(`  ${about.padEnd(10)} ${score}`);
    if (set === "narrative" && (score.precision < goals.precision || score.recall < goals.recall)) short = true;
  }
}
process.exit(short ? 1 : 0);
