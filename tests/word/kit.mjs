// The Word modules under Node, with the real core: read a file, lay it against the form, take it over into a draft.
import { DOMParser } from "@xmldom/xmldom";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { loadPageForm } from "../wasm/core.mjs";

const { Store } = await loadTs("web/src/core/store.ts");
const { Session } = await loadTs("web/src/core/door.ts");
const { readWord } = await loadTs("web/src/word/read/read-word.ts");
const { matchForm } = await loadTs("web/src/word/match/match.ts");
const { Rest } = await loadTs("web/src/core/rest.ts");
const { exactTexts } = await loadTs("web/src/word/exact.ts");
const { planImport, proposedIds } = await loadTs("web/src/word/plan.ts");
const { applyPlan } = await loadTs("web/src/word/apply.ts");
const { renderDocx } = await loadTs("web/src/word/write/render-docx.ts");
const { buildApplication, buildLetter } = await loadTs("web/src/document/build.ts");

const { core, form } = await loadPageForm();

export { buildApplication, buildLetter, form, renderDocx };

// xmldom speaks of faults on the console; here they are thrown, as a browser's parser gives an error element.
const parser = {
  parseFromString: (text, type) =>
    new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(text, type),
};

export const surroundings = { parser, pause: async () => {}, now: () => 0 };

export const read = (bytes) => readWord(bytes, surroundings);

export async function readResult(bytes) {
  const got = await read(bytes);
  if (!got.ok) throw new Error(got.code);
  return { document: got.document, result: exactTexts(form, matchForm(form, got.document), got.document.draft) };
}

export const newStore = () => new Store(form, () => new Session(core), new Rest(core, undefined, true));

// A store with the given draft, or a blank one.
export function storeOf(draft) {
  const store = newStore();
  if (draft) {
    const opened = store.openNow(JSON.stringify(draft));
    if (!opened.ok) throw new Error(JSON.stringify(opened.notices));
  }
  return store;
}

// Everything proposed is taken. → { store, plan, result, draft }
export async function takeOver(bytes, { into, also = () => [] } = {}) {
  const store = storeOf(into);
  const { document, result } = await readResult(bytes);
  const plan = planImport(store, result);
  const taken = proposedIds(plan);
  for (const id of also(plan)) taken.add(id);
  applyPlan(store, plan, taken, "导入");
  return { store, plan, result, document, draft: JSON.parse(store.draft("2025-10-09T16:20:00+08:00")) };
}

// The application of a draft as a Word file, as the export makes it.
export const exported = (draft, inside = JSON.stringify(draft)) => renderDocx(buildApplication(form, draft), inside);

const isBlank = (value) => (typeof value === "string" ? value.trim() === "" : value.length === 0);
const blankRow = (row) => Object.entries(row).every(([key, value]) => key === "id" || isBlank(value));

// Values as the form means them: without the ids of rows and without what cannot be seen.
export function plain(node) {
  if (Array.isArray(node)) {
    return node.filter((one) => typeof one !== "object" || !blankRow(one)).map(plain);
  }
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node)
    .filter(([key]) => key !== "id")
    .map(([key, value]) => [key, plain(value)])
    .filter(([, value]) => typeof value !== "string" || !isBlank(value))
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .filter(([, value]) => typeof value !== "object" || Array.isArray(value) || Object.keys(value).length > 0);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
