// Every case of tests/cases/word: all cells placed or reported, and no word lost.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { unzipSync } from "fflate";
import { documents, sample } from "./documents.mjs";
import { form, plain, storeOf, takeOver } from "./kit.mjs";
import { missing, visibleText } from "./words.mjs";

const folder = new URL("../cases/word/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));
const caseOf = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

const fields = new Map();
const walk = (items) => {
  for (const item of items) {
    if (item.kind === "field") fields.set(item.slot, item.id);
    if (item.items) walk(item.items);
  }
};
for (const { items } of form.sections) walk(items);

// { id: what(reading) } of the readings for which it is there.
const byField = (readings, what) =>
  Object.fromEntries(
    readings.map((reading) => [fields.get(reading.slot), what(reading)]).filter(([, one]) => one !== undefined),
  );

function put(values, id, value) {
  const path = id.split(".");
  const last = path.pop();
  const node = path.reduce((at, key) => {
    at[key] ??= {};
    return at[key];
  }, values);
  if (value === null) delete node[last];
  else node[last] = value;
}

describe("a filled Word file", () => {
  it("has a case for every document and a document for every case", () => {
    assert.deepEqual([...names].sort(), Object.keys(documents).sort());
    assert.ok(names.length >= 14);
  });

  for (const name of names) {
    const wanted = caseOf(name);
    it(`${name}: ${wanted.about}`, async () => {
      const bytes = await documents[name]();
      const { draft, result } = await takeOver(bytes);

      const values = plain(wanted.from === "sample" ? sample.values : JSON.parse(storeOf().draft("")).values);
      for (const [id, value] of Object.entries(wanted.values ?? {})) put(values, id, value);
      assert.deepEqual(plain(draft.values), plain(values));

      const { scalars, pictures, notes, readNotes } = result;
      const unread = byField(scalars, ({ state, raw }) => (state === "notUnderstood" ? raw : undefined));
      assert.deepEqual(unread, wanted.notUnderstood ?? {});
      assert.deepEqual(
        byField(scalars, ({ others }) => others),
        wanted.others ?? {},
      );
      const absent = scalars.filter(({ state }) => state === "absent").map(({ slot }) => fields.get(slot));
      assert.deepEqual(absent, wanted.absent ?? []);
      assert.deepEqual(result.leftovers, wanted.leftovers ?? []);
      const seen = pictures.map(({ picture, slot, marker, caption, under }) => ({
        ...(slot === undefined ? {} : { field: fields.get(slot), marker }),
        ...(caption === undefined ? {} : { caption }),
        under,
        readable: picture.bytes !== undefined,
      }));
      assert.deepEqual(seen, wanted.pictures ?? []);
      const told = Object.fromEntries([...notes, ...readNotes].map(({ code, count }) => [code, count]));
      assert.deepEqual(told, wanted.notes ?? {});

      const accounted = [...result.valueText, ...result.formText, ...result.leftovers.map(({ text }) => text)];
      assert.deepEqual(missing(visibleText(unzipSync(bytes)), accounted), []);
    });
  }
});

describe("the accounting of words", () => {
  it("notices a word that came out nowhere", () => {
    assert.deepEqual(missing("甲乙乙丙", ["乙丙", "甲"]), ["乙"]);
  });
});

describe("taking over", () => {
  it("is one step back", async () => {
    const { store, draft } = await takeOver(documents["notice-layout"]());
    assert.equal(store.history.value.undo, "导入");
    store.undo();
    assert.ok(store.isBlank());
    assert.equal(store.history.value.undo, null);
    store.redo();
    assert.deepEqual(JSON.parse(store.draft("2025-10-09T16:20:00+08:00")).values, draft.values);
  });

  it("into the same draft changes nothing", async () => {
    const { plan } = await takeOver(documents["notice-layout"](), { into: sample });
    const cells = plan.sections.flatMap(({ cells: own, tables }) => [...own, ...tables.flatMap(({ rows }) => rows)]);
    assert.ok(cells.length > 60);
    assert.deepEqual(
      cells.filter(({ changes }) => changes).map(({ id }) => id),
      [],
    );
  });

  it("never empties a cell or removes a filled row unasked", async () => {
    const { draft, plan } = await takeOver(documents["blank-form"](), { into: sample });
    assert.deepEqual(plain(draft.values), plain(sample.values));
    const offered = plan.sections.flatMap(({ cells, tables }) => [...cells, ...tables.flatMap(({ rows }) => rows)]);
    assert.ok(offered.filter(({ changes, proposed }) => changes && !proposed).length > 30);
  });

  it("does what else is ticked: empties, removes", async () => {
    const all = (plan) =>
      plan.sections.flatMap(({ cells, tables }) => [
        ...cells.map(({ id }) => id),
        ...tables.flatMap(({ rows }) => rows.flatMap((row) => [row.id, ...row.cells.map(({ id }) => id)])),
      ]);
    const { draft } = await takeOver(documents["blank-form"](), { into: sample, also: all });
    assert.deepEqual(plain(draft.values).competitors ?? [], []);
    assert.equal(plain(draft.values).title, undefined);
  });
});
