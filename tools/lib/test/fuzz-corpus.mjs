// node tools/lib/test/fuzz-corpus.mjs TARGET…: makes tests/fuzz/corpus/TARGET.txt anew from what is kept and what runs have found
// in build/fuzz: the fewest inputs that reach the same code, the smallest first, as far as there is room. One input a line, in
// base64, so that a thousand inputs are a file and a difference can be read. Needs tools/build fuzz.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fuzzArguments, keptFile } from "./fuzz.mjs";

const room = 40_000; // bytes of inputs for one target

for (const target of process.argv.slice(2)) {
  const { args, folders } = fuzzArguments(target, true);
  const small = `build/fuzz/small/${target}`;
  rmSync(small, { recursive: true, force: true });
  mkdirSync(small, { recursive: true });
  const largest = args.find((arg) => arg.startsWith("-max_len="));
  // By code alone: how often a line ran is not worth a file.
  const merge = ["-merge=1", "-use_counters=0", largest, small, ...folders];
  execFileSync(`build/sanitize/tests/fuzz/fuzz_${target}`, merge, {
    stdio: "ignore",
    env: { ...process.env, LLVM_PROFILE_FILE: "/dev/null" },
  });
  const inputs = readdirSync(small).map((name) => readFileSync(join(small, name)));
  inputs.sort((a, b) => a.length - b.length || Buffer.compare(a, b));
  let left = room;
  const kept = inputs.filter(({ length }) => {
    left -= length;
    return left >= 0;
  });
  mkdirSync("tests/fuzz/corpus", { recursive: true });
  writeFileSync(keptFile(target), kept.map((input) => `${input.toString("base64")}\n`).join(""));
  console.log(`${target}: ${kept.length} of ${inputs.length} inputs, ${room - Math.max(left, 0)} bytes`);
}
