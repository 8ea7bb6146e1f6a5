// The two builds of the core side by side: the WebAssembly module under Node, and the native command line.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = join(root, "build/native/formcheck");

// The module is built for the web only: under Node it is handed its bytes instead of fetching them.
export async function loadCore() {
  const { default: create } = await import(pathToFileURL(join(root, "build/wasm/formcheck.mjs")));
  return create({ wasmBinary: readFileSync(join(root, "build/wasm/formcheck.wasm")) });
}

const jsonFiles = (folder) => readdirSync(folder).filter((name) => name.endsWith(".json"));

// { name: text } of an edition, its code lists and the wording that belongs to no form.
export function definitionFiles(edition = "schema/zj-quality-benchmark/2025") {
  const files = {};
  for (const folder of [edition, "schema/codes"]) {
    for (const name of jsonFiles(join(root, folder))) files[name] = readFileSync(join(root, folder, name), "utf8");
  }
  files["core.zh-CN.json"] = readFileSync(join(root, "schema/core.zh-CN.json"), "utf8");
  return files;
}

export async function loadForm() {
  const core = await loadCore();
  const loaded = JSON.parse(core.load(JSON.stringify(definitionFiles())));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return { core, form: loaded.form };
}

// What the command line answers; stdout as it was printed.
export function native(args, input = "") {
  const run = spawnSync(binary, args, { input, encoding: "utf8", maxBuffer: 1 << 28, timeout: 60_000 });
  if (run.error) throw run.error;
  return { code: run.status, out: run.stdout, err: run.stderr };
}

// A draft through the module: its report where it could be opened, else what was said. Bytes go in as they are.
export function checkInWasm(core, draft) {
  const session = new core.Session();
  try {
    const opened = JSON.parse(session.open(typeof draft === "string" ? draft : new Uint8Array(draft)));
    return opened.ok
      ? { ok: true, report: session.report() }
      : { ok: false, messages: opened.notices.map((notice) => notice.message) };
  } finally {
    session.delete();
  }
}

// The same by the command line, in the same shape.
export function checkNatively(draft) {
  const { code, out, err } = native(["check", "-", "--format", "json"], draft);
  return code === 0 || code === 1
    ? { ok: true, report: out }
    : { ok: false, messages: err.split("\n").filter((line) => line !== "") };
}
