// Which lines of the page's own code the end-to-end tests ran, feature by feature. Usage: node
// tools/lib/test/page-coverage.mjs [--files]. Reads the counts in build/coverage, the built scripts and their maps.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";

const countsFolder = resolve("build/coverage");
const scriptsFolder = resolve("build/site/assets");
const mapsFolder = resolve("build/maps");
const bar = 85; // per cent of lines, over the whole page

const counts = existsSync(countsFolder)
  ? readdirSync(countsFolder, { recursive: true }).filter((name) => name.endsWith(".json"))
  : [];
if (counts.length === 0) {
  console.error("coverage: nothing was counted in build/coverage; run the end-to-end tests with FORMCHECK_COVERAGE");
  process.exit(1);
}

// script → for each character whether some page ran it
const ran = new Map();
const length = (file) => readFileSync(join(scriptsFolder, file), "utf8").length;

// V8 gives nested ranges, outer ones first: what an inner one says holds inside it.
function lay(marks, functions) {
  const once = new Uint8Array(marks.length);
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges) once.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  for (let i = 0; i < marks.length; i++) marks[i] |= once[i];
}

for (const name of counts) {
  for (const { file, functions } of JSON.parse(readFileSync(join(countsFolder, name), "utf8"))) {
    if (!existsSync(join(mapsFolder, `${file}.map`))) continue; // of another build
    if (!ran.has(file)) ran.set(file, new Uint8Array(length(file)));
    lay(ran.get(file), functions);
  }
}

const lines = new Map(); // source file → line → whether it ran
for (const mapName of readdirSync(mapsFolder)) {
  const file = mapName.replace(/\.map$/, "");
  if (!file.endsWith(".js") || !existsSync(join(scriptsFolder, file))) continue;
  const script = readFileSync(join(scriptsFolder, file), "utf8");
  const starts = [0];
  for (let at = script.indexOf("\n"); at >= 0; at = script.indexOf("\n", at + 1)) starts.push(at + 1);
  const marks = ran.get(file) ?? new Uint8Array(script.length); // a script no test ever loaded did not run
  eachMapping(new TraceMap(readFileSync(join(mapsFolder, mapName), "utf8")), (mapping) => {
    const own = /(?:^|\/)(src\/.*\.(?:ts|vue))$/.exec(mapping.source ?? "")?.[1];
    if (!own || mapping.source.includes("node_modules")) return;
    if (!lines.has(own)) lines.set(own, new Map());
    const known = lines.get(own);
    const at = starts[mapping.generatedLine - 1] + mapping.generatedColumn;
    known.set(mapping.originalLine, known.get(mapping.originalLine) === true || marks[at] === 1);
  });
}

const share = (part, all) => (all === 0 ? 100 : (100 * part) / all);
const features = new Map();
for (const [path, found] of [...lines].sort()) {
  const did = [...found.values()].filter(Boolean).length;
  const feature = path.split("/").length > 2 ? path.split("/")[1] : "main";
  const sum = features.get(feature) ?? { did: 0, all: 0 };
  features.set(feature, { did: sum.did + did, all: sum.all + found.size });
  const missed = [...found].flatMap(([line, yes]) => (yes ? [] : [line])).sort((a, b) => a - b);
  if (process.argv.includes("--files")) {
    console.log(
      `${path}: ${share(did, found.size).toFixed(1)} %${missed.length > 0 ? `, not run: ${missed.join(" ")}` : ""}`,
    );
  }
}
const sum = [...features.values()].reduce((a, b) => ({ did: a.did + b.did, all: a.all + b.all }), { did: 0, all: 0 });
const told = [...features].map(([name, { did, all }]) => `${name} ${share(did, all).toFixed(0)} %`);
const whole = share(sum.did, sum.all);
console.log(
  `note: lines of the page that the browser tests ran: ${whole.toFixed(1)} % (${told.join(", ")}; at least ${bar} %)`,
);
process.exit(whole < bar ? 1 : 0);
