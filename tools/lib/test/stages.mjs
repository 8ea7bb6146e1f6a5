// What tools/test runs. Every stage must exist: one that finds no test fails, it is never passed over.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fuzzArguments } from "./fuzz.mjs";

// A step is one program: its printed counts are its tests; with isTest "whole" it is itself one test; with isTest false
// (a build, a preparation) it only can fail.
const build = (target) => ({ command: "tools/build", args: [target], isTest: false });
const node = (file, ...args) => ({ command: process.execPath, args: [file, ...args] });

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.mjs"));
  return names.sort().map((name) => join(folder, name));
}

function nodeTests(folder, options = {}) {
  const files = testFiles(folder);
  if (files.length === 0) throw new Error(`no *.test.mjs in ${folder}`);
  return [{ command: process.execPath, args: ["--test", "--test-reporter=tap", ...files], ...options }];
}

// The programs CTest knows of in a build folder, with their working folders and time limits left to us.
function ctestSteps(buildDir, options = {}) {
  const listing = execFileSync("ctest", ["--test-dir", buildDir, "--show-only=json-v1"], { encoding: "utf8" });
  const { tests } = JSON.parse(listing);
  if (tests.length === 0) throw new Error(`CTest knows of no test in ${buildDir}`);
  return tests.map((test) => {
    const [command, ...args] = test.command ?? [];
    if (!command) throw new Error(`${test.name} is not built`);
    const property = (name) => test.properties?.find((p) => p.name === name)?.value;
    const preparation = property("FIXTURES_SETUP") === undefined ? {} : { isTest: false };
    return { command, args, cwd: property("WORKING_DIRECTORY"), ...options, ...preparation };
  });
}

const sanitizerOptions = {
  ASAN_OPTIONS: "detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1",
  UBSAN_OPTIONS: "print_stacktrace=1:halt_on_error=1",
};

function fuzzSteps(target, seconds) {
  const command = `build/fuzz/tests/fuzz/fuzz_${target}`;
  const args = fuzzArguments(target, seconds);
  return [{ command, args, isTest: "whole", minutes: seconds / 60 + 5, env: sanitizerOptions }];
}

export function makeStages({ long }) {
  const env = long ? { FORMCHECK_LONG: "1" } : {};
  const minutes = long ? 90 : 15;
  const fuzzSeconds = long ? 1800 : 60;
  const fuzz = (target, about) => ({
    name: `fuzz-${target}`,
    about,
    needs: ["build-fuzz"],
    steps: () => fuzzSteps(target, fuzzSeconds),
  });
  const building = (target, about) => ({
    name: `build-${target}`,
    about,
    needs: [],
    builds: true,
    steps: () => [build(target)],
  });
  return [
    building("wasm", "the core for the page"),
    { ...building("site", "the page"), needs: ["build-wasm"] },
    building("native", "the command line and the C++ tests"),
    {
      name: "native",
      about: "the C++ tests",
      needs: ["build-native"],
      steps: () => ctestSteps("build/native", { env, minutes }),
    },
    {
      name: "site",
      about: "gates on the built page: its syntax, its wasm features, its policy, its size",
      needs: ["build-site"],
      steps: () => nodeTests("tests/site"),
    },
    { name: "e2e", about: "the page in Chromium", needs: ["build-site"], steps: () => nodeTests("tests/e2e") },
    building("sanitize", "the C++ tests with the address and undefined-behaviour sanitizers"),
    {
      name: "cases",
      about: "every case in tests/cases/findings through the command line, and whether every rule has its cases",
      needs: ["build-native"],
      steps: () => [
        node("tools/cases/run.mjs"),
        node("tools/cases/bad-input.mjs"),
        { ...node("tools/cases/coverage.mjs"), isTest: "whole" },
      ],
    },
    {
      name: "cli",
      about: "the command line as a person uses it",
      needs: ["build-native"],
      steps: () => nodeTests("tests/cli"),
    },
    {
      name: "wasm",
      about: "the WebAssembly core under Node: the same bytes as the command line",
      needs: ["build-native", "build-wasm"],
      steps: () => nodeTests("tests/wasm"),
    },
    building("fuzz", "the libFuzzer targets"),
    {
      name: "sanitize",
      about: "the C++ tests under the sanitizers",
      needs: ["build-sanitize"],
      steps: () => ctestSteps("build/sanitize", { env: { ...env, ...sanitizerOptions }, minutes }),
    },
    fuzz("draft_reader", "random draft files"),
    fuzz("rule_parser", "random rule expressions"),
    fuzz("counter", "random texts through the counter"),
    { name: "schema", about: "the form definition and its schemas", needs: [], steps: () => nodeTests("tests/schema") },
    { name: "house", about: "the house rules", needs: [], steps: () => nodeTests("tests/house") },
    { name: "tools", about: "the tools themselves", needs: [], steps: () => nodeTests("tests/tools") },
    {
      name: "lint",
      about: "formatting and lint of TypeScript, Vue and scripts",
      needs: [],
      steps: () => [
        {
          command: "node_modules/.bin/biome",
          args: ["ci", "--colors=off", "--max-diagnostics=40", "."],
          isTest: "whole",
        },
      ],
    },
    {
      name: "types",
      about: "type check of the page and of its build",
      needs: [],
      steps: () =>
        ["web/tsconfig.json", "web/tsconfig.node.json"].map((project) => ({
          command: "node_modules/.bin/vue-tsc",
          args: ["-p", project],
          isTest: "whole",
        })),
    },
    { name: "web", about: "unit tests of the page's modules", needs: [], steps: () => nodeTests("tests/web") },
  ];
}
