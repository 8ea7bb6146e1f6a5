// The two builds of the core side by side: the WebAssembly module under Node, and the native command line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compileForm,
  editionFiles,
  loadRest,
  makeFirstHalf,
  makeFormCore,
  makeWholeCore,
} from "../../tools/lib/whole-core.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = join(root, "build/native/formcheck");

// The whole core: reads definitions, compiles, and has calls that only tests make.
export const loadCore = makeWholeCore;
export const definitionFiles = editionFiles;

// The whole core with the real form in it.
export async function loadForm() {
  const core = await loadCore();
  const loaded = JSON.parse(core.load(JSON.stringify(definitionFiles())));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return { core, form: loaded.form };
}

// The first half of the page's core, as it is before the rest has come.
export async function loadFirstHalf() {
  const [core, { view, image }] = await Promise.all([makeFirstHalf(), compileForm()]);
  assert.equal(core.readImage(image, view, false), 0);
  return { core, form: JSON.parse(view), loadRest: () => loadRest(core) };
}

// The page's own core with the image of the real form in it.
export const loadPageForm = makeFormCore;

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
