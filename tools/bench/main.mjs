// Measures the core, native and as WebAssembly, and its peers in one run, and prints them as a table (see tools/bench/run).
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wasmActs } from "./core.mjs";
import { fewerRules } from "./fewer-rules.mjs";
import { compileForm, editionFiles, makeFormCore, placesOf, root, sampleText } from "./form.mjs";
import { medians } from "./measure.mjs";
import { peerActs } from "./peers.mjs";

// The early trial that the targets come from had so many.
const targetInstances = 66;
const columns = [
  ["number", "number cell", 1],
  ["scalar", "scalar", 1],
  ["key4000", "key in 4,000 字", 12],
  ["key40000", "key in 40,000 字", 12],
  ["whole", "whole draft", 25],
  ["loadCold", "first load", 20_000],
];
const details = [
  ["numberDelta", "number cell and its delta"],
  ["finding", "a finding comes and goes, with its delta"],
  ["key4000Delta", "key in 4,000 字 and its delta"],
  ["set4000", "4,000 字 handed over as a whole"],
  ["open", "opening the sample"],
  ["load", "loading again"],
];

function nativeTimes(files, places) {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-bench-"));
  try {
    mkdirSync(join(folder, "definition"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "definition", name), text);
    writeFileSync(join(folder, "sample.json"), sampleText);
    writeFileSync(join(folder, "places.json"), JSON.stringify(places));
    const out = execFileSync(join(root, "build/native/tools/bench/native/bench_core"), [folder], { encoding: "utf8" });
    return Object.fromEntries(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t"))
        .map(([name, ns]) => [name, Number(ns)]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const micro = (ns) => {
  const us = ns / 1000;
  return us >= 100 ? Math.round(us).toLocaleString("en") : us >= 10 ? us.toFixed(1) : us.toFixed(2);
};

function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => [...row[i]].length)));
  for (const row of rows) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
  }
}

const files = editionFiles();
const { core, form, image, view } = await makeFormCore();
const blank = new core.Session();
blank.open(sampleText);
const snapshot = JSON.parse(blank.snapshot());
const places = placesOf(form, snapshot);
blank.delete();

const native = nativeTimes(files, places);
const fewer = fewerRules(files, snapshot.rows, targetInstances);
const cores = [
  await wasmActs({ image, view }, sampleText, places),
  await wasmActs(await compileForm(fewer.files), sampleText, places),
];
const programs = [...cores, ...peerActs(form, places.longText)];
const all = medians(
  programs.flatMap(({ acts }, n) => Object.entries(acts).map(([name, act]) => [`${n} ${name}`, act])),
);
const [wasm, wasmFewer, ...peers] = programs.map(({ name, acts, loadCold }, n) => ({
  name,
  times: {
    // Only the first is cold: the engine keeps what it compiled.
    ...(n === 0 && { loadCold }),
    ...Object.fromEntries(Object.keys(acts).map((key) => [key, all[`${n} ${key}`]])),
  },
}));

console.log(`Medians in microseconds; Node ${process.versions.node}, ${sampleText.length} characters of draft\n`);
const cells = (times) => columns.map(([key]) => (times[key] === undefined ? "–" : micro(times[key])));
table([
  ["", ...columns.map(([, title]) => title)],
  ["formcheck, native", ...cells(native)],
  [`formcheck, WebAssembly (${fewer.of} rule instances)`, ...cells(wasm.times)],
  [`  with ${fewer.instances} of them, as the targets were set`, ...cells(wasmFewer.times)],
  ...peers.map(({ name, times }) => [name, ...cells(times)]),
  ["target (WebAssembly)", ...columns.map(([, , us]) => `≤ ${us.toLocaleString("en")}`)],
]);

console.log("\nTimes as long as formcheck in WebAssembly takes:\n");
const ratio = (times, key) => (times[key] === undefined ? "–" : `${(times[key] / wasm.times[key]).toFixed(1)}×`);
table([
  ["", ...columns.map(([, title]) => title)],
  ...peers.map(({ name, times }) => [name, ...columns.map(([key]) => ratio(times, key))]),
]);

console.log("\nMore of the core:\n");
table([
  ["", "native", "WebAssembly"],
  ...details.map(([key, title]) => [title, micro(native[key]), micro(wasm.times[key])]),
]);

for (const [{ times }, instances] of [
  [wasm, fewer.of],
  [wasmFewer, fewer.instances],
]) {
  const slow = columns.filter(([key, , us]) => times[key] > us * 1000).map(([, title]) => title);
  console.log(
    `\nWith ${instances} rule instances ${slow.length === 0 ? "every target is met" : `above target: ${slow.join(", ")}`}.`,
  );
}
