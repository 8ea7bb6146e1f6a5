// Values that are shown beside cells, in the page's core: every one in the definition has a text for each row of the sample that it
// is for, and none once what it reads is blank; what rests on the row alone (越低越好) is always there. What they are worth is tested in tests/core/form/derived_test.cc.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { loadPageForm } from "./core.mjs";

const sample = readFileSync(new URL("../cases/sample/draft.json", import.meta.url));
let core;
let tables;
before(async () => {
  const loaded = await loadPageForm();
  core = loaded.core;
  tables = loaded.form.sections.flatMap(({ items }) => items).filter(({ derived }) => derived);
});

// Calls `visit(slot, id)` for every cell beside which one should stand.
function eachDerived(snapshot, visit) {
  for (const { id, columns, derived } of tables) {
    for (const one of derived) {
      const column = columns.findIndex((each) => each.id === one.at);
      assert.ok(column >= 0, `${one.id}: ${one.at}`);
      for (const { key, slot } of snapshot.rows[id]) if (one.rows?.includes(key) ?? true) visit(slot + column, one.id);
    }
  }
}

describe("derived values", () => {
  it("are there, and how they are computed is not told", () => {
    assert.ok(tables.length > 0);
    for (const { derived } of tables) for (const one of derived) assert.equal(one.value, undefined);
  });

  it("stand beside every cell of the sample that they are for", () => {
    const session = new core.Session();
    assert.ok(JSON.parse(session.open(sample)).ok);
    const snapshot = JSON.parse(session.snapshot());
    let count = 0;
    eachDerived(snapshot, (slot, id) => {
      const wanted = id === "direction" ? /^越低越好$/ : /^-?\d+(\.\d+)?$/;
      assert.match(snapshot.derived[slot]?.[id] ?? "", wanted, `${id} at ${slot}`);
      count++;
    });
    assert.ok(count >= 10);
    session.delete();
  });

  it("do not stand in a blank form, but for what rests on the row alone", () => {
    const session = new core.Session();
    const found = Object.values(JSON.parse(session.snapshot()).derived);
    assert.deepEqual([...new Set(found.flatMap(Object.keys))], ["direction"]);
    session.delete();
  });
});
