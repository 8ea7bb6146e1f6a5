// Finding in the form: labels before contents, all words, either width and case, and where in the text it stands.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { makeStore, slotOf } from "./page.mjs";

const { folded, pieces, placesOf, search } = await loadTs("web/src/find/search.ts");
const find = (store, query) =>
  search(
    placesOf(store, (n) => `第 ${n} 行`),
    query,
  );
const slots = (hits) => hits.map(({ place }) => place.slot);

describe("search", () => {
  it("finds cells by their label, in the form's order", () => {
    const store = makeStore();
    const found = slots(find(store, "发明专利"));
    assert.equal(found[0], slotOf(store, "patents.invention"));
  });

  it("finds what was typed, and says where in the text", () => {
    const store = makeStore();
    const slot = slotOf(store, "overview");
    store.type(slot, "企业长期坚持ＱＣ小组活动");
    const [hit] = find(store, "qc 小组");
    assert.equal(hit.place.slot, slot);
    assert.equal(hit.at, 6);
  });

  it("finds a mirrored value in both its places", () => {
    const store = makeStore();
    const slot = slotOf(store, "title");
    store.type(slot, "独一无二的名称");
    assert.ok(slots(find(store, "独一无二")).filter((found) => found === slot).length >= 2);
  });

  it("finds options by what they are called, and cells of tables by row and column", () => {
    const store = makeStore();
    const field = store.index.fields.get("direction");
    store.choose(field.slot, field.options[1].value);
    assert.ok(slots(find(store, field.options[1].label)).includes(field.slot));
    const [row] = store.rows.get("indicators");
    const name = store.rowName("indicators", row).split(" ")[0];
    assert.ok(slots(find(store, name)).some((slot) => slot > row.slot && slot < row.slot + 10));
  });

  it("wants every word, and finds nothing for none", () => {
    const store = makeStore();
    assert.deepEqual(find(store, "专利 绝无此词"), []);
    assert.deepEqual(find(store, "  "), []);
  });
});

describe("marking", () => {
  it("folds without moving anything", () => {
    const text = "ＡＢ　İß质量";
    assert.equal(folded(text).length, text.length);
  });

  it("cuts a long text near what was found, and loses nothing of a short one", () => {
    const text = `${"前".repeat(60)}标杆${"后".repeat(80)}`;
    const cut = pieces(text, "标杆", 60);
    assert.ok(cut.some(({ text: part, hit }) => hit && part === "标杆"));
    assert.ok(cut[0].text.startsWith("…"));
    assert.equal(
      pieces("质量标杆", "标杆")
        .map(({ text: part }) => part)
        .join(""),
      "质量标杆",
    );
  });
});
