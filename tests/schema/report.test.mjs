// What the core writes fits the schemas that describe it: reports of good, faulty and blank drafts, and drafts.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { editions, jsonFiles, jsonOf, root, schemaFolder } from "./files.mjs";

const binary = process.env.FORMCHECK ?? join(root, "build/native/formcheck");
const sample = join(root, "tests/cases/sample/draft.json");
const missing = [binary, sample].filter((path) => !existsSync(path));

const ajv = new Ajv2020.default({ allErrors: true, validateFormats: false });
for (const path of jsonFiles(join(schemaFolder, "meta"))) ajv.addSchema(jsonOf(path));
function fits(name, text) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  validate(JSON.parse(text));
  assert.deepEqual(validate.errors ?? [], []);
}

function run(args, input) {
  const { stdout, stderr, error } = spawnSync(binary, args, { input, encoding: "utf8" });
  assert.equal(error, undefined);
  assert.equal(stderr, "");
  return stdout;
}
const report = (edition, draft) => run(["check", "-", "--format", "json", "--form", edition.folder], draft);

/** The sample with a fault of every kind of finding: error, warning with a mend, on a row, acknowledged, kept aside. */
function faulty() {
  const draft = jsonOf(sample);
  draft.values.landEfficiency = "D";
  draft.values.standards.total = "99";
  draft.values.creditCode = draft.values.creditCode.replace(/.$/, (c) => (c === "1" ? "2" : "1"));
  draft.values.contact.name = "";
  draft.values.patents.total = "";
  draft.values.competitors[0].rival = draft.values.company;
  draft.values.unknown = { deep: [1, 2.5, null] };
  draft.acknowledged = [
    { rule: "uscc.checkDigit", field: "creditCode", reason: "与营业执照一致", values: [draft.values.creditCode] },
  ];
  return draft;
}

describe("what the core writes", () => {
  if (missing.length > 0) {
    it("is not looked at", (t) => t.diagnostic(`skipped: absent: ${missing.join(", ")}`));
    return;
  }
  for (const edition of editions) {
    it(`a blank draft of ${edition.name}, and its report`, () => {
      const draft = run(["new", "--form", edition.folder]);
      fits("draft", draft);
      fits("report", report(edition, draft));
    });

    it(`${edition.name} passes lint`, () => assert.notEqual(run(["lint", edition.folder]), ""));
  }

  it("the report of the sample", () => fits("report", report(editions[0], JSON.stringify(jsonOf(sample)))));

  it("the report of a faulty draft", () => {
    const text = report(editions[0], JSON.stringify(faulty()));
    fits("report", text);
    const { summary, findings, pending, todo, notices, aside } = JSON.parse(text);
    for (const list of [findings, pending, todo, notices, aside]) assert.ok(list.length > 0);
    assert.ok(summary.acknowledged > 0);
    assert.ok(findings.some((f) => f.row !== undefined) && findings.some((f) => f.fix !== undefined));
  });

  it("has at least 60 rules run on a filled form", () => {
    assert.ok(JSON.parse(report(editions[0], JSON.stringify(jsonOf(sample)))).summary.instances >= 60);
  });
});
