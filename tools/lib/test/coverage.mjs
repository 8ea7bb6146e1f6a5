// Which lines of the C++ core the sanitized tests ran, room by room. Usage: node tools/lib/test/coverage.mjs [--files]
// Fails when a room lies below the bar. Reads what gcov counts in build/sanitize; run the tests there first.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const build = resolve("build/sanitize");
const bar = 90; // per cent of lines, in every room of the core
const elsewhere = new Set(["bindings"]); // tested as WebAssembly

const counted = readdirSync(build, { recursive: true })
  .filter((name) => name.endsWith(".gcda"))
  .map((name) => join(build, name));
if (counted.length === 0) {
  console.error(`coverage: nothing was counted in ${relative(".", build)}; run its tests first`);
  process.exit(1);
}

// file of the core → line → how often it ran, over all programs and translation units
const lines = new Map();
function add(file, line, times) {
  if (!lines.has(file)) lines.set(file, new Map());
  const known = lines.get(file);
  known.set(line, (known.get(line) ?? 0) + times);
}
for (let i = 0; i < counted.length; i += 20) {
  const args = ["--json-format", "--stdout", ...counted.slice(i, i + 20)];
  const output = execFileSync("gcov", args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for (const text of output.split("\n").filter((part) => part.startsWith("{"))) {
    const report = JSON.parse(text);
    for (const { file, lines: found } of report.files) {
      const path = relative(resolve("."), resolve(report.current_working_directory, file));
      if (!path.startsWith("wasm/")) continue;
      for (const { line_number: line, count } of found) add(path, line, count);
    }
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
