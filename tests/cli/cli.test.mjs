// The command line as a person uses it: exit codes, both output forms, standard input, faulty input.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.FORMCHECK ?? join(root, "build/native/formcheck");
const sample = join(root, "tests/cases/sample/draft.json");
const folder = mkdtempSync(join(tmpdir(), "formcheck-cli-"));
after(() => rmSync(folder, { recursive: true }));

function run(args, input) {
  const done = spawnSync(binary, args, { input, encoding: "utf8" });
  assert.equal(done.error, undefined);
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const draft = () => JSON.parse(readFileSync(sample, "utf8"));

test("the sample has no finding above advice and exits 0", () => {
  const { code, out } = run(["check", sample, "--format", "json"]);
  assert.equal(code, 0);
  const report = JSON.parse(out);
  assert.equal(report.format, "formcheck-report/1");
  assert.equal(report.summary.error, 0);
  assert.equal(report.summary.warning, 0);
  assert.equal(report.summary.todo, 0);
  assert.ok(report.summary.instances >= 60);
});

test("a draft with an error exits 1 and the report names the place", () => {
  const bad = draft();
  bad.values.patents.invention = "999";
  const path = file("bad.json", JSON.stringify(bad));
  const text = run(["check", path]);
  assert.equal(text.code, 1);
  assert.match(text.out, /错误/);
  assert.match(text.out, /发明专利/);
  const json = run(["check", path, "--format", "json"]);
  assert.deepEqual(
    JSON.parse(json.out)
      .findings.filter((f) => f.severity === "error")
      .map((f) => f.at[0]),
    ["/values/patents/invention"],
  );
});

test('"-" reads standard input', () => {
  assert.equal(run(["check", "-"], readFileSync(sample)).code, 0);
  assert.equal(run(["check", "-"], "{").code, 2);
});

test("what cannot be read exits 2 with a message in Chinese that says where", () => {
  const broken = run(["check", file("broken.json", '{\n  "format": }')]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /第\s*2\s*行/);
  const missing = run(["check", join(folder, "nothing.json")]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /nothing\.json/);
  assert.equal(run(["check", folder]).code, 2);
});

test("counting: the Word model and the other schemes", () => {
  const { code, out } = run(["count", "-"], "合格率达99.98%，返修率0.5%。");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), { words: 11, codePoints: 19, codePointsNoSpace: 19, utf16Units: 19, han: 7 });
  assert.equal(run(["count", file("gbk.txt", Buffer.from([0xd6, 0xca]))]).code, 2);
});

test("eval prints the value as JSON", () => {
  assert.equal(run(["eval", "1 + 2"]).out, "3\n");
  assert.equal(run(["eval", '"质" + "量"']).out, '"质量"\n');
  assert.equal(run(["eval", "[1, 2].map(x, x * 2)"]).out, "[2,4]\n");
  const data = file("data.json", '{"patents": {"total": 46, "invention": 12}}');
  assert.equal(run(["eval", "patents.invention <= patents.total", "--data", data]).out, "true\n");
});

test("eval of a faulty expression exits 2 with the column", () => {
  const { code, err, out } = run(["eval", "1 + * 2"]);
  assert.equal(code, 2);
  assert.equal(out, "");
  assert.match(err, /5/);
  assert.equal(run(["eval", "1 / 0"]).code, 2);
  assert.equal(run(["eval", "nobody.knows"]).code, 2);
});

test("new gives a blank draft that check accepts", () => {
  const { code, out } = run(["new"]);
  assert.equal(code, 0);
  assert.equal(run(["check", "-"], out).code, 0);
});

test("explain shows the expression and the values it read", () => {
  const bad = draft();
  bad.values.patents.invention = "999";
  const { code, out } = run(["explain", file("explain.json", JSON.stringify(bad)), "patents.inventionWithinTotal"]);
  assert.equal(code, 0);
  const explained = JSON.parse(out);
  assert.equal(explained.state, "failed");
  assert.ok(explained.values.some((v) => v.at === "/values/patents/invention" && v.value === "999"));
  assert.equal(run(["explain", sample, "no.such.rule"]).code, 2);
});

test("lint accepts the edition and refuses a faulty one with file, rule and column", () => {
  const edition = join(root, "schema/zj-quality-benchmark/2025");
  assert.equal(run(["lint", edition]).code, 0);
  for (const name of ["form.json", "messages.zh-CN.json"]) file(name, readFileSync(join(edition, name)));
  const rules = JSON.parse(readFileSync(join(edition, "rules.json"), "utf8"));
  rules.rules[0].rule += " && nobody";
  file("rules.json", JSON.stringify(rules));
  const { code, err } = run(["lint", folder]);
  assert.equal(code, 2);
  assert.match(err, /rules\.json/);
  assert.ok(err.includes(rules.rules[0].id));
  assert.match(err, new RegExp(`:${[...rules.rules[0].rule].length - 5}`));
  assert.equal(run(["check", sample, "--form", folder]).code, 2);
});

test("lint reads what the narrative reader knows, and says in which file and where it is wrong", () => {
  const edition = join(root, "schema/zj-quality-benchmark/2025");
  const own = mkdtempSync(join(folder, "lint-"));
  for (const name of ["form.json", "rules.json", "messages.zh-CN.json"])
    writeFileSync(join(own, name), readFileSync(join(edition, name)));
  assert.equal(run(["lint", own]).code, 0, "an edition may do without the reader");
  const good = JSON.parse(readFileSync(join(edition, "narrative.json"), "utf8"));
  const wording = JSON.parse(readFileSync(join(edition, "narrative.zh-CN.json"), "utf8"));
  const lint = (change, words = () => {}) => {
    const knowledge = structuredClone(good);
    const messages = structuredClone(wording);
    change(knowledge);
    words(messages);
    writeFileSync(join(own, "narrative.json"), JSON.stringify(knowledge));
    writeFileSync(join(own, "narrative.zh-CN.json"), JSON.stringify(messages));
    return run(["lint", own]);
  };
  assert.equal(lint(() => {}).code, 0);
  const bad = [
    [(k) => (k.hint = "x"), "narrative.json ", "knowledge.unknownKey"],
    [(k) => delete k.texts[0].label, "narrative.json /texts/0", "knowledge.missing"],
    [(k) => (k.units[0].factor = "ten"), "narrative.json /units/0", "knowledge.badNumber"],
    [(k) => (k.terms.upward = []), "narrative.json /terms/upward", "knowledge.unknownWord"],
    [(k) => (k.trends[0].first = "luck"), "narrative.json /trends/0", "knowledge.unknownIndicator"],
    [(k) => (k.checks.leftover.severity = "error"), "narrative.json /checks/leftover", "knowledge.severity"],
    [(k) => (k.year = 2024), "narrative.json /year", "knowledge.otherYear"],
    [(k) => (k.texts[0].at = "nothing"), "narrative.json /texts/0/at", "knowledge.noCell"],
    [(k) => (k.indicators[1].row = "indicators[luck]"), "narrative.json /indicators/1", "knowledge.noCell"],
    [(k) => (k.direction.options[0].value = "north"), "narrative.json /direction/options/0", "knowledge.noOption"],
    [() => {}, "narrative.zh-CN.json /messages", "knowledge.noMessage", (m) => delete m.messages.leftover],
  ];
  for (const [change, where, fault, words] of bad) {
    const { code, err } = lint(change, words);
    assert.equal(code, 2, fault);
    assert.ok(err.startsWith(where), err);
    assert.ok(err.endsWith(`[${fault}]\n`), err);
  }
  writeFileSync(join(own, "narrative.json"), "{");
  assert.match(run(["lint", own]).err, /^narrative\.json 1:2: .*\[knowledge\.notJson\]/);
});

test("help, version, and calls that cannot be understood", () => {
  assert.match(run(["--help"]).out, /formcheck check/);
  assert.match(run(["--version"]).out, /^formcheck \d+\.\d+\.\d+\n$/);
  for (const args of [
    [],
    ["chekc"],
    ["check"],
    ["check", sample, "--fromat", "json"],
    ["check", sample, "--format"],
    ["check", sample, "--format", "xml"],
  ]) {
    const { code, err } = run(args);
    assert.equal(code, 2, args.join(" "));
    assert.notEqual(err, "");
  }
});
