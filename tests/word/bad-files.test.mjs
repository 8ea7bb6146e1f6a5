// Files that are no filled form: each is refused with its reason, quickly, and nothing is unpacked that need not be.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { documents } from "./documents.mjs";
import { read } from "./kit.mjs";
import { docx, p, pack, table } from "./ooxml.mjs";

const { limits } = await loadTs("web/src/word/read/limits.ts");
const { failureText } = await loadTs("web/src/word/text.ts");

const bytes = (...list) => Uint8Array.from(list);
const text = (content) => strToU8(content);
const compound = (name) => {
  const file = new Uint8Array(4096);
  file.set(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  // Names of streams are written in UTF-16.
  file.set(bytes(...[...name].flatMap((char) => [char.charCodeAt(0), 0])), 1024);
  return file;
};
const filled = documents["notice-layout"]();
const changed = (name, change) => {
  const files = unzipSync(filled);
  files[name] = strToU8(change(strFromU8(files[name])));
  return pack(files);
};

// The same ZIP with other numbers in its directory.
function forged(file, edit) {
  const copy = Uint8Array.from(file);
  const data = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (data.getUint32(at, true) === 0x02014b50) edit(data, at);
  }
  return copy;
}

// 60 MB of nothing in a few KB; `told` is what the directory says of its size.
function bomb(told) {
  const big = new Uint8Array(60_000_000).fill(0x20);
  const file = zipSync({ ...unzipSync(docx({ body: p("x") })), "word/document.xml": [big, { level: 9 }] });
  return told === undefined
    ? file
    : forged(file, (data, at) => data.getUint32(at + 24, true) === big.length && data.setUint32(at + 24, told, true));
}

const nested = (depth) => (depth === 0 ? p("底") : table(1, [[{ of: nested(depth - 1) + p() }]]));

const files = {
  "an empty file": ["empty", () => bytes()],
  "a .doc": ["oldOffice", () => compound("WordDocument")],
  "a .xls": ["oldOffice", () => compound("Workbook")],
  "a .wps": ["oldOffice", () => compound("WpsDocument")],
  "a file locked by a password": ["locked", () => compound("EncryptedPackage")],
  "a locked ZIP": ["locked", () => forged(filled, (data, at) => data.setUint16(at + 8, 1, true))],
  "a file with macros": [
    "macro",
    () =>
      changed("[Content_Types].xml", (xml) =>
        xml.replace(
          "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "vnd.ms-word.document.macroEnabled.main+xml",
        ),
      ),
  ],
  "a file with macros that calls itself harmless": [
    "macro",
    () => pack({ ...unzipSync(filled), "word/vbaProject.bin": bytes(1) }),
  ],
  "an .xlsx": [
    "otherOffice",
    () => changed("[Content_Types].xml", (xml) => xml.replaceAll("wordprocessingml", "spreadsheetml")),
  ],
  "an .odt": [
    "openDocument",
    () => pack({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
  ],
  "any other ZIP": ["notWord", () => pack({ "a.txt": "a" })],
  "an .rtf called .docx": ["richText", () => text("{\\rtf1\\ansi 表}")],
  "a web page called .docx": ["webPage", () => text("\ufeff<html><body>表</body></html>")],
  "a PDF": ["notWord", () => text("%PDF-1.7")],
  "a picture": ["notWord", () => bytes(0x89, 0x50, 0x4e, 0x47)],
  "half a file": ["broken", () => filled.subarray(0, filled.length >> 1)],
  "a file without its end": ["broken", () => filled.subarray(0, filled.length - 30)],
  "a file with a damaged part": [
    "broken",
    () => Uint8Array.from(filled, (byte, at) => (at > 2000 && at < 2040 ? byte ^ 0x55 : byte)),
  ],
  "markup that is not well-formed": [
    "broken",
    () => changed("word/document.xml", (xml) => xml.replace("</w:body>", "")),
  ],
  "a file without a body": ["broken", () => changed("word/document.xml", (xml) => xml.replaceAll("w:body", "w:boty"))],
  "a DOCTYPE": [
    "doctype",
    () =>
      changed("word/document.xml", (xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document')),
  ],
  "a ZIP bomb": ["tooLarge", () => bomb()],
  "a ZIP bomb that makes itself small": ["tooLarge", () => bomb(1000)],
  "a huge file": [
    "tooLarge",
    () => {
      const file = new Uint8Array(limits.file + 1);
      file.set(filled);
      return file;
    },
  ],
  "too many parts": [
    "tooMany",
    () =>
      pack({
        ...unzipSync(filled),
        ...Object.fromEntries(Array.from({ length: limits.entries }, (_, n) => [`x${n}`, "x"])),
      }),
  ],
  "tables without end within tables": ["tooDeep", () => docx({ body: nested(120) })],
  "a file without a word": ["noText", () => docx({ body: p() })],
};

describe("a file that is no filled form", () => {
  for (const [name, [code, make]] of Object.entries(files)) {
    it(`${name}: ${code}`, async () => {
      const got = await read(make());
      assert.equal(got.ok ? "read" : got.code, code);
      assert.match(failureText[code], /\p{Script=Han}{4}/u);
    });
  }

  it("has a sentence for every reason, and every reason has its file", () => {
    assert.deepEqual(Object.keys(failureText).sort(), [...new Set(Object.values(files).map(([code]) => code))].sort());
  });
});

describe("a harmless file with odd numbers", () => {
  it("is read although a span is absurd", async () => {
    const got = await read(docx({ body: table(2, [[{ of: "甲", span: 2_000_000_000 }, "乙"]]) }));
    assert.ok(got.ok);
    const [found] = got.document.blocks;
    assert.equal(found.columns <= limits.columns, true);
  });

  it("is read although its parts are not compressed", async () => {
    const got = await read(zipSync(unzipSync(filled), { level: 0 }));
    assert.ok(got.ok);
  });
});
