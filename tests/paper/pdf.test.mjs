// What else a PDF of ours must be: the same bytes for the same draft, one page for the letter, the draft inside and readable again.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { hardSample } from "./hard-sample.mjs";
import { check, fonts, layOut, pdfOf, popplerText, withFile } from "./pdf.mjs";
import { randomDraft } from "./random-draft.mjs";
import { buildApplication, buildLetter, core, form, sample, throughCore } from "./support.mjs";

const { readAttachedDraft } = await loadTs("web/src/paper/pdf/read-attached.ts");
const { uncoveredIn } = await loadTs("web/src/paper/fonts/coverage.ts");

const attach = (json) => ({
  attachments: [
    { name: "草稿.json", type: "application/json", description: "草稿", content: new TextEncoder().encode(json) },
  ],
});
const withDraft = (draft) => {
  const json = JSON.stringify(draft);
  return pdfOf(buildApplication(form, draft), attach(json));
};
const textOf = (bytes) => bytes && new TextDecoder().decode(bytes);
const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
};

describe("a PDF", () => {
  it("has the same bytes for the same draft", async () => {
    const draft = throughCore(hardSample(sample));
    const [first, second] = [await withDraft(draft), await withDraft(structuredClone(draft))];
    assert.deepEqual(Buffer.from(first).compare(Buffer.from(second)), 0);
    const later = await withDraft({ ...draft, saved: "2025-10-10T08:00:00+08:00" });
    assert.notDeepEqual(Buffer.from(later), Buffer.from(first));
  });

  it("of the sample is clean, small, and says what it is", async () => {
    const bytes = await withDraft(sample);
    console.log(`note: the sample's PDF has ${(bytes.length / 1024).toFixed(0)} KB`);
    assert.ok(bytes.length < 1024 * 1024);
    withFile(bytes, (path) => {
      assert.match(check(path), /No syntax or stream encoding errors/);
      const info = run("pdfinfo", [path]);
      assert.match(info, /Title: +浙江省制造业质量标杆申报书/);
      assert.match(info, /Author: +浙江砚澄泵业股份有限公司/);
      assert.match(info, /Creat.*2025/);
      assert.match(info, /Page size: +595\.28 x 841\.89 pts \(A4\)/);
      const listed = run("pdffonts", [path]).split("\n").slice(2).filter(Boolean);
      for (const font of listed) assert.match(font, /\bCID TrueType +Identity-H +yes yes yes\b/);
    });
  });

  it("bears draft mark, day, form version, digest and page numbers on each page", async () => {
    const document = buildApplication(form, sample);
    const pages = layOut(document, fonts).length;
    withFile(await pdfOf(document), (path) => {
      const text = popplerText(path).split("\f");
      for (let n = 0; n < pages; n++) {
        assert.match(
          text[n],
          /草稿 · 2025-10-09 · 表单 2025 v1\.0\.0 · 校验码 [0-9A-F]{4}-[0-9A-F]{4}/,
          `page ${n + 1}`,
        );
        assert.match(text[n], new RegExp(`第 ${n + 1} 页\\s+共 ${pages} 页`));
      }
    });
  });

  it("repeats a table's head on every page the table goes on", () => {
    const draft = throughCore(hardSample(sample));
    const document = buildApplication(form, draft);
    const table = document.blocks.find(({ id }) => id === "competitors");
    const words = (cell) => cell.paragraphs[0].runs[0].text;
    const heads = table.rows[0].cells.map(words);
    const pages = layOut(document, fonts).map(({ ops }) => ops.map(({ text = "" }) => text));
    const withRivals = pages.filter((texts) =>
      texts.some((text) => text.includes("竞争对手𬭎") || text.includes("号（集团）")),
    );
    assert.ok(withRivals.length >= 3, `${withRivals.length}`);
    for (const texts of withRivals)
      assert.ok(texts.includes(heads[0]) && texts.includes(heads[1]), texts.slice(0, 8).join("|"));
  });

  it("leaves no heading alone at the foot of a page", () => {
    for (const draft of [
      sample,
      throughCore(hardSample(sample)),
      ...[1, 2, 3].map((seed) => throughCore(randomDraft(form, seed))),
    ]) {
      for (const { ops } of layOut(buildApplication(form, draft), fonts)) {
        const texts = ops.filter(({ kind }) => kind === "text");
        const lowest = texts.filter(({ y, size }) => size > 9.1 || y < 770).sort((a, b) => b.y - a.y)[0];
        if (lowest && lowest.size >= 12) assert.notEqual(lowest.font, "hei", lowest.text);
      }
    }
  });
});

describe("the letter", () => {
  it("is one page, with the company's name and room for seal and date", async () => {
    const letter = buildLetter(form, sample);
    const [page, ...more] = layOut(letter, fonts);
    assert.equal(more.length, 0);
    const at = (text) => page.ops.find((op) => op.kind === "text" && op.text.includes(text));
    const company = at(sample.values.company);
    const date = page.ops.find((op) => op.kind === "text" && /年\s+月\s+日/.test(op.text));
    assert.ok(date.y - company.y > 80, "room for the seal");
    withFile(await pdfOf(letter), check);
  });
});

describe("the draft inside a PDF", () => {
  it("is read back as it was, and opens to the identical draft", async () => {
    for (const draft of [sample, throughCore(hardSample(sample)), throughCore(randomDraft(form, 5))]) {
      const found = textOf(readAttachedDraft(await withDraft(draft)));
      assert.equal(found, JSON.stringify(draft));
      const session = new core.Session();
      assert.ok(JSON.parse(session.open(found)).ok);
      assert.deepEqual(JSON.parse(session.draft(draft.saved)), throughCore(draft));
      session.delete();
    }
  });

  it("is read back from a PDF that another program saved again", async () => {
    const bytes = await withDraft(sample);
    withFile(bytes, (path) => {
      for (const options of [["--object-streams=generate"], ["--linearize"], ["--qdf", "--object-streams=disable"]]) {
        const again = `${path}.again`;
        run("qpdf", [...options, path, again]);
        assert.equal(textOf(readAttachedDraft(readFileSync(again))), JSON.stringify(sample), options.join(" "));
      }
    });
  });

  it("is not found where there is none, nor in what is no PDF", async () => {
    const letter = await pdfOf(buildLetter(form, sample));
    const other = attach("{}");
    const noise = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251);
    const cut = (await withDraft(sample)).slice(0, 900);
    for (const bytes of [letter, noise, new Uint8Array(), cut]) assert.equal(readAttachedDraft(bytes), undefined);
    assert.equal(readAttachedDraft(await pdfOf(buildApplication(form, sample), other)), undefined);
  });
});

describe("fonts", () => {
  it("cover GB 2312 and the rarer characters of names without the font for rare hanzi", () => {
    const decode = new TextDecoder("gb2312");
    const lost = [];
    for (let high = 0xb0; high <= 0xf7; high++) {
      for (let low = 0xa1; low <= 0xfe; low++) {
        const character = decode.decode(Uint8Array.of(high, low));
        if (/^\p{Script=Han}$/u.test(character) && !fonts.song.has(character.codePointAt(0))) lost.push(character);
      }
    }
    assert.deepEqual(lost, []);
    for (const character of "〇𠮷𬭎䶮镕喆堃☑☐□√Ⅲ℃①㎡") assert.ok(fonts.song.has(character.codePointAt(0)), character);
  });

  it("tell which characters none of them has, and where they stand", () => {
    const draft = structuredClone(sample);
    draft.values.honours = "获奖🏆与한글";
    const found = uncoveredIn([buildApplication(form, draft)], fonts);
    assert.deepEqual(
      found.map(({ character }) => character),
      ["🏆", "한", "글"],
    );
    assert.deepEqual(found[0].sources, ["/values/honours"]);
    assert.deepEqual(uncoveredIn([buildApplication(form, sample)], { song: fonts.song, hei: fonts.hei }), []);
  });
});
