// The Word importer under damaged files: read, laid against the form, planned and now and then taken over into a draft.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { documents, sample } from "../word/documents.mjs";
import { exported, form, newStore, read, storeOf } from "../word/kit.mjs";
import { docx, p } from "../word/ooxml.mjs";
import { damages } from "./bytes.mjs";
import { changed } from "./markup.mjs";

const { limits } = await loadTs("web/src/word/read/limits.ts");
const { matchForm } = await loadTs("web/src/word/match/match.ts");
const { exactTexts } = await loadTs("web/src/word/exact.ts");
const { planImport, proposedIds } = await loadTs("web/src/word/plan.ts");
const { applyPlan } = await loadTs("web/src/word/apply.ts");
const { failureText } = await loadTs("web/src/word/text.ts");

const strings = JSON.parse(readFileSync(new URL("../cases/hostile/strings.json", import.meta.url), "utf8"));
const names = [
  "notice-layout",
  "tracked-changes",
  "rich-narratives",
  "pictures",
  "surrounded",
  "controls",
  "boxes-form-fields",
  "text-boxes",
];
const bases = [];
for (const make of [...names.map((name) => documents[name]), () => exported(sample)]) bases.push(await make());
const unpacked = bases.map((bytes) => unzipSync(bytes));

const spec = {
  strings,
  wrappers: [
    "w:ins",
    "w:sdt",
    "w:sdtContent",
    "w:tbl",
    "w:tc",
    "w:r",
    "w:p",
    "w:hyperlink",
    "mc:Choice",
    "w:txbxContent",
    "w:drawing",
  ],
  names: [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:del",
    "w:ins",
    "w:drawing",
    "w:body",
    "w:fldChar",
    "w:footnoteReference",
  ],
  attributes: [
    '<w:gridSpan w:val="#"/>',
    "<w:vMerge/>",
    '<w:hMerge w:val="#"/>',
    '<w:tcPr><w:gridSpan w:val="#"/><w:vMerge/></w:tcPr>',
    '<w:trPr><w:gridBefore w:val="#"/></w:trPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="#"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="#"/></w:pPr>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:sym w:font="Wingdings" w:char="#"/></w:r>',
    '<w:r><w:footnoteReference w:id="#"/></w:r>',
    "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
  ],
};

// The ZIP's directory tells another story than its files.
function forged(bytes, pick) {
  const out = Uint8Array.from(bytes);
  const data = new DataView(out.buffer);
  const places = [];
  for (let at = 0; at + 46 < out.length; at++) if (data.getUint32(at, true) === 0x02014b50) places.push(at);
  for (let n = 1 + pick(3); n > 0 && places.length > 0; n--) {
    const field = pick.of([8, 10, 16, 20, 24, 28, 30, 32, 42]);
    data.setUint32(
      pick.of(places) + field,
      pick.of([0, 1, 46, 0xffff, 0x7fffffff, 0xffffffff, pick(out.length)]),
      true,
    );
  }
  return out;
}

function reparted(base, pick) {
  const files = { ...unpacked[base] };
  const all = Object.keys(files);
  const [a, b] = [pick.of(all), pick.of(all)];
  const kind = pick.of(["swapped", "lost", "renamed", "emptied"]);
  if (kind === "swapped") [files[a], files[b]] = [files[b], files[a]];
  else if (kind === "emptied") files[a] = new Uint8Array(0);
  else {
    if (kind === "renamed")
      files[pick.of(["../a.xml", "word/document.xml", "__proto__", "WORD\\DOCUMENT.XML", `${"a/".repeat(300)}b`])] =
        files[a];
    delete files[a];
  }
  return [`part ${kind}`, zipSync(files, { level: 0 })];
}

function rewritten(base, pick) {
  const files = { ...unpacked[base] };
  const others = Object.keys(files).filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
  const part = pick(4) > 0 ? "word/document.xml" : pick.of(others);
  const [what, text] = changed(strFromU8(files[part]), pick, spec);
  files[part] = strToU8(text);
  return [`${part}: ${what}`, zipSync(files, { level: 0 })];
}

/** → [what was done, bytes] */
export function input(pick) {
  const base = pick(bases.length);
  const way = pick(20);
  if (way < 3) {
    const kind = pick.of(Object.keys(damages));
    return [kind, damages[kind](bases[base], pick)];
  }
  if (way < 5) return ["forged", forged(bases[base], pick)];
  return way < 8 ? reparted(base, pick) : rewritten(base, pick);
}

const known = new Set(Object.keys(failureText));
const paragraphsOf = (blocks) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : block.cells.flatMap((cell) => cell.paragraphs)));

// A filled form in which one text is another.
function filledWith(pattern, text) {
  const files = { ...unpacked[0] };
  const source = strFromU8(files["word/document.xml"]);
  assert.match(source, pattern);
  files["word/document.xml"] = strToU8(source.replace(pattern, () => text));
  return zipSync(files, { level: 1 });
}
const sentence = "参与或主导国际、国家、行业、地方、团体标准制定数共";
const inSentence = /参与或主导国际[^<]*/;
const company = new RegExp(sample.values.company);
const words = ["个。其中，国际", "个，国家", "个，行业", "个，地方", "个，团体"].map((one) => one.repeat(200)).join("");

/** Files that broke the importer once, or were made to: each would go on for minutes or fill the memory. */
export const kept = {
  "rows without cells below a wide one": () =>
    docx({ body: `<w:tbl><w:tr>${"<w:tc><w:p/></w:tc>".repeat(128)}</w:tr>${"<w:tr/>".repeat(60_000)}</w:tbl>` }),
  "cells beyond the last column": () =>
    docx({
      body: `<w:tbl><w:tr>${"<w:tc><w:p/></w:tc>".repeat(128)}<w:tc>${p("x").repeat(30_000)}</w:tc>${"<w:tc/>".repeat(100_000)}</w:tr></w:tbl>`,
    }),
  "a million tags": () => docx({ body: "<w:p/>".repeat(1_000_001) }),
  "thousands of attributes": () =>
    docx({ body: `<w:p ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(" ")}/>${p("x")}` }),
  "elements within elements": () => docx({ body: `${"<w:ins>".repeat(20_000)}${p("x")}${"</w:ins>".repeat(20_000)}` }),
  "a label again and again": () => filledWith(company, "通讯地址：".repeat(40_000)),
  "an option again and again": () => filledWith(company, "□通用设备制造业".repeat(20_000)),
  "the words of a sentence again and again": () => filledWith(inSentence, sentence + words),
  "a line drawn without end": () => filledWith(inSentence, `${sentence}${"_".repeat(7000)}个`),
  "blanks within a text": () => filledWith(company, `浙江${" ".repeat(400_000)}公司`),
  "a number without end": () => filledWith(company, "1".repeat(400_000)),
};

let run = 0;
/** → what came of it; throws where the importer does not keep its word. */
export async function execute(bytes) {
  const got = await read(bytes);
  if (!got.ok) {
    assert.ok(known.has(got.code), `refused as ${got.code}`);
    return got.code;
  }
  const { blocks, draft } = got.document;
  const paragraphs = paragraphsOf(blocks);
  assert.ok(paragraphs.length <= limits.paragraphs, `${paragraphs.length} paragraphs`);
  const places = blocks.reduce((sum, block) => sum + (block.kind === "table" ? block.rows * block.columns : 0), 0);
  assert.ok(places <= limits.rows * limits.columns, `${places} places in tables`);
  const size = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  assert.ok(size <= limits.total, `${size} characters`);
  const result = exactTexts(form, matchForm(form, got.document), draft);
  if (result.known === 0) return "nothing known";
  const into = run % 2 ? storeOf(sample) : newStore();
  const before = into.draft("");
  const plan = planImport(into, result);
  const ids = proposedIds(plan);
  assert.equal(into.draft(""), before, "looking changed the draft");
  if (run++ % 4 === 0) {
    applyPlan(into, plan, ids, "导入");
    assert.ok(newStore().openNow(into.draft("")).ok, "what was taken over cannot be opened again");
    into.undo();
    assert.deepEqual(JSON.parse(into.draft("")).values, JSON.parse(before).values, "it is not one step");
  }
  return "read";
}
