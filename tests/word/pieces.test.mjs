// A large part is parsed piece by piece: the tree is the same, faults are the same, and between two pieces the page breathes.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { documents } from "./documents.mjs";
import { surroundings } from "./kit.mjs";
import { docx, p } from "./ooxml.mjs";

const { parseLargeXml, parseXml } = await loadTs("web/src/word/read/xml.ts");
const { xmlPieces } = await loadTs("web/src/word/read/xml-pieces.ts");
const { readWord } = await loadTs("web/src/word/read/read-word.ts");
const { parser } = surroundings;

const markup = (root) => new XMLSerializer().serializeToString(root);
async function inPieces(text, size) {
  let steps = 0;
  const breath = { step: async () => void steps++ };
  const root = await parseLargeXml(strToU8(text), parser, breath, size);
  return { root, steps };
}
// What comes out, or why nothing does.
async function outcome(parse) {
  try {
    return markup(await parse());
  } catch (error) {
    if (error.code === undefined) throw error;
    return error.code;
  }
}

const odd = `<?xml version="1.0"?><!-- <w:p> --><w:document xmlns:w="urn:w" w:a='">"'><w:body><?x <w:p> ?>
<w:p><w:t xml:space="preserve"> a &lt; b </w:t><w:t><![CDATA[</w:t></w:p>]]></w:t></w:p><!-- </w:body> --><w:p w:b="/>" /><w:tbl
 w:c="1"><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc ></w:tr></w:tbl> </w:body></w:document><!-- end -->`;

describe("markup cut into pieces", () => {
  const partOf = async (make) => strFromU8(unzipSync(await make())["word/document.xml"]);
  for (const [name, make] of [["odd markup", undefined], ...Object.entries(documents)]) {
    it(`${name}: the tree is the same`, async () => {
      const text = make ? await partOf(make) : odd;
      const whole = markup(parseXml(strToU8(text), parser));
      for (const size of [1, 40, 1000]) {
        if (text.length / size > 5000) continue;
        assert.equal(markup((await inPieces(text, size)).root), whole, `pieces of ${size}`);
      }
    });
  }

  it("one paragraph without end is cut as well, and no piece is much longer than asked for", () => {
    const text = `<d><p>${"<r><t>字</t></r>".repeat(20_000)}</p></d>`;
    const pieces = [...xmlPieces(text, 10_000)];
    assert.equal(pieces.length > 25, true);
    for (const piece of pieces) assert.equal(piece.text.length < 10_100, true);
  });

  it("a long way in does not make pieces that are all way in", () => {
    const text = `<d a="${"x".repeat(5000)}">${"<p/>".repeat(20_000)}</d>`;
    const total = [...xmlPieces(text, 1000)].reduce((sum, piece) => sum + piece.text.length, 0);
    assert.equal(total <= 2 * text.length, true);
  });

  it("damage is told in the same way", async () => {
    const text = odd;
    for (let at = 0; at < text.length; at++) {
      for (const damaged of [
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}<${text.slice(at)}`,
        text.slice(0, at),
      ]) {
        const whole = await outcome(() => parseXml(strToU8(damaged), parser));
        assert.equal(await outcome(async () => (await inPieces(damaged, 60)).root), whole, damaged);
      }
    }
  });
});

describe("a large file", () => {
  const bytes = docx({
    body: Array.from({ length: 20_000 }, (_, n) => p(`第 ${n} 段，写在一份很长的文件里。`)).join(""),
  });

  it("is unpacked, parsed and read with breath between", async () => {
    let now = 0;
    let pauses = 0;
    const around = { parser, now: () => (now += 10), pause: async () => void pauses++ };
    const got = await readWord(bytes, around);
    assert.ok(got.ok);
    assert.equal(got.document.blocks.length, 20_000);
    // Each step took 10 ms by this clock and 20 are enough: every other step is followed by a pause.
    assert.equal(pauses > 20_000 / 3, true);
  });

  it("is read without a pause when there is time", async () => {
    let pauses = 0;
    await readWord(bytes, { parser, now: () => 0, pause: async () => void pauses++ });
    assert.equal(pauses, 0);
  });
});
