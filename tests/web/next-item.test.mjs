// The order F8 goes in: errors, warnings, advice, blanks; each in the form's order, from where one is, round the end.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { openItems, nextItem } = await loadTs("web/src/findings/next-item.ts");
const finding = (key, severity, slot, more = {}) => ({ key, severity, slots: [slot], message: key, ...more });
const findings = [
  finding("w1", "warning", 1),
  finding("e2", "error", 2),
  finding("kept", "error", 3, { acknowledged: "如此" }),
  finding("e5", "error", 5),
  finding("a6", "advice", 6),
];
const items = openItems(findings, [4, 7], String);
const keys = (list) => list.map(({ key }) => key);
const next = (here, back = false) =>
  nextItem(items, { key: undefined, slot: undefined, ...here }, back, (slot) => slot)?.key;

describe("what is open", () => {
  it("stands by gravity, then by place, without what was kept", () => {
    assert.deepEqual(keys(items), ["e2", "e5", "w1", "a6", "#4", "#7"]);
  });
});

describe("the next open item", () => {
  it("from nowhere is the first error; backwards the last", () => {
    assert.equal(next({}), "e2");
    assert.equal(next({}, true), "e5");
  });

  it("from a cell is the next error behind it, else the first", () => {
    assert.equal(next({ slot: 3 }), "e5");
    assert.equal(next({ slot: 9 }), "e2");
    assert.equal(next({ slot: 4 }, true), "e2");
    assert.equal(next({ slot: 1 }, true), "e5");
  });

  it("from an item is its neighbour, and round the end", () => {
    assert.equal(next({ key: "e5", slot: 5 }), "w1");
    assert.equal(next({ key: "#7", slot: 7 }), "e2");
    assert.equal(next({ key: "e2", slot: 2 }, true), "#7");
  });

  it("counts from the cell once the caret has left the item", () => {
    assert.equal(next({ key: "w1", slot: 3 }), "e5");
  });

  it("is none when nothing is open", () => {
    assert.equal(nextItem([], { key: undefined, slot: 1 }, false, Number), undefined);
  });
});
