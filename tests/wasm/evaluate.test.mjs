// The rule language in WebAssembly: the published CEL cases that apply give what the command line gives.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { loadCore, native, root } from "./core.mjs";

const scratch = mkdtempSync(join(tmpdir(), "formcheck-"));
execFileSync(process.execPath, [join(root, "tests/conformance/extract.mjs"), scratch]);
const cases = readFileSync(join(scratch, "cases.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
let core;
before(async () => {
  core = await loadCore();
});
after(() => rmSync(scratch, { recursive: true }));

// cel.expr.Value in its JSON form → plain JSON, for --data. Enough for what published bindings hold.
function plain(value) {
  const [[kind, content]] = Object.entries(value);
  switch (kind) {
    case "int64Value":
    case "doubleValue":
      return Number(content);
    case "listValue":
      return (content.values ?? []).map(plain);
    case "mapValue":
      return Object.fromEntries((content.entries ?? []).map(({ key, value: v }) => [plain(key), plain(v)]));
    default:
      return content;
  }
}

function nativeAnswer(expression, data) {
  const file = join(scratch, "data.json");
  writeFileSync(file, data);
  const { code, out, err } = native(["eval", "--data", file, "--", expression]);
  return code === 0 ? out.trimEnd() : err.match(/\[([\w.]+)\]\s*$/)?.[1];
}

function wasmAnswer(expression, data) {
  const answer = core.evaluate(expression, data);
  const { error } = JSON.parse(answer);
  return error ? error.code : answer.slice('{"value":'.length, -1);
}

describe("published CEL cases through evaluate()", () => {
  const bySection = new Map();
  for (const test of cases) {
    const file = test.id.split("/")[0];
    bySection.set(file, [...(bySection.get(file) ?? []), test]);
  }
  it("are there", () => assert.ok(cases.length >= 658));

  for (const [section, tests] of bySection) {
    it(`${section}: ${tests.length} cases`, () => {
      for (const { id, expr, vars = {} } of tests) {
        const data = JSON.stringify(Object.fromEntries(Object.entries(vars).map(([name, v]) => [name, plain(v)])));
        assert.equal(wasmAnswer(expr, data), nativeAnswer(expr, data), `${id}: ${expr}`);
      }
    });
  }
});
