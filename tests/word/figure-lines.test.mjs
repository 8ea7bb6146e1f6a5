// Lines of pictures in a long text: what becomes of them when only some pictures come along.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { withFigureLines } = await loadTs("web/src/word/figure-lines.ts");
const picture = (n, caption) => ({ marker: `【图${n}】`, captionLine: caption, picture: {}, under: "" });

describe("lines of pictures", () => {
  const [one, two] = [picture(1, "图1 厂区"), picture(2)];
  const text = "前\n【图1】\n中\n【图2】\n【图1】\n后";

  it("stay where the picture comes, once each; a second such line is text", () => {
    const { text: got, placed } = withFigureLines(text, [one, two], ({ marker }) => marker.replace("图", "图9"));
    assert.equal(got, "前\n【图91】\n中\n【图92】\n【图1】\n后");
    assert.equal(placed.size, 2);
  });

  it("give way to the words below a picture that does not come", () => {
    const { text: got, placed } = withFigureLines(text, [one, two], () => undefined);
    assert.equal(got, "前\n图1 厂区\n中\n【图1】\n后");
    assert.equal(placed.size, 0);
  });

  it("of no picture are text", () => assert.equal(withFigureLines(text, [], () => "x").text, text));
});
