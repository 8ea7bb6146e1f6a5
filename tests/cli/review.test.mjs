// formcheck review, as a person uses it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sample = readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8");

function review(args, input = "") {
  const run = spawnSync(join(root, "build/native/formcheck"), ["review", ...args], {
    input,
    encoding: "utf8",
    cwd: root,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test("a clean application has nothing to say, and that is no error", () => {
  const { code, out } = review(["tests/cases/sample/draft.json"]);
  assert.equal(code, 0);
  assert.match(out, /^审读提示 0 条/);
});

test("a figure that differs is told with both places; it is never an error", () => {
  const { code, out } = review(["-"], sample.replace("资产总额15.23亿元", "资产总额15.32亿元"));
  assert.equal(code, 0);
  assert.match(out, /警告：（二）企业概况写2024年资产总额为“15\.32亿元”，即153200万元，表2为152318\.6万元/);
  assert.match(out, /位置：\/values\/overview:\d+-\d+、\/values\/indicators\/0\/current/);
});

test("a name that differs is told with the field that says it", () => {
  const { out } = review(["-"], sample.replace("浙江砚澄泵业股份有限公司（以下", "浙江砚橙泵业股份有限公司（以下"));
  assert.match(out, /位置：\/values\/overview:\d+-\d+、\/values\/company\n/);
});

test("as JSON it says all four parts", () => {
  const { code, out } = review(["-", "--format", "json"], sample);
  assert.equal(code, 0);
  assert.deepEqual(Object.keys(JSON.parse(out)), ["format", "findings", "figures", "coverage", "claims"]);
});

test("with an edition's folder it reads that edition's knowledge", () => {
  assert.equal(review(["-", "--form", "schema/zj-quality-benchmark/2025"], sample).code, 0);
});

test("a call that cannot be understood, or a file that cannot be read, is refused", () => {
  assert.equal(review([]).code, 2);
  assert.equal(review(["-", "--format", "xml"], sample).code, 2);
  assert.equal(review(["-"], "{").code, 2);
  assert.equal(review(["nothing.json"]).code, 2);
});
