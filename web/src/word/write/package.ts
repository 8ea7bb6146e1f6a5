// What the library leaves to chance is settled here: times, running numbers, the order of files. And the draft is put inside.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { draftNamespace, wrapDraft } from "../read/draft-inside";

type Files = Record<string, Uint8Array>;

function edit(files: Files, name: string, change: (text: string) => string): void {
  const bytes = files[name];
  if (bytes) files[name] = strToU8(change(strFromU8(bytes)));
}

/** When nobody knows when: the beginning of time for ZIP files. */
const noDate = "1980-01-01T00:00:00Z";

function utc(date: string): string {
  const time = new Date(date).getTime();
  return Number.isNaN(time) ? noDate : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function fixDates(files: Files, date: string): void {
  const at = utc(date);
  const times = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
  edit(files, "docProps/core.xml", (xml) => xml.replace(times, (_, open: string) => open + at));
}

/** The library counts drawings through the life of the page. */
function fixNumbers(files: Files): void {
  let n = 0;
  const ids = /(<wp:docPr [^>]*?\bid=")[^"]*/g;
  edit(files, "word/document.xml", (xml) => xml.replace(ids, (_, open: string) => `${open}${++n}`));
}

/** Marks that meet are set closer, as Word does of itself in a Chinese document. */
function closeMarks(files: Files): void {
  const setting = '<w:characterSpacingControl w:val="compressPunctuation"/>';
  edit(files, "word/settings.xml", (xml) => xml.replace("<w:compat>", `${setting}<w:compat>`));
}

const namespaces = "http://schemas.openxmlformats.org";
const relations = `${namespaces}/officeDocument/2006/relationships`;
const storeItem = "{5C1F7A54-0E0B-4B5E-9D0B-6E6F726D6368}";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function putDraft(files: Files, draft: string): void {
  files["customXml/item1.xml"] = strToU8(wrapDraft(draft));
  files["customXml/itemProps1.xml"] = strToU8(
    `${head}<ds:datastoreItem ds:itemID="${storeItem}" xmlns:ds="${namespaces}/officeDocument/2006/customXml">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${draftNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  files["customXml/_rels/item1.xml.rels"] = strToU8(
    `${head}<Relationships xmlns="${namespaces}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${relations}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  const props = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
  const part = `<Override PartName="/customXml/itemProps1.xml" ContentType="${props}"/>`;
  edit(files, "[Content_Types].xml", (xml) => xml.replace("</Types>", `${part}</Types>`));
  const relation = `<Relationship Id="rIdDraft" Type="${relations}/customXml" Target="../customXml/item1.xml"/>`;
  const end = "</Relationships>";
  edit(files, "word/_rels/document.xml.rels", (xml) => xml.replace(end, relation + end));
}

export function finish(packed: Uint8Array, date: string, draft: string | undefined): Uint8Array {
  const files: Files = unzipSync(packed);
  fixDates(files, date);
  fixNumbers(files);
  closeMarks(files);
  if (draft !== undefined) putDraft(files, draft);
  const first = "[Content_Types].xml";
  const names = Object.keys(files).filter((name) => !name.endsWith("/"));
  const order = [...names.filter((name) => name === first), ...names.filter((name) => name !== first).sort()];
  const entries: Zippable = {};
  for (const name of order) {
    const bytes = files[name];
    // Pictures are packed already.
    if (bytes) entries[name] = [bytes, { level: /\.(png|jpe?g)$/i.test(name) ? 0 : 6 }];
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 0, 0, 0) });
}
