// Nothing is invented: quotes, labels and the letter stand in the archived notice, and the archive is the notice.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { bare, editions, fieldsOf, itemsOf, root, tablesOf, textOf, withYears } from "./files.mjs";

// Labels the 2025 form has no print for: headings we need where its tables have an empty corner or none, and groups that
// join two printed lines.
const ours = new Set(["调查方式", "自主品牌", "研发平台", "封面"]);

for (const { name, form, notice } of editions) {
  const printed = bare(notice);
  const stands = (text) =>
    printed.includes(bare(withYears(text, form.year)).replaceAll("（", "(").replaceAll("）", ")"));
  const standsAsIs = (text) => printed.includes(bare(withYears(text, form.year)));

  describe(name, () => {
    it("quotes verbatim", () => {
      const missing = Object.entries(form.clauses).filter(
        ([, c]) => c.quote !== undefined && !printed.includes(bare(c.quote)),
      );
      assert.deepEqual(missing, []);
      assert.ok(Object.values(form.clauses).filter((c) => c.quote !== undefined).length > 50);
    });

    it("quotes every clause of a source that is archived", () => {
      for (const [id, { source, quote }] of Object.entries(form.clauses)) {
        assert.equal(quote !== undefined, form.sources[source].file !== undefined, id);
      }
    });

    it("has labels as printed", () => {
      const items = itemsOf(form).filter((item) => item.label !== undefined);
      const columns = tablesOf(form).flatMap((table) => table.columns);
      const options = [...fieldsOf(form), ...columns].flatMap((field) => field.options ?? []);
      const labels = [...form.sections, ...items, ...columns, ...options].map((x) => x.label);
      assert.ok(labels.length > 100);
      assert.deepEqual(
        labels.filter((label) => !ours.has(label) && !stands(label) && !standsAsIs(label)),
        [],
      );
    });

    it("has row headings, notes, sentences and conditions as printed", () => {
      const seeds = tablesOf(form)
        .flatMap((table) => table.seed ?? [])
        .flatMap((seed) => Object.values(seed.values ?? {}));
      const notes = tablesOf(form).flatMap((table) => (table.note === undefined ? [] : [table.note]));
      const sentences = itemsOf(form).flatMap((item) =>
        item.sentence === undefined ? [] : [item.sentence.replace(/\{[^}]*\}/g, "")],
      );
      const texts = [...seeds, ...notes, ...sentences, ...form.conditions.map((c) => c.text)];
      assert.ok(texts.length > 30);
      assert.deepEqual(
        texts.filter((text) => !standsAsIs(text)),
        [],
      );
    });

    it("has what a narrative must cover from the notice's own words", () => {
      const topics = fieldsOf(form)
        .flatMap((field) => field.covers ?? [])
        .map((topic) => topic.label.replace(/（可提供）$/, ""));
      const inWords = topics.filter((topic) => standsAsIs(topic));
      assert.ok(topics.length >= 25);
      // A few join words of one sentence that do not follow each other there.
      assert.deepEqual(
        topics.filter((t) => !inWords.includes(t)),
        ["对该模式或方法的简要解读", "定量与定性相结合的绩效结果"],
      );
    });

    it("has the letter word by word", () => {
      for (const paragraph of form.letter.paragraphs) assert.ok(standsAsIs(paragraph), paragraph);
      assert.ok(standsAsIs(form.letter.title) && standsAsIs(form.letter.signature) && standsAsIs(form.letter.date));
    });

    it("has the deadlines the notice gives, each with a caution", () => {
      for (const { date, clause, note } of form.deadlines) {
        const [, month, day] = date.split("-").map(Number);
        assert.ok(form.clauses[clause].quote.includes(`${month}月${day}日`), date);
        assert.ok(note.length > 0, date);
      }
    });

    it("archives the notice unchanged", (t) => {
      const source = join(root, "../shared/notice/2025-245.md");
      if (!existsSync(source)) return t.diagnostic("skipped: ../shared is absent");
      if (form.edition === "2025") assert.equal(notice, textOf(source));
    });
  });
}
