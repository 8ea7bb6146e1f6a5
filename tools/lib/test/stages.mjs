// What tools/test runs. Every stage must exist: one that finds no test fails, it is never passed over.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fuzzArguments } from "./fuzz.mjs";

// A step is one program: its printed counts are its tests; with isTest "whole" it is itself one test; with isTest false
// (a build, a preparation) it only can fail; with `twice` files that failed run once more (again.mjs).
// The limits are for what hangs, not for what is slow: a busy machine was seen to need three times as long as a quiet one.
const build = (target) => ({ command: "tools/build", args: [target], isTest: false, minutes: 60 });
const node = (file, ...args) => ({ command: process.execPath, args: [file, ...args] });

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.mjs"));
  return names.sort().map((name) => join(folder, name));
}

function nodeTests(folder, options = {}, isWanted = () => true) {
  const files = testFiles(folder).filter(isWanted);
  if (files.length === 0) throw new Error(`no *.test.mjs in ${folder}`);
  // A browser that hangs takes its file with it, not the stage: that file may run once more.
  const limit = `--test-timeout=${30 * 60_000}`;
  return [{ command: process.execPath, args: ["--test", "--test-reporter=tap", limit, ...files], ...options }];
}

// The programs CTest knows of in a build folder, with their working folders and time limits left to us.
function ctestSteps(buildDir, optionsOf, isWanted = () => true) {
  const listing = execFileSync("ctest", ["--test-dir", buildDir, "--show-only=json-v1"], { encoding: "utf8" });
  const { tests } = JSON.parse(listing);
  if (tests.length === 0) throw new Error(`CTest knows of no test in ${buildDir}`);
  return tests
    .filter(({ name }) => isWanted(name))
    .map((test) => {
      const [command, ...args] = test.command ?? [];
      if (!command) throw new Error(`${test.name} is not built`);
      const property = (name) => test.properties?.find((p) => p.name === name)?.value;
      const preparation = property("FIXTURES_SETUP") === undefined ? {} : { isTest: false };
      return { command, args, cwd: property("WORKING_DIRECTORY"), ...optionsOf(test.name), ...preparation };
    });
}

const sanitizerOptions = {
  ASAN_OPTIONS: "detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1",
  UBSAN_OPTIONS: "print_stacktrace=1:halt_on_error=1",
};
// Each program counts into a file of its own, which its next run writes anew (coverage.mjs).
const countingInto = (name) => ({ LLVM_PROFILE_FILE: resolve(`build/sanitize/counts/${name}.profraw`) });
const notCounting = { LLVM_PROFILE_FILE: "/dev/null" };

function fuzzSteps(target, long) {
  const command = `build/sanitize/tests/fuzz/fuzz_${target}`;
  const { args, seconds } = fuzzArguments(target, long);
  return [{ command, args, isTest: "whole", minutes: seconds / 60 + 5, env: { ...sanitizerOptions, ...notCounting } }];
}

// Some two fifths of the time of all end-to-end tests.
const looks = /\/(every-view|accessibility|appearance|review-axe|reach|tables-looks)\.test\.mjs$/;

export function makeStages({ long }) {
  const env = long ? { FORMCHECK_LONG: "1" } : {};
  const minutes = long ? 90 : 30;
  const fuzz = (target, about) => ({
    name: `fuzz-${target}`,
    about,
    needs: ["build-sanitize"],
    steps: () => fuzzSteps(target, long),
  });
  // In two, so that both lanes have work when little else is left.
  const sanitized = (name, about, isWanted) => ({
    name,
    about,
    needs: ["build-sanitize"],
    steps: () => {
      const optionsOf = (test) => ({ env: { ...env, ...sanitizerOptions, ...countingInto(test) }, minutes: 90 });
      return ctestSteps("build/sanitize", optionsOf, isWanted);
    },
  });
  const e2e = (name, about, isWanted) => ({
    name,
    about,
    needs: ["build-site", "build-single"],
    steps: () => {
      const folder = resolve("build/coverage", name);
      const options = {
        env: { ...env, FORMCHECK_COVERAGE: folder },
        minutes: 80, // 11 and 16 were seen, with other stages beside them
        twice: true,
      };
      return [{ command: "rm", args: ["-rf", folder], isTest: false }, ...nodeTests("tests/e2e", options, isWanted)];
    },
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
    building("fonts", "the exporters' fonts"),
    { ...building("site", "the page"), needs: ["build-wasm"] },
    { ...building("single", "the page in one file"), needs: ["build-site"] },
    building("native", "the command line and the C++ tests"),
    {
      name: "native",
      about: "the C++ tests",
      needs: ["build-native"],
      steps: () => ctestSteps("build/native", () => ({ env, minutes })),
    },
    {
      name: "site",
      about: "gates on the built page: its syntax, its wasm features, its policy, its size",
      needs: ["build-site"],
      steps: () => nodeTests("tests/site"),
    },
    e2e("e2e-looks", "the page in Chromium: what axe and the eye see of it", (file) => looks.test(file)),
    e2e("e2e-use", "the page in Chromium: what people do with it", (file) => !looks.test(file)),
    {
      name: "page-coverage",
      about: "how much of the page's code those run",
      needs: ["e2e-looks", "e2e-use"],
      steps: () => [{ ...node("tools/lib/test/page-coverage.mjs"), isTest: "whole" }],
    },
    {
      name: "browsers",
      about: "old and other browsers, both editions: the matrix",
      needs: ["build-site", "build-single"],
      steps: () => nodeTests("tests/browsers", { env, minutes: 40, twice: true }),
    },
    building("sanitize", "the C++ tests and the libFuzzer targets with the address and undefined-behaviour sanitizers"),
    {
      name: "cases",
      about: "every case in tests/cases through the command line, and whether every rule has its cases",
      needs: ["build-native"],
      steps: () => [
        node("tools/cases/run.mjs"),
        node("tools/cases/bad-input.mjs"),
        { ...node("tools/cases/narrative.mjs"), isTest: "whole" },
        { ...node("tools/cases/narrative-seeds.mjs"), isTest: "whole" },
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
    {
      name: "paper",
      about: "the application and the letter on paper: complete, clean, the same bytes; the material pack",
      needs: ["build-wasm", "build-fonts"],
      steps: () => nodeTests("tests/paper", { env, minutes }),
    },
    {
      name: "word",
      about: "Word files in and out, also through LibreOffice",
      needs: ["build-wasm"],
      steps: () => nodeTests("tests/word", { env, minutes }),
    },
    {
      name: "importers",
      about: "damaged Word files, PDFs and clips through the importers",
      needs: ["build-wasm"],
      steps: () => nodeTests("tests/importers", { env, minutes }),
    },
    sanitized("sanitize-form", "the form model's C++ tests under the sanitizers", (test) => test === "form"),
    sanitized("sanitize", "all other C++ tests under the sanitizers", (test) => test !== "form"),
    {
      name: "coverage",
      about: "how much of the core the sanitized tests run",
      needs: ["sanitize-form", "sanitize"],
      steps: () => [{ ...node("tools/lib/test/coverage.mjs"), isTest: "whole" }],
    },
    fuzz("draft_reader", "random draft files"),
    { ...fuzz("image_reader", "random images of a definition"), needs: ["build-sanitize", "build-native"] },
    fuzz("rule_parser", "random rule expressions"),
    fuzz("counter", "random texts through the counter, the number reader and the formats"),
    fuzz("definition", "random form definitions"),
    fuzz("json", "random bytes through the JSON reader"),
    fuzz("regex", "random patterns"),
    fuzz("numbers", "random numbers and literals of the rule language"),
    fuzz("figure_lines", "random lines that stand for figures"),
    fuzz("narrative", "random texts through the narrative reader"),
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
