// node tools/cases/narrative-seeds.mjs: the sample application is clean, and of the single faults put into it (tests/cases/narrative-seeds)
// at least nine in ten are found. Exit 1 when not.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./case-files.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const sample = json("tests/cases/sample/draft.json");
const { seeds } = json("tests/cases/narrative-seeds/seeds.json");

function warnings(draft) {
  const run = spawnSync(join(root, "build/native/formcheck"), ["review", "-", "--format", "json"], {
    input: JSON.stringify(draft),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout).findings.filter((finding) => finding.severity === "warning");
}

function seeded({ at, replace, with: by }) {
  const draft = structuredClone(sample);
  const keys = at.split("/").slice(1);
  const last = keys.pop();
  const node = keys.reduce((object, key) => object[key], draft);
  if (node[last].split(replace).length !== 2) throw new Error(`${at}: “${replace}” does not stand there once`);
  node[last] = node[last].replace(replace, by);
  return draft;
}

const clean = warnings(sample);
for (const finding of clean) console.log(`clean sample: ${finding.rule}: ${finding.message}`);
let found = 0;
for (const seed of seeds) {
  const said = warnings(seeded(seed));
  if (said.length > 0) found += 1;
  else console.log(`not found: ${seed.kind} ${seed.at}: ${seed.replace} → ${seed.with}`);
}
console.log(`${found} of ${seeds.length} seeded faults found, ${clean.length} warnings on the clean sample`);
process.exit(clean.length === 0 && found >= Math.ceil(seeds.length * 0.9) ? 0 : 1);
