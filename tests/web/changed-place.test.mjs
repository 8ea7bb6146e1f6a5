// Where undoing and redoing lead: the cell that changed, the row that came back, the table that lost its last.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { changedPlace } = await loadTs("web/src/core/changed-place.ts");
const row = (id, slot) => ({ id, slot });
const before = {
  rows: new Map([["rivals", [row("r1", 10), row("r2", 20), row("r3", 30)]]]),
  text: (slot) => ({ 1: "甲", 2: "乙", 20: "丙" })[slot] ?? "",
};
const place = (delta) => changedPlace(delta, before, (slot) => -slot);

describe("the place of a step", () => {
  it("is the first cell, in the form's order, whose text is another", () => {
    assert.deepEqual(place({ values: { 1: "甲", 2: "丁", 3: "戊" } }), { slot: 3 });
  });
  it("is the row that came", () => {
    const rows = [row("r1", 10), row("r9", 90), row("r2", 20), row("r3", 30)];
    assert.deepEqual(place({ rows: { rivals: rows } }), { slot: 90, table: "rivals" });
  });
  it("is the row that took the place of the one that went, or the last", () => {
    assert.deepEqual(place({ rows: { rivals: [row("r1", 10), row("r3", 30)] } }), { slot: 30, table: "rivals" });
    assert.deepEqual(place({ rows: { rivals: [row("r1", 10), row("r2", 20)] } }), { slot: 20, table: "rivals" });
  });
  it("is the table when no row is left", () => {
    assert.deepEqual(place({ rows: { rivals: [] } }), { table: "rivals" });
  });
  it("is the cell of a finding that was kept or reopened", () => {
    assert.deepEqual(place({ findings: { changed: [{ slots: [7] }] } }), { slot: 7 });
    assert.deepEqual(place({}), {});
  });
});
