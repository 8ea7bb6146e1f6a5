// Which lines of the C++ core the sanitized tests ran, room by room. Usage: node tools/lib/test/coverage.mjs [--files]
// Fails when a room lies below the bar. Reads what the programs in build/sanitize counted; run the tests there first.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const build = resolve("build/sanitize");
const bar = 90; // per cent of lines, in every room of the core
const elsewhere = new Set(["bindings"]); // tested as WebAssembly

const counts = join(build, "counts");
const counted = existsSync(counts) ? readdirSync(counts).filter((name) => name.endsWith(".profraw")) : [];
if (counted.length === 0) {
  console.error(`coverage: nothing was counted in ${relative(".", build)}; run its tests first`);
  process.exit(1);
}
const run = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 30 });
const merged = join(build, "counts/all.profdata");
run("llvm-profdata-14", "merge", "-sparse", "-o", merged, ...counted.map((name) => join(counts, name)));
const { tests } = JSON.parse(run("ctest", "--test-dir", build, "--show-only=json-v1"));
const programs = [...new Set(tests.map(({ command }) => command[0]))].filter((path) => path.startsWith(build));

// file of the core → line → how often it ran, over all programs
const lines = new Map();
let file;
const [first, ...others] = programs;
const objects = others.flatMap((path) => ["-object", path]);
for (const line of run("llvm-cov-14", "export", "-format=lcov", `-instr-profile=${merged}`, first, ...objects).split(
  "\n",
)) {
  const [, key, value] = line.match(/^(SF|DA):(.*)$/) ?? [];
  if (key === "SF") {
    const path = relative(".", value);
    file = path.startsWith("wasm/") ? path : undefined;
    if (file && !lines.has(file)) lines.set(file, new Map());
  } else if (key === "DA" && file) {
    const [number, times] = value.split(",").map(Number);
    lines.get(file).set(number, (lines.get(file).get(number) ?? 0) + times);
  }
}

const share = (part, all) => (all === 0 ? 100 : (100 * part) / all);
const rooms = new Map();
const files = [];
for (const [path, found] of [...lines].sort()) {
  const room = path.split("/")[1];
  const ran = [...found.values()].filter((times) => times > 0).length;
  const total = rooms.get(room) ?? { ran: 0, all: 0 };
  rooms.set(room, { ran: total.ran + ran, all: total.all + found.size });
  files.push({
    path,
    ran,
    all: found.size,
    missed: [...found].filter(([, times]) => times === 0).map(([line]) => line),
  });
}
if (process.argv.includes("--files")) {
  for (const { path, ran, all, missed } of files) {
    console.log(`${path}: ${share(ran, all).toFixed(1)} %${missed.length > 0 ? `, not run: ${missed.join(" ")}` : ""}`);
  }
}
let failed = false;
const told = [];
for (const [room, { ran, all }] of rooms) {
  if (elsewhere.has(room)) continue;
  const reached = share(ran, all);
  told.push(`${room} ${reached.toFixed(1)} %`);
  if (reached < bar) failed = true;
}
console.log(`note: lines of the core that the tests ran: ${told.join(", ")} (at least ${bar} %)`);
process.exit(failed ? 1 : 0);
