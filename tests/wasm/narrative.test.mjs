// The narrative reader's own module under Node: the same bytes as the command line, and the same answer by edits as at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { draftOfPassage, passageSets } from "../../tools/cases/passages.mjs";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { native, root } from "./core.mjs";

const text = (path) => readFileSync(join(root, path), "utf8");
const edition = "schema/zj-quality-benchmark/2025";
const sample = text("tests/cases/sample/draft.json");
let createReader;
let reader;

before(async () => {
  ({ createReader } = await loadTs("web/src/review/reader.ts"));
  reader = await open(text(`${edition}/narrative.json`));
});

const open = (knowledge) =>
  createReader(
    readFileSync(join(root, "build/wasm/narrative.wasm")),
    knowledge,
    text(`${edition}/narrative.zh-CN.json`),
  );

function natively(draft) {
  const { code, out, err } = native(["review", "-", "--format", "json"], draft);
  assert.equal(code, 0, err);
  return out.trimEnd();
}

function here(draft) {
  assert.ok(reader.open(draft));
  return reader.report();
}

describe("the review in WebAssembly is that of the command line", () => {
  it("the sample", () => assert.equal(here(sample), natively(sample)));

  for (const { set, facts, passages } of passageSets()) {
    it(`the passages of ${set}`, () => {
      for (const passage of passages) {
        const draft = JSON.stringify(draftOfPassage(facts, passage));
        assert.equal(here(draft), natively(draft), passage.id);
      }
    });
  }
});

describe("a review kept by edits", () => {
  const values = JSON.parse(sample).values;

  it("says what one opened anew says, in texts, tables and names", () => {
    const draft = JSON.parse(sample);
    const steps = [
      ["results", 40, 3, "9"],
      ["results", 0, 0, "2024年营业收入13.89亿元，\n"],
      ["overview", 5, 2, "橙"],
      ["implementation", 1200, 40, ""],
      ["company", 2, 1, "研"],
      ["implementation", 0, 0, "公司健全制度,明确职责。\n\n"],
    ];
    assert.ok(reader.open(sample));
    for (const [field, from, removed, inserted] of steps) {
      assert.ok(reader.edit(`/values/${field}`, from, removed, inserted));
      const old = draft.values[field];
      draft.values[field] = old.slice(0, from) + inserted + old.slice(from + removed);
      const kept = reader.report();
      assert.equal(kept, here(JSON.stringify(draft)), `${field} ${from}`);
    }
    assert.ok(reader.set("/values/indicators/1/current", "130,000"));
    draft.values.indicators[1].current = "130,000";
    const kept = reader.report();
    assert.equal(kept, here(JSON.stringify(draft)));
  });

  it("knows nothing of a value the draft does not have", () => {
    assert.ok(reader.open(sample));
    assert.equal(reader.set("/values/indicators/99/current", "1"), false);
    assert.equal(reader.open("{"), false);
    assert.equal(reader.report(), natively(sample), "a draft that cannot be read changed what was there");
  });

  it("says nothing of a check that is switched off", () => {
    assert.ok(reader.open(sample));
    reader.set("/values/overview", values.overview.replace("12.89亿元", "13.89亿元"));
    assert.deepEqual(
      reader.findings().map((finding) => finding.rule),
      ["figure.mismatch"],
    );
    reader.switchOff(["figure.mismatch", "placeholder"]);
    assert.deepEqual(reader.findings(), []);
    reader.switchOff([]);
    assert.equal(reader.findings().length, 1);
  });

  it("keeps what was acknowledged until a value it rests on changes", () => {
    assert.ok(reader.open(sample));
    const wrong = values.overview.replace("12.89亿元", "13.89亿元");
    reader.set("/values/overview", wrong);
    const [finding] = reader.findings();
    assert.equal(wrong.slice(finding.at[0].from, finding.at[0].to), "13.89亿元");
    assert.equal(finding.at[1].at, "/values/indicators/1/current");
    reader.acknowledge(finding.key, "审计前数据");
    reader.set("/values/overview", `前言。\n${wrong}`);
    assert.equal(reader.findings()[0].acknowledged, "审计前数据");
    reader.set("/values/overview", wrong.replace("13.89亿元", "13.98亿元"));
    assert.equal(reader.findings()[0].acknowledged, undefined);
    reader.set("/values/overview", wrong);
    reader.set("/values/indicators/1/current", "128,999.42");
    const mismatch = reader.findings().find(({ rule, actual }) => rule === "figure.mismatch" && actual === "13.89亿元");
    assert.ok(mismatch);
    assert.equal(mismatch.acknowledged, undefined);
    reader.reopen(finding.key);
  });

  it("gives the sentences found for each topic, and the claims that call for proof", () => {
    assert.ok(reader.open(sample));
    const results = reader.coverage().find(({ at }) => at === "/values/results");
    const economy = results.topics.find(({ id }) => id === "economy");
    assert.ok(economy.figures);
    assert.ok(economy.found.some(([from, to]) => values.results.slice(from, to).includes("营业收入")));
    assert.ok(reader.claims().some(({ proof }) => proof.includes("满意度")));
  });
});

describe("a faulty knowledge file", () => {
  it("is refused with its place", async () => {
    const knowledge = JSON.parse(text(`${edition}/narrative.json`));
    knowledge.indicators[3].part = "nothing";
    await assert.rejects(
      open(JSON.stringify(knowledge)),
      /narrative\.json \/indicators\/3 knowledge\.unknownIndicator nothing/,
    );
    await assert.rejects(open("{"), /narrative\.json .*knowledge\.notJson/);
    delete knowledge.indicators[3].part;
    knowledge.checks["figure.mismatch"].severity = "error";
    await assert.rejects(open(JSON.stringify(knowledge)), /knowledge\.severity error/);
  });
});
