// An edition hangs together: what it names exists, and whatever it says has its ground.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { editions, fieldsOf, holders, itemsOf, jsonOf, schemaFolder, tablesOf } from "./files.mjs";

const twice = (list) => list.filter((value, i) => list.indexOf(value) !== i);
const places = (text) => [...text.matchAll(/\{([^}]*)\}/g)].map((m) => m[1]).filter((name) => !name.startsWith("year"));

// What the core hands to the message of a built-in check (ARCHITECTURE.md §5 and the headers of wasm/formats).
const checkArguments = {
  "figure.missing": ["actual"],
  "figure.repeated": ["actual"],
  "figure.unplaced": ["actual"],
  "figure.order": ["actual"],
  "figure.noCaption": ["actual"],
  "figure.tooMany": ["actual", "limit"],
  "figure.tooLarge": ["actual", "limit"],
  "figure.totalTooLarge": ["actual", "limit"],
  "number.notInteger": ["actual"],
  "number.belowMin": ["actual", "limit"],
  "number.aboveMax": ["actual", "limit"],
  "choice.unknown": ["actual"],
  "choices.exclusive": ["option"],
  "limit.over": ["actual", "limit", "about", "difference"],
  "limit.short": ["actual", "limit", "about", "difference"],
  "limit.long": ["actual", "limit", "about", "difference"],
  "text.control": ["actual"],
  "uscc.length": ["actual"],
  "uscc.charset": ["characters"],
  "uscc.checkDigit": ["expected"],
  "uscc.organizationCheckDigit": ["expected"],
  "uscc.notEnterprise": ["prefix"],
  "mobile.unallocated": ["prefix"],
  "phone.areaLength": ["area", "digits"],
  "email.fullWidth": ["suggestion"],
  "email.spaces": ["suggestion"],
};

for (const { name, form, rules, messages } of editions) {
  const fields = fieldsOf(form);
  const tables = tablesOf(form);
  const ids = [...fields, ...tables].map((item) => item.id);

  describe(name, () => {
    it("gives every field, table, section and rule one id", () => {
      assert.deepEqual(twice(ids), []);
      assert.deepEqual(twice(form.sections.map((s) => s.id)), []);
      assert.deepEqual(twice(rules.rules.map((r) => r.id)), []);
      for (const list of [form.conditions, form.handChecks]) assert.deepEqual(twice(list.map((x) => x.id)), []);
      for (const table of tables) {
        assert.deepEqual(twice(table.columns.map((c) => c.id)), []);
        assert.deepEqual(twice((table.seed ?? []).map((s) => s.key)), []);
      }
    });

    it("points only at what exists", () => {
      const mirrors = itemsOf(form).filter((item) => item.kind === "mirror");
      for (const { of } of mirrors)
        assert.ok(
          fields.some((f) => f.id === of),
          of,
        );
      for (const table of tables) {
        const columns = table.columns.map((c) => c.id);
        const attributes = (table.attributes ?? []).map((a) => a.id);
        for (const group of table.columnGroups ?? []) {
          assert.ok(group.field === undefined || ids.includes(group.field), group.field);
          for (const id of group.columns) assert.ok(columns.includes(id), id);
        }
        for (const seed of table.seed ?? []) {
          const named = [...Object.keys(seed.values ?? {}), ...(seed.blocked ?? []), ...Object.keys(seed.types ?? {})];
          for (const id of named) assert.ok(columns.includes(id), `${table.id}.${seed.key}: ${id}`);
          for (const id of Object.keys(seed.attributes ?? {})) assert.ok(attributes.includes(id), id);
        }
      }
      for (const group of itemsOf(form).filter((item) => item.sentence !== undefined)) {
        assert.deepEqual(
          places(group.sentence),
          group.items.map((item) => item.id),
        );
      }
      const ruleIds = rules.rules.map((r) => r.id);
      for (const { id, rules: watching } of form.conditions) {
        for (const rule of watching ?? []) assert.ok(ruleIds.includes(rule), `${id}: ${rule}`);
      }
      for (const file of Object.values(form.codes)) assert.ok(existsSync(join(schemaFolder, "codes", file)), file);
      for (const { value } of holders(form.sections, "codes")) assert.ok(value in form.codes, value);
      assert.ok(ids.includes(form.letter.company));
    });

    it("rests every field, table and column group on a clause, and names no clause in vain", () => {
      for (const item of [...fields, ...tables]) assert.ok(item.clause in form.clauses, `${item.id}: ${item.clause}`);
      const named = new Set();
      for (const part of [form.sections, form.conditions, form.handChecks, form.deadlines, rules]) {
        for (const { pointer, value } of holders(part, "clause")) {
          assert.ok(value in form.clauses, `${pointer}: ${value}`);
          named.add(value);
        }
      }
      assert.deepEqual(
        Object.keys(form.clauses).filter((id) => !named.has(id)),
        [],
      );
      const sources = Object.values(form.clauses).map((c) => c.source);
      assert.deepEqual(
        Object.keys(form.sources).filter((id) => !sources.includes(id)),
        [],
      );
    });

    it("has number columns rest on a clause of their own", () => {
      const numbers = tables.flatMap((t) => t.columns.map((c) => [`${t.id}.${c.id}`, c]));
      for (const [id, { type, clause }] of numbers.filter(([, c]) => /integer|decimal|percent/.test(c.type))) {
        assert.ok(clause in form.clauses, `${id} (${type})`);
      }
    });

    it("copies every field and table into the portal once", () => {
      assert.deepEqual([...form.copyOrder].sort(), [...ids].sort());
    });

    it("grounds an error on the notice, the form or a standard of the clause's kind", () => {
      for (const [id, ground] of [...Object.entries(rules.checks), ...rules.rules.map((r) => [r.id, r])]) {
        if (ground.basis === "practice") {
          assert.notEqual(ground.severity, "error", id);
        } else {
          const { kind } = form.sources[form.clauses[ground.clause].source];
          const kinds = ground.basis === "form" ? ["form", "notice"] : [ground.basis];
          assert.ok(kinds.includes(kind), `${id}: ${ground.basis} on a clause of ${kind}`);
        }
      }
    });

    it("has a message for every rule and check, and none to spare", () => {
      assert.deepEqual(Object.keys(messages.rules).sort(), rules.rules.map((r) => r.id).sort());
      assert.deepEqual(Object.keys(messages.checks).sort(), Object.keys(rules.checks).sort());
      for (const rule of rules.rules) {
        assert.equal(messages.rules[rule.id].fix !== undefined, rule.fix !== undefined, `${rule.id}: fix`);
      }
    });

    it("fills every place of a message", () => {
      const always = ["label", "value", "unit"];
      for (const rule of rules.rules) {
        const known = [...always, ...Object.keys(rule.args ?? {})];
        const { message, fix = "" } = messages.rules[rule.id];
        const used = places(message);
        for (const place of used) assert.ok(known.includes(place), `${rule.id}: {${place}}`);
        for (const place of places(fix)) assert.ok([...known, "to"].includes(place), `${rule.id}: {${place}}`);
        const spare = Object.keys(rule.args ?? {}).filter(
          (arg) => !used.includes(arg) && arg !== "actual" && arg !== "limit",
        );
        assert.deepEqual(spare, [], rule.id);
      }
      for (const [code, { message }] of Object.entries(messages.checks)) {
        for (const place of places(message)) {
          assert.ok([...always, ...(checkArguments[code] ?? [])].includes(place), `${code}: {${place}}`);
        }
      }
    });

    it("says whole sentences", () => {
      for (const list of [messages.rules, messages.checks]) {
        for (const [id, { message }] of Object.entries(list)) assert.match(message, /。$/, id);
      }
    });

    it("does not word our own practice as a requirement", () => {
      const practice = [...rules.rules, ...Object.entries(rules.checks).map(([id, c]) => ({ id, ...c }))];
      for (const { id } of practice.filter((r) => r.basis === "practice")) {
        const { message } = messages.rules[id] ?? messages.checks[id];
        assert.doesNotMatch(message, /必须|不得|不能|应当|要求|不符合/, id);
      }
    });

    it("writes no literal year where a relative one is meant", () => {
      const texts = JSON.stringify([form.sections, form.letter, form.conditions, form.handChecks, messages, rules]);
      const standards = /GB\/T 4754-2017/g;
      assert.doesNotMatch(texts.replace(standards, ""), /20[12]\d/);
    });
  });
}

describe("code lists", () => {
  it("hold each value once", () => {
    for (const file of ["manufacturing-divisions.json", "zhejiang-regions.json"]) {
      const { codes } = jsonOf(join(schemaFolder, "codes", file));
      assert.deepEqual(twice(codes.map((c) => c.value)), [], file);
    }
  });

  it("have the 31 divisions of manufacturing", () => {
    const { codes } = jsonOf(join(schemaFolder, "codes", "manufacturing-divisions.json"));
    assert.deepEqual(
      codes.map((c) => c.value),
      Array.from({ length: 31 }, (_, i) => `C${i + 13}`),
    );
    for (const { value, label } of codes) assert.ok(label.startsWith(`${value} `), label);
  });

  it("have Zhejiang's 11 cities and 90 counties", () => {
    const { codes } = jsonOf(join(schemaFolder, "codes", "zhejiang-regions.json"));
    assert.equal(codes.length, 90);
    assert.equal(new Set(codes.map((c) => c.group)).size, 11);
    const cityOf = new Map(codes.map((c) => [c.value.slice(0, 4), c.group]));
    for (const { value, group } of codes) {
      assert.match(value, /^33(0[1-9]|1[01])\d\d$/);
      assert.equal(cityOf.get(value.slice(0, 4)), group, value);
    }
    assert.equal(cityOf.size, 11);
  });
});
