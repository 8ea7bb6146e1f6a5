// Figures compared by what they show, whether a file carries them or a stored draft names them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { figureList, sameFigures } = await loadTs("web/src/drafts/compare/figure-list.ts");
const bytes = Buffer.from("a picture");
const blob = `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
const figure = (more) => ({ id: "f1", field: "overview", caption: "流程图", ...more });

it("a picture that is carried and one that is named are the same picture", async () => {
  const carried = await figureList({ figures: [figure({ data: bytes.toString("base64") })] });
  const named = await figureList({ figures: [figure({ id: "f7", blob, bytes: bytes.length })] });
  assert.ok(sameFigures(carried, named));
  assert.equal(carried[0].picture, blob);
});

it("another caption, place, picture or order is a difference", async () => {
  const one = await figureList({ figures: [figure({ blob }), figure({ blob: "sha256-0" })] });
  for (const figures of [
    [figure({ blob, caption: "别的" }), figure({ blob: "sha256-0" })],
    [figure({ blob, field: "method" }), figure({ blob: "sha256-0" })],
    [figure({ blob: "sha256-0" }), figure({ blob })],
    [figure({ blob })],
    [],
  ]) {
    assert.ok(!sameFigures(one, await figureList({ figures })));
  }
});

it("what is no picture, or no figure, does no harm", async () => {
  assert.deepEqual(await figureList({ figures: [figure({ data: "不是" }), {}] }), [
    { field: "overview", caption: "流程图", picture: "不是" },
    { field: "", caption: "", picture: "" },
  ]);
  assert.deepEqual(await figureList({}), []);
});
