// The draft inside a PDF, under damaged files: found or not found, never more of it than a draft may weigh.
import assert from "node:assert/strict";
import { strToU8, zlibSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { sample } from "../word/documents.mjs";
import { newStore } from "../word/kit.mjs";
import { damages, joined } from "./bytes.mjs";

const { readAttachedDraft } = await loadTs("web/src/paper/pdf/read-attached.ts");
const largest = 24 * 1024 * 1024;
const draft = strToU8(JSON.stringify(sample));

// A file with the draft in a stream, as different programs write it.
function pdf({ entries, end = "\nendstream\nendobj\n", line = "\n", data }) {
  return joined(
    strToU8(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n7 0 obj\n<< ${entries} >>\nstream${line}`,
      true,
    ),
    data,
    strToU8(
      `${end}8 0 obj\n${data.length}\nendobj\nxref\n0 9\ntrailer\n<< /Size 9 /Root 1 0 R /Prev 0 >>\nstartxref\n9\n%%EOF\n`,
      true,
    ),
  );
}
const packed = zlibSync(draft);
const flate = "/Type /EmbeddedFile /Filter /FlateDecode";
const bases = [
  pdf({ entries: `${flate} /Length ${packed.length}`, data: packed }),
  pdf({ entries: `/Length 8 0 R ${flate}`, data: packed }),
  pdf({ entries: `${flate} /Length ${packed.length}`, data: packed, line: "\r\n", end: "\r\nendstream\r\nendobj\r\n" }),
  pdf({ entries: `/Type /EmbeddedFile /Length ${draft.length}`, data: draft }),
];
for (const base of bases) assert.deepEqual(readAttachedDraft(base), draft);

const text = (bytes) => Buffer.from(bytes).toString("latin1");
const bytesOf = (string) => Uint8Array.from(Buffer.from(string, "latin1"));

// What stands between the brackets of the stream, told otherwise.
const tales = {
  "another length": (source, pick) =>
    source.replace(/\/Length \d+/, `/Length ${pick.of([0, 1, 7, 99999999, "-5", "1e9", "4294967296", "08"])}`),
  "a length elsewhere": (source, pick) =>
    source.replace(/\/Length \d+(?: 0 R)?/, `/Length ${pick.of([1, 7, 8, 99])} 0 R`),
  "another filter": (source, pick) =>
    source.replace("/FlateDecode", pick.of(["/LZWDecode", "[/FlateDecode /FlateDecode]", "/FlateDecodex", ""])),
  "no end": (source) => source.split("endstream").join("endstrem"),
  "names everywhere": (source, pick) => source.split(" obj").join(` obj ${"/EmbeddedFile ".repeat(1 + pick(60))}`),
  "streams within streams": (source, pick) =>
    source.split("stream").join(`stream\n7 0 obj << ${flate} >> stream`.repeat(1 + pick(5))),
  "a long dictionary": (source, pick) => source.replace("/EmbeddedFile", `/EmbeddedFile ${"/x ".repeat(pick(4000))}`),
  "again and again": (source, pick) => source.repeat(2 + pick(6)),
};

export function input(pick) {
  const base = pick.of(bases);
  if (pick(3) === 0) {
    const kind = pick.of(Object.keys(damages));
    return [kind, damages[kind](base, pick)];
  }
  let source = text(base);
  const done = [];
  for (let n = 1 + pick(2); n > 0; n--) {
    const kind = pick.of(Object.keys(tales));
    source = tales[kind](source, pick);
    done.push(kind);
  }
  return [done.join(", "), bytesOf(source)];
}

const spaces = (size) => new Uint8Array(size).fill(0x20);
const bomb = () =>
  zlibSync(joined(strToU8('{"format": "formcheck-draft/1", "values": {}}'), spaces(200 * 1024 * 1024)), { level: 9 });
const opening = `7 0 obj\n<< ${flate} /Length 8 0 R >>\nstream\n`;

/** Files that broke the importer once, or were made to. */
export const kept = {
  "a draft that unpacks to 200 MB": () => pdf({ entries: `${flate} /Length 8 0 R`, data: bomb() }),
  "many streams without an end": () => bytesOf(opening.repeat(120_000)),
  "a name without a stream, again and again": () => bytesOf("/EmbeddedFile ".repeat(1_500_000)),
  "many openings before one bomb": () =>
    joined(bytesOf(opening.repeat(3000)), zlibSync(spaces(20 * 1024 * 1024), { level: 9 })),
};

export function execute(bytes) {
  const before = bytes.length;
  const found = readAttachedDraft(bytes);
  assert.equal(bytes.length, before);
  if (!found) return "no draft";
  assert.ok(found.length <= largest, `${found.length} bytes`);
  const probed = newStore().examineNow(found);
  for (const { message } of probed.notices) assert.match(message, /\p{Script=Han}{2,}/u);
  if (!probed.ok) assert.ok(probed.notices.length > 0, "refused without a word");
  return probed.ok ? "draft" : "broken draft";
}
