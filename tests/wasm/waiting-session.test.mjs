// What is done before the core is there: the blank draft the page begins with is the core's own, and every call is made good in its order.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { compileForm } from "../../tools/lib/whole-core.mjs";
import { form, makeStore, slotOf } from "./real-store.mjs";

const { Store } = await loadTs("web/src/core/store.ts");
const { Session } = await loadTs("web/src/core/door.ts");
const { Rest } = await loadTs("web/src/core/rest.ts");
const { waitingSession } = await loadTs("web/src/core/waiting-session.ts");
const { loadPageForm } = await import("./core.mjs");
const { core } = await loadPageForm();
const { blank } = await compileForm();

function makeWaiting() {
  const waiting = waitingSession(blank);
  const store = new Store(form, () => waiting.session, new Rest(core, undefined, true));
  return { store, connect: () => store.connect(() => new Session(core), waiting.replay) };
}

const shown = (store) => ({
  rows: [...store.rows],
  progress: [...store.progress].map(([id, { required, filled }]) => [id, required, filled]),
  todo: store.todo.value,
  history: store.history.value,
});
const plain = (value) => JSON.parse(JSON.stringify(value));

describe("before the core is there", () => {
  it("the page shows what the core will say of a blank draft", () => {
    assert.deepEqual(plain(shown(makeWaiting().store)), plain(shown(makeStore())));
  });

  it("what is typed, chosen and added is in the core's draft, in its order and undone step by step", () => {
    const { store, connect } = makeWaiting();
    const reference = makeStore();
    const table = form.sections.flatMap(({ items }) => items).find(({ rows }) => rows === "dynamic");
    const act = (on) => {
      on.type(slotOf(on, "title"), "离心");
      on.type(slotOf(on, "title"), "离心泵");
      on.mark();
      on.insertRow(table.table, 0);
      on.type(slotOf(on, "overview"), "质量标杆。".repeat(80));
      on.type(slotOf(on, "overview"), `${"质量标杆。".repeat(80)}完`);
    };
    const told = [];
    store.onChange((change) => told.push(change.origin));
    act(store);
    assert.equal(store.text(slotOf(store, "title")), "离心泵");
    assert.equal(store.isBlank(), false);
    connect();
    act(reference);
    assert.equal(store.draft(""), reference.draft(""));
    assert.deepEqual(plain(shown(store)), plain(shown(reference)));
    assert.deepEqual(told, ["typing"]);
    store.undo();
    reference.undo();
    assert.equal(store.draft(""), reference.draft(""));
  });

  it("nothing is told when nothing was done", () => {
    const { store, connect } = makeWaiting();
    const told = [];
    store.onChange((change) => told.push(change));
    const rows = [...store.rows.values()];
    connect();
    assert.deepEqual(told, []);
    assert.ok([...store.rows.values()].every((list, n) => list === rows[n]));
    assert.equal(store.isBlank(), true);
    for (const kind of ["values", "counts", "derived"]) {
      assert.deepEqual(plain([...store[kind]]), plain([...makeStore()[kind]]), kind);
    }
  });
});
