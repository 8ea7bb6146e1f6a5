// Which source files the first load's scripts are made of (see tools/bench/weight): read from the source maps of the build.
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";
import { firstLoad, textOf, zipped } from "../../tests/site/built.mjs";
import { root } from "./form.mjs";

/** "@vue/reactivity" for a package's file, else the path below web/. */
function nameOf(source) {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  return inPackage ?? source.replace(/\?.*$/, "").replace(/^.*?(?=(src|build)\/)/, "");
}

/** A built script cut into pieces, each with the source it comes from; what the bundler adds goes to the source before it. */
function piecesOf(path) {
  const lines = textOf(path).split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  const text = lines.join("\n");
  const mapPath = `${root}build/maps/${basename(path)}.map`;
  if (!existsSync(mapPath)) return [{ name: "(bundler)", text }];
  const map = new TraceMap(readFileSync(mapPath, "utf8"));
  const pieces = [{ at: 0, name: "(bundler)" }];
  eachMapping(map, ({ generatedLine, generatedColumn, source }) => {
    const name = source === null ? pieces.at(-1).name : nameOf(source);
    if (name !== pieces.at(-1).name) pieces.push({ at: starts[generatedLine - 1] + generatedColumn, name });
  });
  return pieces.map(({ at, name }, n) => ({ name, text: text.slice(at, pieces[n + 1]?.at ?? text.length) }));
}

const sizeOf = (text) => gzipSync(text, { level: 9 }).length;

/** By source: bytes before zipping, and by how much the zipped script would shrink without them. */
function weightsOf(path) {
  const pieces = piecesOf(path);
  const whole = sizeOf(pieces.map(({ text }) => text).join(""));
  return [...new Set(pieces.map(({ name }) => name))].map((name) => {
    const own = pieces
      .filter((piece) => piece.name === name)
      .map(({ text }) => text)
      .join("");
    const others = pieces
      .filter((piece) => piece.name !== name)
      .map(({ text }) => text)
      .join("");
    return { name, raw: Buffer.byteLength(own), zipped: whole - sizeOf(others) };
  });
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const paths = firstLoad();
let total = 0;
for (const path of [...paths].sort((a, b) => zipped(b) - zipped(a))) {
  total += zipped(path);
  console.log(`${kb(zipped(path))} zipped  ${path}`);
}
console.log(`${kb(total)} zipped  in all`);
for (const path of paths.filter((name) => name.startsWith("assets/") && name.endsWith(".js"))) {
  console.log(`\n${path}: zipped, before zipping`);
  const weights = weightsOf(path).sort((a, b) => b.zipped - a.zipped);
  for (const { name, raw, zipped: bytes } of weights) console.log(`${kb(bytes)} ${kb(raw)}  ${name}`);
}
