// Completeness: every character of a draft is on the page and in the text layer, by two extractors, whatever the draft holds.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkDraft } from "./complete.mjs";
import { hardSample } from "./hard-sample.mjs";
import { randomDraft } from "./random-draft.mjs";
import { blank, form, sample, throughCore } from "./support.mjs";

const seeds = process.env.FORMCHECK_LONG ? 300 : 30;

describe("a draft on paper", () => {
  it("the sample", async () => assert.ok((await checkDraft(sample)) >= 8));
  it("a blank form", async () => assert.ok((await checkDraft(throughCore(blank))) >= 4));
  it("the hard sample: rare characters, long cells, long words, many rows, many figures", async () => {
    assert.ok((await checkDraft(throughCore(hardSample(sample)))) >= 20);
  });
  it("runs of marks wider than their columns", async () => {
    const draft = structuredClone(sample);
    const marks = "）。」》”；".repeat(30);
    draft.values.competitors = [{ id: "r", product: marks, rival: `甲${marks}`, share: marks, strength: `${marks}乙` }];
    draft.values.honours = "（“".repeat(60) + marks;
    draft.values.contact.position = marks;
    await checkDraft(throughCore(draft));
  });
  for (let seed = 1; seed <= seeds; seed++) {
    it(`random draft ${seed}`, async () => {
      await checkDraft(throughCore(randomDraft(form, seed)));
    });
  }
});
