// Writes libreoffice.html beside itself: the shuffled block as LibreOffice Calc's HTML filter writes it, which is the one it
// uses for the clipboard. Needs soffice. Run it by hand when the block or LibreOffice's way of writing changes:
//   node tests/e2e/office/make-libreoffice.mjs
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { head, shuffled } from "./block.mjs";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const textCell = (text, more = "") =>
  `<table:table-cell office:value-type="string"${more}>${text
    .split("\n")
    .map((line) => `<text:p>${escaped(line)}</text:p>`)
    .join("")}</table:table-cell>`;

function valueCell(text) {
  const number = text.replace(/[,%]/g, "");
  if (text.includes("%")) {
    return `<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="${Number(number) / 100}"/>`;
  }
  const style = text.includes(",") ? ' table:style-name="grouped"' : "";
  return `<table:table-cell${style} office:value-type="float" office:value="${number}"/>`;
}

const title = `<table:table-row>${textCell("表2 经济效益统计表", ` table:number-columns-spanned="${head.length}"`)}${"<table:covered-table-cell/>".repeat(head.length - 1)}</table:table-row>`;
const heads = `<table:table-row>${head.map((text) => textCell(text.replace("行业", "行业\n"))).join("")}</table:table-row>`;
const body = shuffled
  .map(
    ([name, unit, ...values]) =>
      `<table:table-row>${textCell(name)}${textCell(unit)}${values.map(valueCell).join("")}</table:table-row>`,
  )
  .join("");

const spaces = ["office:1.0", "table:1.0", "text:1.0", "style:1.0", ["number", "datastyle:1.0"]]
  .map((entry) => {
    const [prefix, name] = Array.isArray(entry) ? entry : [entry.split(":")[0], entry];
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`;
  })
  .join(" ");
const fods = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="n1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:percentage-style style:name="n2"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="grouped" style:family="table-cell" style:data-style-name="n1"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="n2"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="表2">${title}${heads}${body}</table:table></office:spreadsheet></office:body>
</office:document>`;

const folder = mkdtempSync(join(tmpdir(), "formcheck-office-"));
try {
  writeFileSync(join(folder, "libreoffice.fods"), fods);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "html:HTML (StarCalc)",
    "--outdir",
    folder,
    join(folder, "libreoffice.fods"),
  ]);
  copyFileSync(join(folder, "libreoffice.html"), fileURLToPath(new URL("libreoffice.html", import.meta.url)));
} finally {
  rmSync(folder, { recursive: true });
}
