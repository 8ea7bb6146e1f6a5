// The whole core under Node (ARCHITECTURE.md §6): what reads form definitions and makes of one what the page loads.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const schema = join(root, "schema");

const wasmOf = (name) => readFileSync(join(root, `build/wasm/${name}.wasm`));

// The modules are built for the web only: under Node they are handed their bytes.
async function makeModule(name) {
  const { default: create } = await import(pathToFileURL(join(root, `build/wasm/${name}.mjs`)));
  return create({ wasm: wasmOf(name) });
}

export const makeWholeCore = () => makeModule("whole");
export const makeFirstHalf = () => makeModule("formcheck");
export const loadRest = (core) => core.rest(wasmOf("formcheck-rest"));

// Both halves of it.
export async function makePageCore() {
  const core = await makeFirstHalf();
  await loadRest(core);
  return core;
}

// Paths of what an edition is made of: its own files, the code lists, the wording that belongs to no form.
export function editionPaths(edition = "zj-quality-benchmark/2025") {
  const jsonFiles = (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json") && name !== "lock.json")
      .sort()
      .map((name) => join(folder, name));
  return [...jsonFiles(join(schema, edition)), ...jsonFiles(join(schema, "codes")), join(schema, "core.zh-CN.json")];
}

// The narrative reader, and what it knows.
export function narrativePaths(edition = "zj-quality-benchmark/2025") {
  const file = (name) => join(schema, edition, name);
  const reader = join(root, "build/wasm/narrative.wasm");
  return { reader, knowledge: file("narrative.json"), wording: file("narrative.zh-CN.json") };
}

// { name: text }
export function editionFiles(edition) {
  const paths = editionPaths(edition);
  return Object.fromEntries(paths.map((path) => [path.slice(path.lastIndexOf("/") + 1), readFileSync(path, "utf8")]));
}

// → { view, image, blank }: the form as the page shows it (JSON), what the page's core reads, and what the page knows of a blank draft
// before the core is there. Throws what is wrong.
export async function compileForm(files = editionFiles()) {
  const core = await makeWholeCore();
  const text = core.load(JSON.stringify(files));
  const { ok, error, image } = JSON.parse(text);
  if (!ok) throw new Error(`${error.file} ${error.place}: ${error.message} [${error.code}]`);
  const at = core.inputBuffer(0);
  const start = text.indexOf('"form":') + '"form":'.length;
  const compiled = core.HEAPU8.slice(at, at + image);
  const session = new core.Session();
  const { rows, sections, todo } = JSON.parse(session.snapshot());
  session.delete();
  // As web/src/core/waiting-session reads it.
  const rowOf = ({ slot, id, key = null }) => (key === id ? [slot, id] : [slot, id, key]);
  const blank = {
    rows: Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(rowOf)])),
    required: Object.fromEntries(sections.map(({ id, required }) => [id, required])),
    todo,
  };
  return { view: text.slice(start, -1), image: compiled, blank };
}

// The page's core with that form in it.
export async function makeFormCore() {
  const [core, { view, image }] = await Promise.all([makePageCore(), compileForm()]);
  const fault = core.readImage(image, view, core.whole);
  if (fault !== 0) throw new Error(`the image cannot be read: ${fault}`);
  return { core, form: JSON.parse(view), image, view };
}
