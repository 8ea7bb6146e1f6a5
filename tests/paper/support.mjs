// What the tests of paper share: the real form, drafts as the core writes them, and the words a draft puts on paper.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { loadPageForm, root } from "../wasm/core.mjs";

export { root };
export const { core, form } = await loadPageForm();
export const { buildApplication, buildLetter } = await loadTs("web/src/document/build.ts");
export const sample = JSON.parse(readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8"));
export const blank = {
  format: "formcheck-draft/1",
  form: { id: form.id, edition: form.edition, version: form.version },
  values: {},
};

// A draft as the page hands it over: read and written by the core. Throws when the core refuses it.
export function throughCore(draft) {
  const session = new core.Session();
  try {
    const opened = JSON.parse(session.open(JSON.stringify(draft)));
    if (!opened.ok) throw new Error(JSON.stringify(opened.notices));
    return JSON.parse(session.draft(draft.saved ?? ""));
  } finally {
    session.delete();
  }
}

// Every paragraph of a document, wherever it stands.
export function paragraphsOf(document) {
  return document.blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block];
    if (block.kind === "table") return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
    if (block.kind === "cover") return block.lines.map(({ runs }) => ({ runs }));
    return block.kind === "figure" ? [block.caption] : [];
  });
}

// { pointer: the lines of text that stand on paper for it }
export function textBySource(document) {
  const found = new Map();
  for (const { runs } of paragraphsOf(document)) {
    for (const run of runs) {
      if (run.kind !== "text" || run.source === undefined) continue;
      found.set(run.source, [...(found.get(run.source) ?? []), run.text]);
    }
  }
  return found;
}
