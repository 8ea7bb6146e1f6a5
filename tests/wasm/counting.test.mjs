// 字数 in WebAssembly is 字数 on the command line: every text of tests/cases/text, and each as one part of a long text.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { loadCore, native, root } from "./core.mjs";

const { groups } = JSON.parse(readFileSync(join(root, "tests/cases/text/count.json"), "utf8"));
const names = ["words", "codePoints", "codePointsNoSpace", "utf16Units", "han"];
let core;
before(async () => {
  core = await loadCore();
});

describe("counting", () => {
  for (const { what, cases } of groups) {
    it(what, () => {
      for (const [text, expected] of cases) {
        const counts = core.countText(text);
        assert.deepEqual(JSON.parse(counts), Object.fromEntries(names.map((name, i) => [name, expected[i]])), text);
        if (text.isWellFormed?.() ?? true) assert.equal(`${counts}\n`, native(["count", "-"], text).out, text);
      }
    });
  }

  it("all the texts as one", () => {
    const text = groups.flatMap((group) => group.cases.map(([t]) => t)).join("\n");
    assert.equal(`${core.countText(text)}\n`, native(["count", "-"], text).out);
  });

  it("takes lone surrogates as the replacement character", () => {
    assert.equal(core.countText("质\ud800量"), core.countText("质\ufffd量"));
  });

  const table = join(root, "../shared/data/wordcount.tsv");
  const skip = existsSync(table) ? false : "../shared/data/wordcount.tsv is not there";
  it("as measured in Word", { skip }, () => {
    const [, ...rows] = readFileSync(table, "utf8").trimEnd().split("\n");
    assert.ok(rows.length > 10);
    for (const row of rows) {
      const [json, ...counts] = row.split("\t");
      const text = JSON.parse(json);
      assert.deepEqual(
        Object.values(JSON.parse(core.countText(text))),
        counts.slice(0, names.length).map(Number),
        text,
      );
    }
  });
});
