// When a finding is shown: never before a field was touched, never in the middle of typing, gone at once when mended.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makePage, slotOf, typeInto } from "./page.mjs";

const long = "质".repeat(31);
const keys = (page) => page.findings.all.value.map(({ rule }) => rule);

describe("findings while somebody types", () => {
  it("wait until typing pauses for 600 ms", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    typeInto(page, title, long);
    assert.deepEqual(keys(page), []);
    page.timer.pass(599);
    assert.deepEqual(keys(page), []);
    page.timer.pass(1);
    assert.deepEqual(keys(page), ["limit.over"]);
  });

  it("wait for the pause in a field that was touched before, too", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    typeInto(page, title, "标杆");
    page.findings.left(title);
    typeInto(page, title, long);
    assert.deepEqual(keys(page), []);
    page.timer.pass(600);
    assert.deepEqual(keys(page), ["limit.over"]);
  });

  it("begin to wait anew with every key", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    for (let n = 0; n < 3; n++) {
      typeInto(page, title, long + "字".repeat(n));
      page.timer.pass(500);
      assert.deepEqual(keys(page), []);
    }
  });

  it("appear when the field is left", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    typeInto(page, title, long);
    page.findings.left(title);
    assert.deepEqual(keys(page), ["limit.over"]);
    assert.equal(page.findings.at(title).length, 1);
  });

  it("vanish with the key that mends them", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    typeInto(page, title, long);
    page.findings.left(title);
    typeInto(page, title, long.slice(1));
    assert.deepEqual(keys(page), []);
    assert.deepEqual(page.findings.at(title), []);
  });

  it("stay in place, with their new text, while the fault is being worked on", () => {
    const page = makePage();
    const title = slotOf(page.store, "title");
    typeInto(page, title, long);
    page.findings.left(title);
    typeInto(page, title, `${long}字`);
    assert.match(page.findings.toldAt([title])[0].message, /32/);
  });

  it("are not brought out by walking through blank fields", () => {
    const page = makePage();
    for (const { slot } of page.store.index.fields.values()) page.findings.left(slot);
    assert.deepEqual(keys(page), []);
  });

  it("of a field that is left wait no longer when the next is typed in", () => {
    const page = makePage();
    typeInto(page, slotOf(page.store, "title"), long);
    typeInto(page, slotOf(page.store, "company"), "浙");
    page.timer.pass(600);
    assert.deepEqual(keys(page), ["limit.over"]);
  });
});

describe("findings of a draft that was opened", () => {
  const draft = JSON.stringify({ values: { title: long } });

  it("are hidden as long as nothing was touched, and all shown on request", () => {
    const page = makePage();
    page.store.openNow(draft);
    assert.deepEqual(keys(page), []);
    page.findings.touchAll();
    assert.deepEqual(keys(page), ["limit.over"]);
  });

  it("replace those of the draft before", () => {
    const page = makePage();
    page.store.openNow(draft);
    page.findings.touchAll();
    page.store.openNow(JSON.stringify({ values: {} }));
    assert.deepEqual(keys(page), []);
    assert.deepEqual(page.findings.at(slotOf(page.store, "title")), []);
  });

  it("stand in the form's order and are counted by section", () => {
    const page = makePage();
    page.store.openNow(JSON.stringify({ values: { results: "短", title: long, overview: "短" } }));
    page.findings.touchAll();
    const slots = page.findings.all.value.map((finding) => finding.slots[0]);
    assert.deepEqual(
      slots,
      ["title", "overview", "results"].map((id) => slotOf(page.store, id)),
    );
    assert.deepEqual(page.findings.tally.value, { error: 1, warning: 0, advice: 2 });
    assert.equal(page.findings.bySection.value.get("experience").length, 2);
  });
});
