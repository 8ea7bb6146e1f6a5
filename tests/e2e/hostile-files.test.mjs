// Hostile texts on their way out and in: every export runs to its end and holds them as texts; a Word file and a clip that
// bring them are previewed and taken over without becoming markup.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { buildApplication, form as formView, readResult, renderDocx } from "../word/kit.mjs";
import { download, openFile, press, useBrowser } from "./browser.mjs";
import { putOnClipboard } from "./clipboard.mjs";
import { cell, readForm } from "./form.mjs";
import { hostileDraft, saved, strings, untouched } from "./hostile.mjs";

const { readAttachedDraft } = await loadTs("web/src/paper/pdf/read-attached.ts");
const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const draftOf = async (page) => JSON.parse((await download(page, () => press(page, "下载 JSON"))).text);
const parsed = (bytes) => JSON.parse(strFromU8(bytes));

// What cannot be seen is left out of documents; the draft inside keeps it.
const visible = (text) => text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "");

// Every part is well-formed; the words of the document as a reader of XML finds them.
function wordsOf(bytes) {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") assert.fail(message);
    },
  });
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name)) parser.parseFromString(strFromU8(part), "application/xml");
  }
  const document = parser.parseFromString(strFromU8(parts["word/document.xml"]), "application/xml");
  const foreign = [...document.getElementsByTagName("*")].filter(({ prefix }) => !prefix).map(({ tagName }) => tagName);
  assert.deepEqual(foreign, []);
  return visible([...document.getElementsByTagName("w:t")].map((node) => node.textContent).join(""));
}

describe("hostile texts in files", () => {
  it(
    "leave by every export as texts, and the draft inside comes back whole",
    withPage({}, async (page) => {
      const { draft, text } = await hostileDraft(3);
      await openFile(page, { name: "draft.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.getByText("已打开").first().waitFor();
      const { values } = await draftOf(page);
      assert.deepEqual(values.title, draft.values.title);

      const harmless = ({ name }) => assert.doesNotMatch(name, /[/\\<>:"|?*\p{Cc}]/u);
      const word = await saved(page, () => press(page, "申报书（Word）"));
      harmless(word);
      const checkWord = (bytes) => {
        const words = wordsOf(bytes);
        const holds = (text) => assert.ok(words.includes(visible(text)), text);
        for (const id of ["title", "company", "address"]) holds(draft.values[id]);
        for (const line of draft.values.implementation.split("\n")) holds(line);
        for (const { product } of draft.values.competitors) holds(product);
      };
      checkWord(word.bytes);
      const { document } = await readResult(word.bytes);
      assert.deepEqual(JSON.parse(document.draft).values, values);
      await untouched(page, "Word");

      const paper = await saved(page, () => press(page, "申报书（PDF）"));
      harmless(paper);
      assert.deepEqual(parsed(readAttachedDraft(paper.bytes)).values, values);
      await untouched(page, "PDF");

      const pack = await saved(page, () => press(page, "材料包（ZIP）"));
      harmless(pack);
      const files = unzipSync(pack.bytes);
      for (const name of Object.keys(files)) assert.doesNotMatch(name, /[/\\]|\.\./);
      assert.deepEqual(parsed(files["草稿.json"]).values, values);
      checkWord(files["申报书.docx"]);
      wordsOf(files["承诺书.docx"]);
      for (const [name, bytes] of Object.entries(files)) {
        if (name.endsWith(".pdf")) assert.equal(strFromU8(bytes.subarray(0, 5)), "%PDF-", name);
      }
      await untouched(page, "pack");
      assert.deepEqual((await draftOf(page)).values, values);
    }),
  );

  it(
    "come in from a Word file as texts",
    withPage({}, async (page) => {
      const { draft } = await hostileDraft(0);
      const bytes = await renderDocx(buildApplication(formView, draft));
      await openFile(page, {
        name: "<img src=x onerror=window.hostile=1>.docx",
        mimeType: wordType,
        buffer: Buffer.from(bytes),
      });
      await page.locator(".view-import").waitFor();
      await untouched(page, "the preview");
      await page.getByRole("button", { name: /^写入所选/ }).click();
      await page.getByText("已从").first().waitFor();
      await untouched(page, "what is left over");
      const { values } = await draftOf(page);
      assert.equal(values.title, draft.values.title);
      assert.equal(values.address, draft.values.address);
      assert.equal(values.indicators[0].current, draft.values.indicators[0].current);
    }),
  );

  it(
    "come in from the clipboard as texts, also where the clip holds the markup itself",
    withPage({}, async (page) => {
      const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      const row = (texts, write) => `<tr>${texts.map((text) => `<td>${write(text)}</td>`).join("")}</tr>`;
      const five = (from) => Array.from({ length: 5 }, (_, n) => strings[(from + n) % strings.length]);
      const rows = Array.from({ length: 8 }, (_, n) => five(n * 5));
      const html = `<table>${rows.map((texts, n) => row(texts, n < 4 ? escaped : (text) => text)).join("")}</table>`;
      await putOnClipboard(page, { html, text: rows.map((texts) => texts.join("\t")).join("\n") });
      const box = cell(page, form.table("indicators"), 0, "previous").locator(".box");
      await box.focus();
      await page.keyboard.press("Control+v");
      const dialog = page.getByRole("dialog");
      await dialog.locator(".paste").waitFor();
      await untouched(page, "the preview of the paste");
      await dialog.locator("[data-apply]").click();
      await dialog.waitFor({ state: "detached" });
      await untouched(page, "what was pasted");
      const { values } = await draftOf(page);
      assert.equal(values.indicators[0].previous, strings[0]);
      assert.equal(values.indicators[1].previous, strings[5]);
    }),
  );
});
