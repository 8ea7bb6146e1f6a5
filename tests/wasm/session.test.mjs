// The session through the door: what the page relies on, and that no argument can break it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, before, beforeEach, describe, it } from "node:test";
import { checkNatively, loadCore, loadForm, root } from "./core.mjs";
import { randomFrom } from "./random.mjs";

const sample = readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8");
let core;
let form;
let session;
before(async () => {
  ({ core, form } = await loadForm());
});
beforeEach(() => {
  session = new core.Session();
  assert.ok(JSON.parse(session.open(sample)).ok);
});
afterEach(() => session.delete());

const fieldsOf = (items) =>
  items.flatMap((item) => (item.kind === "group" ? fieldsOf(item.items) : item.kind === "field" ? [item] : []));
const fields = () => form.sections.flatMap((section) => fieldsOf(section.items));
const slotOf = (id) => fields().find((field) => field.id === id).slot;
const typedAt = (slot) => JSON.parse(session.snapshot()).values[slot] ?? "";

describe("edits by UTF-16 positions, as text fields count", () => {
  const slot = () => slotOf("title");

  for (const [about, text, from, removed, inserted] of [
    ["in Han text", "质量标杆经验", 2, 2, "管理"],
    ["behind a character outside the basic plane", "𠮷祥泵业", 2, 1, "瑞"],
    ["that replace such a character", "甲𠮷乙", 1, 2, "丙"],
    ["at the end", "标杆", 2, 0, "企业"],
    ["that empty the field", "标杆", 0, 2, ""],
  ]) {
    it(about, () => {
      session.set(slot(), text);
      session.edit(slot(), from, removed, inserted);
      assert.equal(typedAt(slot()), text.slice(0, from) + inserted + text.slice(from + removed));
    });
  }

  it("of a long narrative give the counts of the whole text", () => {
    const field = fields().find((f) => f.type === "longText" && f.limit);
    const random = randomFrom(7);
    let text = "";
    session.set(field.slot, text);
    for (let i = 0; i < 300; i++) {
      const from = random(text.length + 1);
      const removed = random(4) === 0 ? random(Math.min(9, text.length - from) + 1) : 0;
      const inserted = ["质量", "，\n", "PDCA ", "12.5%", "—— ", "ＡＢ", "\r\n", "的"][random(8)];
      session.edit(field.slot, from, removed, inserted);
      text = text.slice(0, from) + inserted + text.slice(from + removed);
    }
    assert.equal(typedAt(field.slot), text);
    const counts = JSON.parse(session.countsOf(field.slot));
    const anew = new core.Session();
    anew.set(field.slot, text);
    assert.deepEqual(counts, JSON.parse(anew.countsOf(field.slot)));
    anew.delete();
  });
});

it("a session after 2,000 random edits reports what the command line finds in its draft", () => {
  const random = randomFrom(2025);
  const texts = [
    "",
    "0",
    "12",
    "99.9",
    "100.01%",
    "１２",
    "abc",
    "2025-02-30",
    "13800000000",
    "质量标杆",
    "national",
    "/",
  ];
  const snapshot = JSON.parse(session.snapshot());
  const tables = form.sections.flatMap((s) => s.items).filter((item) => item.kind === "table");
  const slots = [...fields().map((f) => f.slot)];
  for (const rows of Object.values(snapshot.rows)) {
    for (const row of rows) for (let i = 0; i < 3; i++) slots.push(row.slot + i);
  }
  for (let i = 0; i < 2000; i++) {
    const table = tables[random(tables.length)].table;
    const kind = random(20);
    if (kind === 0) session.insertRow(table, random(5), random(3) === 0 ? random(4) : 0xffffffff);
    else if (kind === 1) session.removeRow(table, random(5));
    else if (kind === 2) session.moveRow(table, random(5), random(5));
    else if (kind === 3) session.undo();
    else if (kind === 4) session.redo();
    else session.set(slots[random(slots.length)], texts[random(texts.length)]);
    if (random(50) === 0) session.delta();
  }
  const draft = session.draft("");
  const reopened = new core.Session();
  assert.ok(JSON.parse(reopened.open(draft)).ok);
  const { ok, report } = checkNatively(draft);
  assert.ok(ok);
  assert.equal(reopened.report(), report);
  assert.deepEqual(JSON.parse(session.report()).findings, JSON.parse(report).findings);
  reopened.delete();
});

describe("the door", () => {
  it("gives no session before a definition is loaded", async () => {
    const fresh = await loadCore();
    let made = null;
    try {
      made = new fresh.Session();
    } catch {
      // Embind may refuse a null; either way nothing usable comes out and nothing crashes.
    }
    assert.ok(!made?.$$?.ptr);
    assert.deepEqual(JSON.parse(fresh.countText("质量")).words, 2);
  });

  it("takes slots, rows, tables and keys that do not exist for nothing", () => {
    const earlier = session.draft("");
    for (const nowhere of [999_999, 4_294_967_295]) {
      session.set(nowhere, "x");
      session.edit(nowhere, 0, 0, "x");
      session.insertRow(nowhere, 0, 0);
      session.removeRow(0, nowhere);
      session.removeRow(nowhere, 0);
      session.moveRow(0, nowhere, 0);
      session.moveRow(nowhere, 0, 1);
      assert.equal(session.countsOf(nowhere), "null");
    }
    session.edit(slotOf("title"), 999_999, 5, "");
    session.acknowledge("no.such.rule", "x", "");
    session.reopen("no.such.rule");
    session.applyFix("no.such.rule");
    assert.equal(session.explain("no.such.rule"), "null");
    assert.equal(session.draft(""), earlier);
  });

  it("makes lone surrogates well-formed", () => {
    session.set(slotOf("title"), "质\ud800量");
    assert.equal(typedAt(slotOf("title")), "质\ufffd量");
  });

  it("answers a definition that is none with file, place and words", () => {
    for (const files of [
      "",
      "[]",
      "{",
      '{"form.json": 5}',
      '{"form.json": "{"}',
      `{"form.json": "${"[".repeat(500)}"}`,
    ]) {
      const { ok, error } = JSON.parse(core.load(files));
      assert.equal(ok, false);
      assert.equal(typeof error.code, "string");
      assert.equal(typeof error.file, "string");
    }
    assert.ok(JSON.parse(session.open(sample)).ok, "the loaded definition was lost");
  });

  it("holds no more memory after a hundred openings", () => {
    const many = () => {
      for (let i = 0; i < 50; i++) {
        const s = new core.Session();
        s.open(sample);
        s.report();
        s.delete();
      }
    };
    many();
    const size = core.HEAPU8.length;
    many();
    assert.equal(core.HEAPU8.length, size);
  });
});
