// Writes Word files as Word, WPS and LibreOffice do: small functions that give markup, and one that packs it.
import { strToU8, zipSync } from "fflate";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const namespaces = [
  `xmlns:w="${w}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

export const escapeXml = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

// A run's text; \n is a soft break, \t a tab.
export function run(text, properties = "") {
  const inside = text
    .split(/([\n\t])/)
    .map((part) =>
      part === "\n"
        ? "<w:br/>"
        : part === "\t"
          ? "<w:tab/>"
          : part === ""
            ? ""
            : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
    )
    .join("");
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`;
}

// `content`: text or markup of runs.
const runs = (content) =>
  content.startsWith("<w:") || content.startsWith("<mc:") || content === "" ? content : run(content);

export const p = (content = "", properties = "") =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs(content)}</w:p>`;

const isBlock = (markup) => /^<w:(p|tbl)[ >]/.test(markup);

// A cell: text, markup of paragraphs or runs; { of, span, down: "restart" | "continue" }.
export function cell(spec) {
  const { of = "", span = 1, down, more = "" } = typeof spec === "string" ? { of: spec } : spec;
  const properties = [
    '<w:tcW w:w="1600" w:type="dxa"/>',
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    down === undefined ? "" : down === "continue" ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>',
    more,
  ].join("");
  const inside = isBlock(of)
    ? of
    : of === ""
      ? p()
      : of.startsWith("<")
        ? p(of)
        : of
            .split("\n\n")
            .map((one) => p(one))
            .join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

export const row = (cells, properties = "") =>
  `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells.map(cell).join("")}</w:tr>`;

export const table = (columns, rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1600"/>'.repeat(columns)}</w:tblGrid>${rows.map((one) => (typeof one === "string" ? one : row(one))).join("")}</w:tbl>`;

export const inserted = (inside) => `<w:ins w:id="90" w:author="审阅" w:date="2025-10-01T00:00:00Z">${inside}</w:ins>`;
export const deleted = (text) =>
  `<w:del w:id="91" w:author="审阅" w:date="2025-10-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;

let drawings = 0;
// A picture by the name of its relation.
export const picture = (id, { link = false, alt = "" } = {}) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="609600"/><wp:docPr id="${++drawings}" name="图片" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:${link ? "link" : "embed"}="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

// A text box as Word writes it: twice, once for old programs.
export const textBox = (paragraphs) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3000000" cy="900000"/><wp:docPr id="${++drawings}" name="文本框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

// Ticks in the ways programs have.
export const boxes = {
  characters: (on) => run(on ? "☑" : "☐"),
  squares: (on) => run(on ? "■" : "□"),
  tickBehind: (on) => run(on ? "□√" : "□"),
  crossed: (on) => run(on ? "☒" : "□"),
  mouth: (on) => run(on ? "√" : "口"),
  wingdings: (on) => `<w:r><w:sym w:font="Wingdings" w:char="${on ? "F0FE" : "F0A8"}"/></w:r>`,
  wingdings2: (on) => run(on ? "R" : "\u00a3", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'),
  control: (on) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${on ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(on ? "☒" : "☐")}</w:sdtContent></w:sdt>`,
  formField: (on) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${on ? "<w:checked/>" : ""}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relationships = (list) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target, outside]) => {
      const mode = outside ? ' TargetMode="External"' : "";
      return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode}/>`;
    })
    .join("")}</Relationships>`;

// The parts of a file before they are packed: { name: text or bytes }.
export function parts({ body, numbering, styles, footnotes, comments, header, footer, media = {}, links = {} }) {
  const root = (name, inside) => `${head}<w:${name} ${namespaces}>${inside}</w:${name}>`;
  const relations = [];
  const overrides = [];
  const files = {};
  const add = (name, kind, content) => {
    files[`word/${name}.xml`] = content;
    relations.push([`rel-${name}`, kind, `${name}.xml`]);
    overrides.push(`<Override PartName="/word/${name}.xml" ContentType="${mainType}.${kind}+xml"/>`);
  };
  if (numbering) add("numbering", "numbering", root("numbering", numbering));
  if (styles) add("styles", "styles", root("styles", styles));
  if (footnotes) add("footnotes", "footnotes", root("footnotes", footnotes));
  if (comments) add("comments", "comments", root("comments", comments));
  if (header) add("header1", "header", root("hdr", header));
  if (footer) add("footer1", "footer", root("ftr", footer));
  for (const [id, { name, bytes }] of Object.entries(media)) {
    files[`word/media/${name}`] = bytes;
    relations.push([id, "image", `media/${name}`]);
  }
  for (const [id, target] of Object.entries(links)) relations.push([id, "image", target, true]);
  const section = `<w:sectPr>${header ? '<w:headerReference w:type="default" r:id="rel-header1"/>' : ""}${footer ? '<w:footerReference w:type="default" r:id="rel-footer1"/>' : ""}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="${mainType}.document.main+xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": relationships([["main", "officeDocument", "word/document.xml"]]),
    "word/document.xml": root("document", `<w:body>${body}${section}</w:body>`),
    "word/_rels/document.xml.rels": relationships(relations),
    ...files,
  };
}

export const pack = (files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, f]) => [name, typeof f === "string" ? strToU8(f) : f])));

export const docx = (spec) => pack(parts(spec));
