// PDFs as the tests see them: made from drafts under Node with the page's own code, and read back by programs that are not ours.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { root } from "./support.mjs";

export const { renderPdf, fontsOf } = await loadTs("web/src/paper/pdf/render.ts");
export const { layOut } = await loadTs("web/src/paper/layout/layout.ts");
export const { linesOf } = await loadTs("web/src/paper/layout/lines.ts");

function font(name) {
  const path = join(root, "build/fonts", `${name}.font`);
  assert.ok(existsSync(path), "make the fonts first: tools/build fonts");
  return new Uint8Array(gunzipSync(readFileSync(path)));
}
export const files = { song: font("song"), hei: font("hei"), rest: font("rest") };
export const fonts = fontsOf(files);
const options = { creator: "test" };

export const pdfOf = (document, more = {}) => renderPdf(document, files, { ...options, ...more });

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, `${command}: ${error ?? stderr}`);
  return stdout;
}

// Runs `act` with the PDF as a file.
export function withFile(bytes, act) {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-"));
  try {
    const path = join(folder, "document.pdf");
    writeFileSync(path, bytes);
    return act(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const popplerText = (path) => run("pdftotext", ["-raw", path, "-"]);
export const mupdfText = (path) => run("mutool", ["draw", "-q", "-F", "txt", path]);
export const check = (path) => run("qpdf", ["--check", path]);
