// node tools/cases/bad-input.mjs [NAME-PART] [--binary FILE]: every case of tests/cases/bad-input against the command line.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readArguments } from "./arguments.mjs";
import { badInputCases, badInputDir, root } from "./case-files.mjs";

const { binary, args } = readArguments(
  "node tools/cases/bad-input.mjs [NAME-PART] [--binary FILE]: open the files of tests/cases/bad-input",
);
const wording = JSON.parse(readFileSync(join(root, "schema/core.zh-CN.json"), "utf8"));

function patternOf(code, node = wording) {
  if (typeof node[code] === "string") return node[code];
  for (const value of Object.values(node)) {
    const found = value && typeof value === "object" ? patternOf(code, value) : undefined;
    if (found) return found;
  }
  return undefined;
}

function bytesOf(test) {
  if (test.file) return readFileSync(join(badInputDir, test.file));
  const text = (part) =>
    typeof part === "string"
      ? part
      : part.repeat.includes("{i}")
        ? Array.from({ length: part.times }, (_, i) => part.repeat.replaceAll("{i}", i + 1)).join("")
        : part.repeat.repeat(part.times);
  return Buffer.from(test.parts.map(text).join(""));
}

function refusalFaults(test, run) {
  const faults = [];
  if (run.status !== 2) faults.push(`exit ${run.status ?? run.signal}, not 2`);
  if (run.stdout !== "") faults.push("a report in spite of the refusal");
  const { code } = test.expect.notices[0];
  const pattern = patternOf(code);
  if (!pattern) return [...faults, `no wording for ${code}`];
  const quoted = pattern.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, "[^]*");
  if (!new RegExp(`^${quoted}\\n$`).test(run.stderr)) faults.push(`not the wording of ${code}: ${run.stderr}`);
  return faults;
}

function openedFaults(test, run) {
  if (run.status !== 0 && run.status !== 1) return [`exit ${run.status ?? run.signal}: ${run.stderr}`];
  const report = JSON.parse(run.stdout);
  const faults = [];
  const list = (notices) => notices.map((n) => `${n.code} ${n.at}`).sort();
  const want = list(test.expect.notices);
  const got = list(report.notices);
  if (!isDeepStrictEqual(want, got)) faults.push(`notices [${got.join(", ")}], not [${want.join(", ")}]`);
  for (const notice of report.notices) {
    if (!notice.message || /[{}]/.test(notice.message)) faults.push(`${notice.code}: message “${notice.message}”`);
  }
  const aside = Object.fromEntries(report.aside.map((a) => [a.at, a.value]));
  if (test.expect.aside && !isDeepStrictEqual(aside, { ...test.expect.aside })) {
    faults.push(`aside ${JSON.stringify(aside).slice(0, 400)}`);
  }
  for (const [pointer, size] of Object.entries(test.expect.asideSizes ?? {})) {
    if (aside[pointer]?.length !== size) faults.push(`aside ${pointer} holds ${aside[pointer]?.length}, not ${size}`);
  }
  for (const f of test.expect.findings ?? []) {
    const there = report.findings.some(
      (g) => g.rule === f.rule && g.severity === f.severity && isDeepStrictEqual(g.at, f.at),
    );
    if (!there) faults.push(`not found: ${f.severity} ${f.rule} at ${f.at}`);
  }
  return faults;
}

let failed = 0;
const cases = badInputCases(args[0]);
for (const test of cases) {
  const run = spawnSync(binary, ["check", "-", "--format", "json"], {
    input: bytesOf(test),
    encoding: "utf8",
    cwd: root,
    timeout: 60000,
    maxBuffer: 1 << 28,
  });
  const faults = test.expect.outcome === "refused" ? refusalFaults(test, run) : openedFaults(test, run);
  if (faults.length === 0) continue;
  failed += 1;
  console.log(`FAIL ${test.name}: ${test.about}\n  ${faults.join("\n  ")}`);
}
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && cases.length > 0 ? 0 : 1);
