// node tools/cases/mutate.mjs [RULE-PART]: changes each rule a little and lists the changes that no case notices (minutes).

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findingCases, root } from "./case-files.mjs";
import { compare } from "./compare.mjs";
import { draftOf } from "./draft-edit.mjs";

if (process.argv.includes("--help")) {
  console.log("node tools/cases/mutate.mjs [RULE-PART]: list changes to the rules that no case notices");
  process.exit(0);
}
const scratch = mkdtempSync(join(tmpdir(), "formcheck-mutate-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
cpSync(join(root, "schema"), join(scratch, "schema"), { recursive: true });
const form = join(scratch, "schema/zj-quality-benchmark/2025");
const rulesFile = join(form, "rules.json");
const original = readFileSync(rulesFile, "utf8");

const cases = findingCases().map((test) => ({ ...test, input: JSON.stringify(draftOf(test, test.file)) }));

// A number by itself, not part of a name, a text or an index.
const NUMBER = /(?<![\w.'[-])\d+(?:\.\d+)?(?![\w'\]])/g;
const CHANGES = [
  [/<=/g, () => "<"],
  [/>=/g, () => ">"],
  [/(?<!<)<(?!=)/g, () => "<="],
  [/>(?!=)/g, () => ">="],
  [/==/g, () => "!="],
  [/!=/g, () => "=="],
  [/&&/g, () => "||"],
  [/\|\|/g, () => "&&"],
  [/!(?=[a-zA-Z(])/g, () => ""],
  [/'[^']*'/g, () => "'\u00A7'"],
  [NUMBER, (n) => String(Number(n) + 1)],
  [NUMBER, (n) => (n === "0" ? "-1" : String(Number(n) * 0.9))],
  [/isBlank\([\w.]+\)/g, () => "false"],
  [/\bcurrent\b/g, () => "previous"],
  [/\bprevious\b/g, () => "current"],
  [/containsName/g, () => "sameName"],
  [/startsWithName/g, () => "containsName"],
  [/sameName\(([\w.]+), ([\w.]+)\)/g, (_, a, b) => `${a} == ${b}`],
];

function mutantsOf(rule) {
  const mutants = new Set();
  for (const [pattern, change] of CHANGES) {
    for (const match of rule.matchAll(pattern)) {
      mutants.add(rule.slice(0, match.index) + change(...match) + rule.slice(match.index + match[0].length));
    }
  }
  return mutants;
}

// Cases that speak of the rule come first: most mutants die there.
function survives(id) {
  const order = [...cases].sort((a, b) => (id in (b.covers ?? {})) - (id in (a.covers ?? {})));
  return order.every((test) => {
    const run = spawnSync(join(root, "build/native/formcheck"), ["check", "-", "--format", "json", "--form", form], {
      input: test.input,
      encoding: "utf8",
      timeout: 20000,
    });
    return run.status !== 2 && compare(test.expect, JSON.parse(run.stdout)).length === 0;
  });
}

if (!survives("")) {
  console.error("the cases fail as things are: run tools/cases/run.mjs first");
  process.exit(2);
}
let all = 0;
let alive = 0;
for (const { id, rule } of JSON.parse(original).rules) {
  if (!id.includes(process.argv[2] ?? "")) continue;
  for (const mutant of mutantsOf(rule)) {
    const book = JSON.parse(original);
    book.rules.find((r) => r.id === id).rule = mutant;
    writeFileSync(rulesFile, JSON.stringify(book));
    all += 1;
    if (!survives(id)) continue;
    alive += 1;
    console.log(`${id}: ${mutant}`);
  }
}
console.log(`${all} changes, ${alive} unnoticed`);
