// The page's review over the real core and the real reader: it follows the draft, keeps what was decided in it, and by edits says
// the same as at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { narrativePaths } from "../../tools/lib/whole-core.mjs";
import { HandTimer } from "../web/page.mjs";
import { root } from "./core.mjs";
import { makeStore, slotOf } from "./real-store.mjs";

const paths = narrativePaths();
const [knowledge, wording] = [paths.knowledge, paths.wording].map((path) => readFileSync(path, "utf8"));
const sample = readFileSync(`${root}tests/cases/sample/draft.json`, "utf8");
let createReader;
let Review;
let readChecks;
let shownPlaces;
let groupFindings;

before(async () => {
  ({ createReader } = await loadTs("web/src/review/reader.ts"));
  ({ Review } = await loadTs("web/src/review/review.ts"));
  ({ readChecks } = await loadTs("web/src/review/checks.ts"));
  ({ shownPlaces } = await loadTs("web/src/review/compared.ts"));
  ({ groupFindings } = await loadTs("web/src/review/groups.ts"));
});

const newReader = () => createReader(readFileSync(paths.reader), knowledge, wording);

async function open(draft = sample) {
  const store = makeStore();
  assert.ok((await store.open(draft)).ok);
  const timer = new HandTimer();
  const review = new Review(store, await newReader(), readChecks(knowledge, wording), timer);
  return { store, timer, review, overview: slotOf(store, "overview") };
}
const rules = (findings) => findings.map(({ rule }) => rule);
const time = "2025-10-08T09:00:00+08:00";

/** One figure changed by a key. */
function spoil({ store, timer, overview }) {
  store.type(overview, store.text(overview).replace("资产总额15.23亿元", "资产总额15.32亿元"));
  timer.pass(600);
}

describe("the review", () => {
  it("finds nothing in the sample, and a fault once typing pauses", async () => {
    const page = await open();
    assert.deepEqual(page.review.findings.value, []);
    page.store.type(page.overview, page.store.text(page.overview).replace("15.23亿元", "15.32亿元"));
    assert.deepEqual(page.review.findings.value, []);
    page.timer.pass(599);
    assert.deepEqual(page.review.findings.value, []);
    page.timer.pass(1);
    assert.deepEqual(rules(page.review.open.value), ["figure.mismatch"]);
  });

  it("follows at once while it is looked at, undo and rows too", async () => {
    const page = await open();
    const leave = page.review.look();
    page.store.type(page.overview, page.store.text(page.overview).replace("15.23亿元", "15.32亿元"));
    await Promise.resolve();
    assert.deepEqual(rules(page.review.open.value), ["figure.mismatch"]);
    page.store.undo();
    await Promise.resolve();
    assert.deepEqual(page.review.open.value, []);
    page.store.redo();
    await Promise.resolve();
    const table = page.store.index.tables.get("indicators").item.table;
    page.store.moveRow(table, 0, 3);
    await Promise.resolve();
    const [finding] = page.review.open.value;
    const [, row] = shownPlaces(page.store, page.review.cells, finding.at, String);
    assert.deepEqual([row.table, row.label], ["表2", "资产总额"]);
    leave();
  });

  it("shows the passage with what is meant, and the row with the cell that was compared", async () => {
    const page = await open();
    spoil(page);
    const [finding] = page.review.open.value;
    const [passage, row] = shownPlaces(page.store, page.review.cells, finding.at, String);
    assert.deepEqual([passage.kind, passage.marked, passage.slot], ["passage", "15.32亿元", page.overview]);
    assert.match(passage.before, /公司资产总额$/);
    const compared = row.cells.filter(({ compared: is }) => is);
    assert.deepEqual(
      compared.map(({ head, text, unit }) => [head, text, unit]),
      [["2024年", "152,318.60", "万元"]],
    );
    const groups = groupFindings(page.store, page.review.cells, page.review.open.value);
    assert.deepEqual(
      groups.map(({ label }) => label),
      ["（二）企业概况"],
    );
  });

  it("keeps a finding with a reason in the draft, and opens it again when a value changes", async () => {
    const page = await open();
    spoil(page);
    const [finding] = page.review.open.value;
    page.review.acknowledge(finding, "以审计报告为准", time, "确认保留");
    page.timer.pass(600);
    assert.equal(page.review.open.value.length, 0);
    assert.equal(page.review.findings.value[0].acknowledged, "以审计报告为准");
    assert.match(page.store.history.value.undo, /确认保留/);

    const other = await open(page.store.draft(time));
    assert.equal(other.review.findings.value[0].acknowledged, "以审计报告为准");
    const { slot } = other.store.rows.get("indicators").find(({ key }) => key === "totalAssets");
    const column = other.store.index.tables.get("indicators").columns.findIndex(({ id }) => id === "current");
    other.store.type(slot + column, "152,318.61");
    other.timer.pass(600);
    assert.equal(other.review.open.value.length, 1, "the cell is another");
    other.store.undo();
    other.timer.pass(600);
    assert.equal(other.review.open.value.length, 0);
    other.store.type(other.overview, other.store.text(other.overview).replace("15.32亿元", "15.33亿元"));
    other.timer.pass(600);
    assert.equal(other.review.open.value.length, 1, "the passage is another");

    page.store.undo();
    page.timer.pass(600);
    assert.equal(page.review.open.value.length, 1);
    page.store.redo();
    page.review.sync();
    page.review.reopen(page.review.findings.value[0], "取消确认");
    page.timer.pass(600);
    assert.equal(page.review.open.value.length, 1);
    assert.deepEqual(JSON.parse(page.store.draft("")).acknowledged, []);
  });

  it("leaves out a check that is switched off, in this draft and wherever it is opened, until it is switched on", async () => {
    const page = await open();
    spoil(page);
    page.review.switchCheck("figure.mismatch", false, time, "关闭检查项");
    page.timer.pass(600);
    assert.deepEqual(page.review.findings.value, []);
    const other = await open(page.store.draft(time));
    assert.deepEqual(other.review.findings.value, []);
    assert.deepEqual(other.review.off.value, ["figure.mismatch"]);
    other.review.switchCheck("figure.mismatch", true, time, "开启检查项");
    other.timer.pass(600);
    assert.deepEqual(rules(other.review.open.value), ["figure.mismatch"]);
    await page.store.open(sample);
    page.review.sync();
    assert.deepEqual(page.review.off.value, [], "another draft has its own");
  });

  it("puts in what the reader would write, as one step", async () => {
    const page = await open();
    page.store.type(page.overview, page.store.text(page.overview).replace("浙江砚澄泵业股份", "浙江砚橙泵业股份"));
    page.review.sync();
    const [finding] = page.review.open.value;
    assert.ok(page.review.mend(finding, "更正"));
    page.review.sync();
    assert.deepEqual(page.review.findings.value, []);
    assert.equal(page.store.text(page.overview), JSON.parse(sample).values.overview);
    page.store.undo();
    assert.match(page.store.text(page.overview), /砚橙/);
  });

  it("does nothing to a draft that another page writes", async () => {
    const page = await open();
    spoil(page);
    page.store.readOnly.value = true;
    const [finding] = page.review.open.value;
    page.review.acknowledge(finding, "不行", time, "确认保留");
    page.review.switchCheck("figure.mismatch", false, time, "关闭检查项");
    assert.deepEqual(JSON.parse(page.store.draft("")).acknowledged, []);
  });

  it("says by edits what it says at once", async () => {
    const page = await open();
    const fresh = await newReader();
    const slots = ["overview", "method", "implementation", "results", "title", "company"].map((id) =>
      slotOf(page.store, id),
    );
    const words = ["12.9亿元", "，同比增长3%", "公司", "2023年", "\n", "XX公司", "【图9】", "第一名", "𠮷", ",", ""];
    let state = 7;
    const random = (n) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * n);
    };
    for (let i = 0; i < 120; i++) {
      const slot = slots[random(slots.length)];
      const text = page.store.text(slot);
      const at = random(text.length + 1);
      if (i % 17 === 16) page.store.undo();
      else if (i % 29 === 28) page.store.insertRow(page.store.index.tables.get("competitors").item.table, 0);
      else page.store.type(slot, text.slice(0, at) + words[random(words.length)] + text.slice(at + random(4)));
      page.review.sync();
      assert.ok(fresh.open(page.store.draft("")));
      assert.deepEqual(page.review.findings.value, fresh.findings(), `edit ${i}`);
    }
    assert.ok(page.review.findings.value.length > 5);
  });
});
