// The libFuzzer stages: what each target starts from and how it is run. tests/fuzz/corpus is kept: few inputs that reach what was
// reached so far, one a line (fuzz-corpus.mjs makes it). A short run repeats itself, seed and number of inputs fixed, so that what
// was green stays green; a long one takes a new seed, which is printed. What crashed lies in build/fuzz/crashes, and becomes a
// case or a test when it is mended.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const imageHead = 32;
const edition = "schema/zj-quality-benchmark/2025";

function copies(folder, ...files) {
  for (const file of files) copyFileSync(file, join(folder, `seed-${basename(file)}`));
}

const badInputs = () => readdirSync("tests/cases/bad-input").map((name) => join("tests/cases/bad-input", name));
const rules = () => JSON.parse(readFileSync(`${edition}/rules.json`, "utf8")).rules;

// Data that is there anyway, rather than seeds of their own.
const seeds = {
  draft_reader(folder) {
    copies(folder, "tests/cases/sample/draft.json", ...badInputs());
  },
  // What follows the head of the small definition's image.
  image_reader(folder) {
    const image = join(folder, "seed-mini");
    const args = ["compile", "tests/cases/definition/mini", "--out", image, "--view", `${image}.view`];
    execFileSync("build/native/formcheck", args);
    writeFileSync(image, readFileSync(image).subarray(imageHead));
    rmSync(`${image}.view`);
  },
  json(folder) {
    copies(folder, ...badInputs());
  },
  rule_parser(folder) {
    for (const { id, rule } of rules()) writeFileSync(join(folder, `seed-${id}`), rule);
  },
  definition(folder) {
    for (const [n, file] of ["form.json", "rules.json", "messages.zh-CN.json", "towns.json"].entries()) {
      const text = readFileSync(`tests/cases/definition/mini/${file}`);
      writeFileSync(join(folder, `seed-${file}`), Buffer.concat([Buffer.from([n]), text]));
    }
  },
  counter(folder) {
    const { groups } = JSON.parse(readFileSync("tests/cases/text/count.json", "utf8"));
    for (const [n, { cases }] of groups.entries()) {
      writeFileSync(join(folder, `seed-${n}`), cases.map(([text]) => text).join("\n"));
    }
  },
  narrative(folder) {
    const cases = "tests/cases/narrative";
    for (const name of readdirSync(cases).filter((n) => n.endsWith(".json"))) {
      const passages = JSON.parse(readFileSync(join(cases, name), "utf8")).cases ?? [];
      for (const { id, text } of passages) writeFileSync(join(folder, `seed-${basename(name, ".json")}-${id}`), text);
    }
  },
};

const targets = {
  // bytes of an input, seconds and inputs of a short run (whichever ends first)
  draft_reader: { largest: 65_536, seconds: 60, runs: 1_000_000 },
  image_reader: { largest: 65_536, seconds: 30, runs: 100_000 },
  rule_parser: { largest: 4_200, seconds: 60, runs: 10_000_000 },
  counter: { largest: 16_384, seconds: 60, runs: 10_000_000 },
  narrative: { largest: 4_096, seconds: 30, runs: 100_000 },
  definition: { largest: 16_384, seconds: 20, runs: 20_000 },
  json: { largest: 16_384, seconds: 15, runs: 100_000 },
  regex: { largest: 1_024, seconds: 15, runs: 100_000 },
  numbers: { largest: 256, seconds: 15, runs: 200_000 },
  figure_lines: { largest: 4_096, seconds: 15, runs: 100_000 },
};
const LONG_SECONDS = 900;

export const keptFile = (target) => `tests/fuzz/corpus/${target}.txt`;

function unpack(target, folder) {
  if (!existsSync(keptFile(target))) return;
  const lines = readFileSync(keptFile(target), "utf8").split("\n").slice(0, -1);
  for (const [n, line] of lines.entries()) writeFileSync(join(folder, `kept-${n}`), Buffer.from(line, "base64"));
}

export const fuzzTargets = Object.keys(targets);

// What is compared may be an address, and what a folder holds depends on the clock: neither may lead a run that repeats itself.
const repeatable = (runs) => ["-seed=20250909", `-runs=${runs}`, "-use_cmp=0", "-reload=0"];

// → the arguments for the target's program, and how long it may take.
export function fuzzArguments(target, long) {
  const { largest, seconds, runs } = targets[target];
  const folder = (name, empty) => {
    const path = `build/fuzz/${name}/${target}`;
    if (empty) rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    return path;
  };
  const seedFolder = folder("seeds", true);
  seeds[target]?.(seedFolder);
  unpack(target, seedFolder);
  const dictionary = `tests/fuzz/${target}.dict`;
  const most = long ? LONG_SECONDS : seconds;
  // What is found; a long run goes on from the last.
  const folders = [folder(long ? "corpus" : "corpus-short", !long), seedFolder];
  const args = [
    ...folders,
    ...(long ? [`-seed=${1 + Math.floor(Math.random() * 2 ** 31)}`] : repeatable(runs)),
    `-max_total_time=${most}`,
    `-max_len=${largest}`,
    `-artifact_prefix=${folder("crashes")}/`,
    "-timeout=10",
    "-rss_limit_mb=3072",
    "-print_final_stats=1",
    ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
  ];
  return { args, folders, seconds: most };
}
