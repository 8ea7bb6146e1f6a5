// What was decided about the review in one of two drafts: told by the reader, and taken over with the section it belongs to.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { narrativePaths } from "../../tools/lib/whole-core.mjs";
import { root } from "./core.mjs";
import { makeStore, slotOf } from "./real-store.mjs";

const { differences, differing } = await loadTs("web/src/drafts/compare/differences.ts");
const { takeOver } = await loadTs("web/src/drafts/compare/take-over.ts");
const { decidesOtherwise, reviewEntries } = await loadTs("web/src/drafts/compare/kept-review.ts");
const { createReader } = await loadTs("web/src/review/reader.ts");
const sample = JSON.parse(readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8"));

const draftOf = (store) => JSON.parse(store.draft(""));
const copy = (value) => JSON.parse(JSON.stringify(value));
const all = (tree) => tree.flatMap(({ entries }) => differing(entries));
function opened(draft) {
  const store = makeStore();
  assert.ok(store.openNow(JSON.stringify(draft)).ok);
  return store;
}

describe("what was decided about the review", () => {
  const time = "2025-10-02T08:00:00Z";
  const paths = narrativePaths();
  const fileOf = (path) => readFileSync(path, "utf8");
  const reading = createReader(readFileSync(paths.reader), fileOf(paths.knowledge), fileOf(paths.wording)).then(
    (reader) => (draft) => (reader.open(draft) ? reader.findings() : []),
  );
  const wrong = (draft) => {
    draft.values.overview = draft.values.overview.replace("资产总额15.23亿元", "资产总额15.32亿元");
    return draft;
  };
  const words = { label: (rule) => rule, finding: "一处" };
  const decide = (store, key, reason) =>
    store.together("核对", ({ session }) => session((one) => one.acknowledge(`review@${key}`, reason, time)));
  const decidedIn = (store) =>
    draftOf(store)
      .acknowledged.filter(({ rule }) => rule === "review")
      .map(({ field, reason }) => [field, reason]);
  async function compared(store, other, read) {
    const [left, right] = [store.draft(""), other.draft("")];
    const { bySection, others } = reviewEntries(store.index, left, right, read, words);
    const rows = { rowNumber: (n) => `第 ${n} 行` };
    const figures = { left: [], right: [] };
    const tree = differences(store.index, draftOf(store), draftOf(other), true, rows, figures, bySection);
    return [...tree, ...(others.length > 0 ? [{ id: "about-review", label: "", entries: others }] : [])];
  }
  const keysOf = (tree, section) => differing(tree.find(({ id }) => id === section).entries);

  it("comes with the section it begins in, values and reason in one step", async () => {
    const read = await reading;
    const [store, other] = [opened(sample), opened(wrong(copy(sample)))];
    const [{ key }] = read(other.draft(""));
    decide(other, key, "以审计报告为准");
    assert.ok(decidesOtherwise(store.draft(""), other.draft("")));
    const before = store.draft("");
    const tree = await compared(store, other, read);
    const { section } = store.index.scalars.get(slotOf(store, "overview"));
    const keys = keysOf(tree, section);
    assert.deepEqual(keys, ["f:overview", `k:review@${key}`]);
    takeOver(store, tree, new Set(keys), "合并", time, read);
    assert.deepEqual(decidedIn(store), [[key, "以审计报告为准"]]);
    assert.deepEqual(all(await compared(store, other, read)), []);
    store.undo();
    assert.equal(store.draft(""), before);
  });

  it("of a finding that does not come up here is not taken, and what only the left kept is opened again", async () => {
    const read = await reading;
    const [store, other] = [opened(sample), opened(wrong(copy(sample)))];
    const [{ key }] = read(other.draft(""));
    decide(other, key, "理由");
    const tree = await compared(store, other, read);
    takeOver(store, tree, new Set([`k:review@${key}`]), "合并", time, read);
    assert.deepEqual(decidedIn(store), []);

    const [kept, open] = [opened(draftOf(other)), opened(wrong(copy(sample)))];
    const back = await compared(kept, open, read);
    takeOver(kept, back, new Set(all(back)), "合并", time, read);
    assert.deepEqual(decidedIn(kept), []);
    // What no longer comes up on either side is no difference.
    const stale = opened(sample);
    decide(stale, "figure.mismatch@0", "从前");
    assert.deepEqual(all(await compared(stale, opened(sample), read)), []);
  });

  it("a check that one side has switched off is a difference by itself; without a reader all is told by what it is called", async () => {
    const [store, other] = [opened(sample), opened(wrong(copy(sample)))];
    decide(other, "text.superlative", "");
    decide(other, "figure.mismatch@0", "理由");
    const tree = await compared(store, other, undefined);
    const { entries } = tree.find(({ id }) => id === "about-review");
    assert.deepEqual(
      entries.map(({ message, says, right }) => [message, says, right]),
      [
        ["一处（figure.mismatch）", "kept", "理由"],
        ["text.superlative", "off", ""],
      ],
    );
    takeOver(store, tree, new Set(keysOf(tree, "about-review")), "合并", time);
    assert.deepEqual(decidedIn(store), [
      ["figure.mismatch@0", "理由"],
      ["text.superlative", ""],
    ]);
    assert.equal(decidesOtherwise(store.draft(""), other.draft("")), false);
  });
});
