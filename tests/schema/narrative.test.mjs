// The narrative reader's knowledge speaks of the form it stands beside: its year, cells, options, topics and labels; each term has one role.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { editions, fieldsOf, jsonOf, tablesOf } from "./files.mjs";

// {a|b|}c stands for ac, bc and c.
function alternatives(word) {
  const group = /\{([^}]*)\}/.exec(word);
  if (!group) return [word];
  const rest = word.slice(group.index + group[0].length);
  return group[1].split("|").flatMap((one) => alternatives(word.slice(0, group.index) + one + rest));
}

for (const edition of editions.filter(({ folder }) => existsSync(join(folder, "narrative.json")))) {
  const knowledge = jsonOf(join(edition.folder, "narrative.json"));
  const { messages } = jsonOf(join(edition.folder, "narrative.zh-CN.json"));
  const fields = fieldsOf(edition.form);
  const tables = tablesOf(edition.form);

  // indicators[revenue].current, competitors[].share, patents.total: whether the form has it.
  function exists(path) {
    const row = /^(\w+)\[(\w*)\]\.(\w+)$/.exec(path);
    if (!row) return fields.some(({ id }) => id === path);
    const table = tables.find(({ id }) => id === row[1]);
    if (!table?.columns.some(({ id }) => id === row[3])) return false;
    return row[2] === "" || table.seed.some(({ key }) => key === row[2]);
  }

  describe(`the knowledge of ${edition.name}`, () => {
    it("is of the form's year", () => assert.equal(knowledge.year, edition.form.year));

    it("names only cells the form has", () => {
      const cells = knowledge.indicators.flatMap(({ row, cells = [] }) => [
        ...(row ? knowledge.columns.map(({ name }) => `${row}.${name}`) : []),
        ...cells.map(({ at }) => at),
      ]);
      const { company, title, brands, products, rivals, others } = knowledge.names;
      const named = [company, title, brands, ...products, ...rivals, ...others, knowledge.direction.field];
      const all = [...cells, ...named, ...knowledge.texts.map(({ at }) => at), ...knowledge.direction.texts];
      assert.ok(all.length > 80);
      assert.deepEqual(
        all.filter((path) => !exists(path)),
        [],
      );
    });

    it("calls rows and their units as the form does", () => {
      const table = tables.find(({ id }) => id === "indicators");
      const faults = knowledge.indicators
        .filter(({ row }) => row)
        .filter(({ row, label, unit, better }) => {
          const seed = table.seed.find(({ key }) => row === `indicators[${key}]`);
          return (
            seed.values.name !== label || seed.values.unit !== unit || (seed.attributes?.better ?? undefined) !== better
          );
        });
      assert.deepEqual(faults, []);
    });

    it("asks of each narrative what the form says it must contain", () => {
      for (const { at, topics = [] } of knowledge.texts) {
        const covers = fields.find(({ id }) => id === at)?.covers ?? [];
        for (const topic of topics) {
          const own = covers.find(({ id }) => id === topic.id);
          assert.equal(topic.label, own?.label, `${at} ${topic.id}`);
        }
      }
    });

    it("knows the directions that can be chosen", () => {
      const { options } = fields.find(({ id }) => id === knowledge.direction.field);
      assert.deepEqual(
        knowledge.direction.options.map(({ value, label }) => ({ value, label })),
        options.map(({ value, label }) => ({ value, label })),
      );
    });

    it("gives each term one role", () => {
      const roles = new Map();
      const names = knowledge.indicators.flatMap(({ id, names = [], sure = [], edge = [] }) =>
        [...names, ...sure, ...edge].map((name) => [name, id]),
      );
      const terms = Object.entries(knowledge.terms).flatMap(([role, words]) => words.map((word) => [word, role]));
      for (const [word, role] of [...names, ...terms]) {
        for (const one of alternatives(word)) roles.set(one, [...(roles.get(one) ?? []), role]);
      }
      assert.deepEqual(
        [...roles].filter(([, all]) => all.length > 1),
        [],
      );
    });

    it("has a message for every check, none to spare, and names practice in each", () => {
      const bases = Object.keys(messages).filter((key) => !/^(role|unit|check|kind)\./.test(key));
      const left = bases.filter(
        (key) => !Object.keys(knowledge.checks).some((id) => key === id || key.startsWith(`${id}.`)),
      );
      assert.deepEqual(left, []);
      assert.deepEqual(
        bases.filter((key) => !messages[key].includes("本工具")),
        [],
      );
    });

    it("has a name for every check and every kind of them, none to spare", () => {
      const ids = Object.keys(knowledge.checks);
      const named = (family) =>
        Object.keys(messages)
          .filter((key) => key.startsWith(`${family}.`))
          .map((key) => key.slice(family.length + 1))
          .sort();
      assert.deepEqual(named("check"), [...ids].sort());
      assert.deepEqual(named("kind"), [...new Set(ids.map((id) => id.split(".")[0]))].sort());
    });
  });
}
