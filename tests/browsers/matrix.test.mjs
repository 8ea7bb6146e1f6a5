// Every browser of the floor and above, in both editions. Normally each browser plays every scenario in one edition or the
// other; FORMCHECK_LONG=1 plays all of them in both.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./engines.mjs";
import { matrixLines, runMatrix } from "./matrix.mjs";
import { scenarios } from "./scenarios.mjs";

const names = Object.keys(scenarios);
const turn = ({ engine, edition, scenario }) => {
  const parity = (engines.findIndex(({ name }) => name === engine) + names.indexOf(scenario)) % 2;
  return edition === (parity === 0 ? "hosted" : "single");
};
const all = process.env.FORMCHECK_LONG === "1";

test("the matrix of browsers, editions and scenarios is green", async (context) => {
  const cells = await runMatrix(all ? {} : { only: turn });
  for (const line of matrixLines(cells)) console.log(`note: ${line}`);
  for (const { engine, edition, scenario, ok, why } of cells) {
    await context.test(`${engine}, ${edition}: ${scenario}`, () => assert.ok(ok, why));
  }
});
