// Every data file fits its JSON Schema, and the schemas are worth something: faulty files do not fit.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, it } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { editions, jsonFiles, jsonOf, root, schemaFolder } from "./files.mjs";

const meta = join(schemaFolder, "meta");
// strictRequired and strictTypes would forbid `required` and `properties` to stand in the two halves of an if … then.
const ajv = new Ajv2020.default({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addFormat("date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
for (const path of jsonFiles(meta)) ajv.addSchema(jsonOf(path));

const validator = (name) => ajv.getSchema(`${name}.schema.json`);
function faults(name, data) {
  const validate = validator(name);
  validate(data);
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

describe("schemas", () => {
  for (const path of jsonFiles(meta)) {
    it(`${relative(meta, path)} is a JSON Schema 2020-12`, () => {
      assert.equal(ajv.validateSchema(jsonOf(path)), true);
      assert.equal(typeof ajv.getSchema(jsonOf(path).$id), "function");
    });
  }
});

describe("data files", () => {
  const named = jsonFiles(schemaFolder).filter((path) => !path.startsWith(meta) && !path.endsWith("lock.json"));
  for (const path of named) {
    it(`${relative(schemaFolder, path)} fits the schema it names`, () => {
      const data = jsonOf(path);
      const schema = resolve(dirname(path), data.$schema);
      assert.ok(existsSync(schema), data.$schema);
      assert.deepEqual(faults(relative(meta, schema).replace(".schema.json", ""), data), []);
    });
  }

  it("the sample application is a draft", (t) => {
    const sample = join(root, "tests/cases/sample/draft.json");
    if (!existsSync(sample)) return t.diagnostic("tests/cases/sample/draft.json is absent");
    assert.deepEqual(faults("draft", jsonOf(sample)), []);
  });
});

describe("a faulty file does not fit", () => {
  const { form, rules, messages } = editions[0];
  const broken = (data, change) => {
    const copy = structuredClone(data);
    change(copy);
    return copy;
  };
  const refused = (name, data, change) => assert.notDeepEqual(faults(name, broken(data, change)), []);

  const cases = {
    "an unknown key on a field": ["form", form, (f) => (f.sections[0].items[0].hnit = "x")],
    "an unknown type": ["form", form, (f) => (f.sections[0].items[0].type = "string")],
    "a field without a label": ["form", form, (f) => delete f.sections[0].items[0].label],
    "a choice without options": ["form", form, (f) => delete f.sections[0].items[1].options],
    "a text with a smallest value": ["form", form, (f) => (f.sections[0].items[0].min = "1")],
    "a limit without a number": ["form", form, (f) => (f.sections[0].items[0].limit = { count: "words" })],
    "required always and at times": [
      "form",
      form,
      (f) => (f.sections[0].items[0].requiredWhen = { rule: "true", label: "x" }),
    ],
    "a number for the year's text": ["form", form, (f) => (f.year = "2025")],
    "a long quote": ["form", form, (f) => (f.clauses["notice.2.2"].quote = "长".repeat(41))],
    "an error on the basis of practice": ["rules", rules, (r) => (r.checks["limit.over"].basis = "practice")],
    "an error without a clause": ["rules", rules, (r) => delete r.checks["limit.over"].clause],
    "a rule that points nowhere": ["rules", rules, (r) => (r.rules[0].at = [])],
    "a rule with an unknown key": ["rules", rules, (r) => (r.rules[0].when = "true")],
    "an unknown severity": ["rules", rules, (r) => (r.rules[0].severity = "fatal")],
    "an empty message": ["messages", messages, (m) => (m.rules[rules.rules[0].id].message = "")],
    "a code without a label": ["codes", { title: "x", codes: [{ value: "1" }] }, () => {}],
    "a number in a draft": [
      "draft",
      { format: "formcheck-draft/1", form: { id: "a", edition: "b", version: "c" }, values: { a: 1 } },
      () => {},
    ],
    "a row without an id": [
      "draft",
      { format: "formcheck-draft/1", form: { id: "a", edition: "b", version: "c" }, values: { t: [{ key: "x" }] } },
      () => {},
    ],
  };
  for (const [about, [name, data, change]] of Object.entries(cases)) {
    it(about, () => refused(name, data, change));
  }
});
