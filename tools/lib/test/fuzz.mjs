// The libFuzzer stages: what each target starts from and how it is run. What they find grows in build/fuzz/corpus; what
// crashed lies in build/fuzz/crashes, and becomes a case or a test when it is mended.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const rulesFile = "schema/zj-quality-benchmark/2025/rules.json";

function copies(folder, ...files) {
  for (const file of files) copyFileSync(file, join(folder, `seed-${basename(file)}`));
}

// Data that is there anyway, rather than seeds of their own.
const seeds = {
  draft_reader(folder) {
    const bad = "tests/cases/bad-input";
    copies(folder, "tests/cases/sample/draft.json", ...readdirSync(bad).map((name) => join(bad, name)));
  },
  rule_parser(folder) {
    const { rules } = JSON.parse(readFileSync(rulesFile, "utf8"));
    for (const { id, rule } of rules) writeFileSync(join(folder, `seed-${id}`), rule);
  },
  counter(folder) {
    const { groups } = JSON.parse(readFileSync("tests/cases/text/count.json", "utf8"));
    for (const [n, { cases }] of groups.entries()) {
      writeFileSync(join(folder, `seed-${n}`), cases.map(([text]) => text).join("\n"));
    }
  },
};

const largest = { draft_reader: 65_536, rule_parser: 4_200, counter: 16_384 }; // bytes of an input

// → the arguments for the target's program.
export function fuzzArguments(target, seconds) {
  const corpus = `build/fuzz/corpus/${target}`;
  const crashes = `build/fuzz/crashes/${target}`;
  mkdirSync(corpus, { recursive: true });
  mkdirSync(crashes, { recursive: true });
  seeds[target]?.(corpus);
  const dictionary = `tests/fuzz/${target}.dict`;
  return [
    corpus,
    `-max_total_time=${seconds}`,
    `-max_len=${largest[target] ?? 4096}`,
    `-artifact_prefix=${crashes}/`,
    "-timeout=10",
    "-rss_limit_mb=3072",
    "-print_final_stats=1",
    ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
  ];
}
