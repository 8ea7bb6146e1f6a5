// What a choice of our own file holds although it is no option: given back from the draft inside, and then not told as left
// over. The same words elsewhere still are.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sample } from "./documents.mjs";
import { exported, readResult, takeOver } from "./kit.mjs";

const unknown = "未知选项";
const draft = structuredClone(sample);
draft.values.qualityLevel = unknown;
draft.values.management.find(({ key }) => key === "satisfactionPrevious").method = unknown;

function withParagraph(bytes, text) {
  const parts = unzipSync(bytes);
  const document = strFromU8(parts["word/document.xml"]);
  const body = document.indexOf("<w:body>") + "<w:body>".length;
  const more = `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  parts["word/document.xml"] = strToU8(document.slice(0, body) + more + document.slice(body));
  return zipSync(parts);
}

describe("an option no one knows, in a file of our own", () => {
  it("comes back, in a field and in a table, and nothing is left over", async () => {
    const back = await takeOver(await exported(draft));
    assert.equal(back.draft.values.qualityLevel, unknown);
    assert.equal(back.draft.values.management.find(({ key }) => key === "satisfactionPrevious").method, unknown);
    assert.deepEqual(back.result.leftovers, []);
  });

  it("the same words in a paragraph nobody asked for are left over, once", async () => {
    const { result } = await readResult(withParagraph(await exported(draft), unknown));
    assert.equal(result.leftovers.map(({ text }) => text).join("\n"), unknown);
  });
});
