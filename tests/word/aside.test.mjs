// What a Word file says and the form has no place for comes into the draft, with the import and as one step; once.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { documents, sample } from "./documents.mjs";
import { exported, form, newStore, readResult, storeOf } from "./kit.mjs";
import { docx, p } from "./ooxml.mjs";

const { asideInside, asideOf, keepAside, notKept } = await loadTs("web/src/word/aside.ts");
const { planImport, proposedIds } = await loadTs("web/src/word/plan.ts");
const { applyPlan } = await loadTs("web/src/word/apply.ts");

const draftOf = (store) => JSON.parse(store.draft(""));

// Everything proposed is taken, the rest is kept. → how many places were new
async function take(store, bytes, name = "表.docx") {
  const { document, result } = await readResult(bytes);
  const plan = planImport(store, result);
  const taken = proposedIds(plan);
  const pictures = result.pictures.filter(({ slot }) => slot === undefined);
  const { entries, cut } = asideOf(name, result, plan, taken, pictures);
  const fresh = notKept(store, [...entries, ...asideInside(form, document.draft)]);
  applyPlan(store, plan, taken, "导入", undefined, (edits) => keepAside(edits, fresh));
  return { fresh: fresh.length, result, plan, cut };
}

describe("what fits no cell", () => {
  for (const [name, make] of Object.entries(documents)) {
    it(`${name}: is in the draft, every word; the second time nothing comes`, async () => {
      const store = newStore();
      const bytes = await make();
      const { result } = await take(store, bytes);
      const kept = Object.values(draftOf(store).aside ?? {}).join("\n");
      for (const { text } of result.leftovers) assert.ok(kept.includes(text), text);
      const unread = [
        ...result.scalars,
        ...result.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))),
      ];
      for (const { state, raw, others = [] } of unread) {
        for (const text of [...(state === "notUnderstood" ? [raw] : []), ...others])
          assert.ok(kept.includes(text), text);
      }
      for (const { picture, slot } of result.pictures) {
        if (slot === undefined) assert.ok(kept.includes(picture.path.split("/").pop()), picture.path);
      }
      const before = store.draft("");
      assert.equal((await take(store, bytes)).fresh, 0);
      assert.equal(store.draft(""), before);
    });
  }

  it("says which file and which place it is from, and goes with one step back", async () => {
    const store = newStore();
    const blank = store.draft("");
    await take(store, documents.surrounded(), "送审稿.docx");
    const names = Object.keys(draftOf(store).aside);
    assert.ok(names.includes("送审稿.docx：页眉"), names.join());
    for (const name of names) assert.match(name, /^送审稿\.docx/);
    assert.equal(store.history.value.undo, "导入");
    store.undo();
    assert.deepEqual(draftOf(store), JSON.parse(blank));
    assert.deepEqual(store.aside.value, []);
    store.redo();
    assert.deepEqual(Object.keys(draftOf(store).aside), names);
  });

  it("travels in the draft file and in our own Word file", async () => {
    const draft = { ...sample, aside: { "旧.docx：页眉": "内部资料", "/values/old": "旧栏目" } };
    assert.deepEqual(draftOf(storeOf(draft)).aside, draft.aside);
    const store = newStore();
    await take(store, await exported(draft));
    assert.deepEqual(draftOf(store).aside, draft.aside);
    await take(store, await exported(draft));
    assert.deepEqual(draftOf(store).aside, draft.aside);
  });

  it("from very many places becomes one text, with the places in it", async () => {
    const heads = Array.from({ length: 80 }, (_, n) => ({ text: `第${n}处`, origin: "body", under: `标题${n}` }));
    const { result, plan } = await take(newStore(), documents["notice-layout"]());
    const { entries } = asideOf("多.docx", { ...result, leftovers: heads }, plan, new Set(), []);
    const one = entries.find(({ at }) => at === "多.docx");
    for (const { text, under } of heads) assert.ok(one.text.includes(`【位于“${under}”之下】\n${text}`));
  });

  it("is told when it is more than a draft can take", async () => {
    const body = p("浙江省制造业质量标杆申报书") + p("标杆名称：某标杆") + p("很长的附件。".repeat(20_000)).repeat(10);
    const { cut } = await take(newStore(), docx({ body }));
    assert.equal(cut, true);
  });
});
