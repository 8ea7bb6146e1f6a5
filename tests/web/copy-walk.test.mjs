// The copy assistant without a page: its order, what is copied of a value, and when a tick still holds.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { makeStore, slotOf } from "./page.mjs";

const { Walk } = await loadTs("web/src/copy/walk.ts");
const { Ticks } = await loadTs("web/src/copy/ticks.ts");
const { copiedText, withoutMarkers } = await loadTs("web/src/copy/values.ts");

function notes(texts = new Map()) {
  return { kept: (name) => texts.get(name) ?? null, keep: (name, text) => texts.set(name, text) && true };
}
const start = (keeper = notes(), draft = "d1") => {
  const store = makeStore();
  return { store, walk: new Walk(store, new Ticks(keeper, draft), { value: false }) };
};
const stateOf = (walk, id) => walk.standing(walk.items.value.find((item) => item.id === id)).state;

describe("the walk", () => {
  it("has every field and table of the form once, in the definition's order", () => {
    const { store, walk } = start();
    const ids = walk.items.value.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, store.form.copyOrder.length), store.form.copyOrder);
    assert.deepEqual([...ids].sort(), [...store.index.fields.keys(), ...store.index.tables.keys()].sort());
  });

  it("says of each place where it is, and finds it again", () => {
    const { walk } = start();
    for (let n = 0; n <= walk.items.value.length; n++) {
      const { place } = walk;
      walk.next();
      assert.ok(walk.goTo(place));
      assert.equal(walk.place, place);
      walk.next();
    }
    assert.equal(walk.place, "end");
    assert.equal(walk.goTo("no such field"), false);
  });

  it("ticks what was copied; the tick turns stale with the value and fresh with the old one", () => {
    const { store, walk } = start();
    const slot = slotOf(store, "title");
    assert.equal(stateOf(walk, "title"), "blank");
    store.type(slot, "甲");
    assert.equal(stateOf(walk, "title"), "open");
    walk.goTo("title");
    walk.tick();
    assert.equal(stateOf(walk, "title"), "fresh");
    store.type(slot, "乙");
    assert.equal(stateOf(walk, "title"), "stale");
    store.type(slot, "");
    assert.equal(stateOf(walk, "title"), "stale");
    store.type(slot, "甲");
    assert.equal(stateOf(walk, "title"), "fresh");
  });

  it("takes a table for copied when each of its cells is", () => {
    const { store, walk } = start();
    walk.goTo("competitors");
    const [first, second] = walk.cells.value.length ? walk.cells.value : [];
    assert.equal(first, undefined, "rows that were never filled in are not walked");
    const { slot } = store.rows.get("competitors")[0];
    store.type(slot, "泵");
    store.type(slot + 1, "甲公司");
    assert.equal(second, undefined);
    walk.walkCells(true);
    walk.tick();
    assert.equal(stateOf(walk, "competitors"), "open");
    walk.next();
    walk.tick();
    assert.equal(stateOf(walk, "competitors"), "fresh");
    store.type(slot, "风机");
    assert.equal(stateOf(walk, "competitors"), "stale");
  });

  it("remembers ticks and place draft by draft, for the latest drafts only", () => {
    const keeper = notes();
    const { store, walk } = start(keeper);
    store.type(slotOf(store, "title"), "甲");
    walk.goTo("title");
    walk.tick();
    assert.equal(new Ticks(keeper, "d1").state("title", "甲"), "fresh");
    assert.equal(new Ticks(keeper, "d2").state("title", "甲"), "none");
    for (let n = 0; n < 30; n++) new Ticks(keeper, `other${n}`).visit("title");
    assert.equal(new Ticks(keeper, "d1").state("title", "甲"), "none");
    assert.equal(new Ticks(keeper, "other29").at, "title");
  });

  it("does without what cannot be read", () => {
    for (const text of ["", "{", "null", "[1, null]", '[{"draft":"d1","at":"title","stamps":null}]']) {
      const ticks = new Ticks(notes(new Map([["copied", text]])), "d1");
      assert.equal(ticks.state("title", ""), "none");
    }
  });
});

describe("what is copied of a value", () => {
  const options = [
    { value: "a", label: "甲" },
    { value: "b", label: "乙" },
  ];
  it("of choices the labels, of what is no option the text itself", () => {
    assert.equal(copiedText({ type: "choice", options }, "b"), "乙");
    assert.equal(copiedText({ type: "choice", options }, "旧选项"), "旧选项");
    assert.equal(copiedText({ type: "choices", options }, "a\nb"), "甲、乙");
    assert.equal(copiedText({ type: "choices", options }, ""), "");
  });
  it("of a text what was typed, blanks and line ends and all", () => {
    const text = " 一\n\n  二\t三 \n";
    assert.equal(copiedText({ type: "longText" }, text), text);
  });
  it("of a narrative without its markers all other lines", () => {
    assert.equal(withoutMarkers("一\n 【图1】 \n见【图2】\n【图3】二\n【图4】"), "一\n见【图2】\n【图3】二");
  });
});
