// The narrative reader's times, native beside WebAssembly, in microseconds.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadTs } from "../lib/load-ts.mjs";
import { median } from "./measure.mjs";

const text = (path) => readFileSync(path, "utf8");
const edition = "schema/zj-quality-benchmark/2025";
const native = new Map(
  execFileSync("build/native/tools/bench/native/bench_narrative", ["."], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([name, time]) => [name, Number(time)]),
);

const { createReader } = await loadTs("web/src/review/reader.ts");
const wasm = readFileSync("build/wasm/narrative.wasm");
const knowledge = text(`${edition}/narrative.json`);
const wording = text(`${edition}/narrative.zh-CN.json`);
const draft = text("tests/cases/sample/draft.json");
const at = "/values/implementation";
const started = process.hrtime.bigint();
const reader = await createReader(wasm, knowledge, wording);
const times = { load: Number(process.hrtime.bigint() - started) };
times.open = median(() => reader.open(draft));
const sample = `${JSON.parse(draft).values.implementation}\n`;
for (const n of [1000, 4000, 40000]) {
  const first = sample.repeat(Math.ceil(n / sample.length)).slice(0, n);
  times[`read${n}`] = median(() => reader.set(at, "") && reader.set(at, first));
  reader.set(at, first);
  times[`key${n}`] = median((i) => reader.edit(at, n / 2, i % 2, i % 2 ? "" : "质"));
  times[`keyAndFindings${n}`] = median((i) => reader.edit(at, n / 2, i % 2, i % 2 ? "" : "质") && reader.findings());
}
const shown = (time) => (time === undefined ? "" : (time / 1000).toFixed(1)).padStart(10);
console.log(`${"".padEnd(26)}${"native".padStart(10)}${"wasm".padStart(10)}   µs`);
for (const name of new Set([...native.keys(), ...Object.keys(times)])) {
  console.log(`${name.padEnd(26)}${shown(native.get(name))}${shown(times[name])}`);
}
