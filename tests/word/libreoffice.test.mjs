// Files that LibreOffice wrote anew, and our own files as LibreOffice reads them: no value is lost either way.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { unzipSync } from "fflate";
import { countCharacters, expectedTexts, missingStrings, visible } from "../paper/expected.mjs";
import { hardSample } from "../paper/hard-sample.mjs";
import { randomDraft } from "../paper/random-draft.mjs";
import { documents, sample } from "./documents.mjs";
import { buildLetter, exported, form, plain, renderDocx, storeOf, takeOver } from "./kit.mjs";
import { Office } from "./office.mjs";
import { missing, visibleText } from "./words.mjs";

const long = process.env.FORMCHECK_LONG === "1";
const saved = "2025-10-09T16:20:00+08:00";
const throughCore = (draft) => JSON.parse(storeOf(draft).draft(saved));

// What LibreOffice itself loses or makes anew: broken references, links, comments, the prompts of content controls.
const spoilt = ["rich-narratives", "pictures", "surrounded", "controls"];
// The way through its own format takes three times as long: one of each kind.
const byOdt = ["notice-layout", "indicator-rows", "text-boxes", "boxes-controls", "rearranged", "long-table"];

const office = new Office();
after(() => office.close());

const byChance = Array.from({ length: long ? 300 : 10 }, (_, n) => [`random ${n + 1}`, randomDraft(form, n + 1)]);
const drafts = Object.fromEntries(
  [["the sample", sample], ["the hard sample", hardSample(sample)], ...byChance].map(([name, draft]) => [
    name,
    throughCore(draft),
  ]),
);
const made = {};
const own = {};
let saves;
let odts;
let texts;
before(async () => {
  for (const [name, make] of Object.entries(documents)) made[name] = await make();
  for (const [name, draft] of Object.entries(drafts)) own[name.replaceAll(" ", "-")] = await exported(draft);
  const kept = Object.fromEntries(Object.entries(made).filter(([name]) => !spoilt.includes(name)));
  saves = office.convert({ ...kept, ...own }, "docx", "docx");
  const some = Object.fromEntries(byOdt.map((name) => [name, made[name]]));
  const ours = { "own-sample": own["the-sample"], "own-hard": own["the-hard-sample"] };
  odts = office.convert(office.convert({ ...some, ...ours }, "docx", "odt"), "odt", "docx");
  const letter = await renderDocx(buildLetter(form, sample));
  texts = office.convert({ ...own, letter }, "docx", "txt");
});

async function sameAs(bytes, wanted) {
  const { draft, result } = await takeOver(bytes);
  const first = await takeOver(wanted);
  assert.deepEqual(plain(draft.values), plain(first.draft.values));
  assert.deepEqual(result.leftovers, first.result.leftovers);
  const accounted = [...result.valueText, ...result.formText, ...result.leftovers.map(({ text }) => text)];
  assert.deepEqual(missing(visibleText(unzipSync(bytes)), accounted), []);
}

describe("a filled file that LibreOffice saved again", () => {
  for (const name of Object.keys(documents).filter((each) => !spoilt.includes(each))) {
    it(`reads as before: ${name}`, () => sameAs(saves[name], made[name]));
  }
  for (const name of byOdt) it(`reads as before by way of .odt: ${name}`, () => sameAs(odts[name], made[name]));
});

// Pictures that belong to no narrative are not printed: they come back with the draft inside.
const printed = ({ figures = [] }) => figures.filter(({ field }) => field !== undefined);

describe("an exported draft", () => {
  for (const [name, draft] of Object.entries(drafts)) {
    const file = name.replaceAll(" ", "-");
    it(`comes back whole: ${name}`, async () => {
      const back = await takeOver(own[file]);
      assert.deepEqual(plain(back.draft.values), plain(draft.values));
      assert.equal(back.result.pictures.length, printed(draft).length);
      assert.deepEqual(back.result.leftovers, []);
    });

    it(`comes back whole after LibreOffice saved it: ${name}`, async () => {
      const back = await takeOver(saves[file]);
      assert.deepEqual(plain(back.draft.values), plain(draft.values));
      assert.equal(back.result.pictures.length, printed(draft).length);
    });

    it(`has every string as LibreOffice reads it: ${name}`, () => {
      const text = visible(texts[file].toString("utf8"));
      const wanted = expectedTexts(form, draft);
      assert.deepEqual(missingStrings(text, wanted, 0), []);
      const there = countCharacters([text]);
      const less = [...countCharacters(wanted)].filter(([character, n]) => (there.get(character) ?? 0) < n);
      assert.deepEqual(less, []);
    });

    it(`is the same file each time: ${name}`, async () => {
      assert.ok(Buffer.from(own[file]).equals(Buffer.from(await exported(draft))));
    });
  }

  it("comes back by what is seen alone, when the draft inside is lost: the sample by way of .odt", async () => {
    const { draft, document } = await takeOver(odts["own-sample"]);
    assert.equal(document.draft, undefined);
    assert.deepEqual(plain(draft.values), plain(sample.values));
  });

  it("comes back by what is seen alone: the hard sample by way of .odt", async () => {
    // Figures that no line places are printed at the end of their text, and so read there.
    const apart = ({ values }) => JSON.parse(JSON.stringify(plain(values)).replace(/(\\n)?【图\d+】/g, ""));
    const { draft } = await takeOver(odts["own-hard"]);
    assert.deepEqual(apart(draft), apart(drafts["the hard sample"]));
  });

  it("has the letter with the company's name", () => {
    const text = visible(texts.letter.toString("utf8"));
    for (const each of [form.letter.title, ...form.letter.paragraphs, form.letter.signature + sample.values.company]) {
      assert.ok(text.includes(visible(each)), each);
    }
  });
});
