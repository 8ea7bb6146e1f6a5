// node tools/cases/coverage.mjs: lists each rule that lacks a firing, a passing or a pending case, and each unfired
// check. The same for cells required only at times (`ID required`): asked for, not asked for, or not yet known.
import { exemptions, findingCases, requirements, ruleBook } from "./case-files.mjs";

if (process.argv.includes("--help")) {
  console.log("node tools/cases/coverage.mjs: list rules and built-in checks that no case covers");
  process.exit(0);
}
const book = ruleBook();
const exempt = exemptions();
const cases = findingCases();
const covered = new Set();
const faults = [];
const kinds = ["firing", "passing", "pending"];
const asked = requirements().map((id) => `${id} required`);
const known = new Set([...book.rules.map((r) => r.id), ...Object.keys(book.checks), ...asked]);

// /values/management/3/agency → management.agency
const cellOf = (pointer) =>
  pointer
    .replace("/values/", "")
    .replace(/\/\d+\//, "/")
    .replaceAll("/", ".");

// A `covers` claim must be borne out by the case's own expectation, or the table below would prove nothing.
function borneOut(test, rule, kind) {
  if (asked.includes(rule)) {
    const list = kind === "firing" ? test.expect.todoIncludes : test.expect.todoExcludes;
    return (list ?? []).some((at) => `${cellOf(at)} required` === rule);
  }
  const has = (list) => (list ?? []).some((entry) => entry.rule === rule);
  if (kind === "firing") return has(test.expect.findings);
  if (kind === "pending") return has(test.expect.pending) || has(test.expect.pendingIncludes);
  return test.expect.findings !== undefined && !has(test.expect.findings) && !has(test.expect.pending);
}

for (const test of cases) {
  for (const [rule, kind] of Object.entries(test.covers ?? {})) {
    if (!known.has(rule)) faults.push(`${test.name} covers an unknown rule: ${rule}`);
    else if (!kinds.includes(kind)) faults.push(`${test.name}: ${rule} cannot be ${kind}`);
    else if (!borneOut(test, rule, kind)) faults.push(`${test.name} claims ${rule} ${kind}, but does not expect it`);
    else covered.add(`${rule} ${kind}`);
  }
}
for (const { id } of book.rules) {
  for (const kind of kinds) {
    const excused = kind === "pending" && id in exempt.neverPending;
    if (excused && covered.has(`${id} pending`))
      faults.push(`${id} is said never to be pending, but a case expects it`);
    if (!excused && !covered.has(`${id} ${kind}`)) faults.push(`no ${kind} case: ${id}`);
  }
}
for (const id of asked) {
  for (const kind of kinds) if (!covered.has(`${id} ${kind}`)) faults.push(`no ${kind} case: ${id}`);
}
for (const code of Object.keys(book.checks)) {
  if (!(code in exempt.unusedChecks) && !covered.has(`${code} firing`)) faults.push(`no firing case: ${code}`);
}
for (const id of [...Object.keys(exempt.neverPending), ...Object.keys(exempt.unusedChecks)]) {
  if (!known.has(id)) faults.push(`excused, but unknown: ${id}`);
}
for (const fault of faults) console.log(fault);
console.log(
  `${cases.length} cases, ${book.rules.length} rules, ${asked.length} conditions of being required, ${Object.keys(book.checks).length} checks, ${faults.length} gaps`,
);
process.exit(faults.length === 0 ? 0 : 1);
