// A block of cells on its way to the clipboard, written so that Excel, WPS, Word and LibreOffice take it: as HTML with its
// merged cells, and as tab-separated text. Pure; `copy-rich.ts` puts the result on the clipboard.

export interface GridCell {
  readonly text: string;
  readonly header?: boolean;
  /** How many columns and rows it covers; what it covers is not listed. */
  readonly columns?: number;
  readonly rows?: number;
}

export type Grid = readonly (readonly GridCell[])[];

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => named[sign] ?? sign);
}

/** A line break that Excel keeps inside the cell. */
const lineBreak = '<br style="mso-data-placement:same-cell">';

export function htmlLines(text: string): string {
  return escapeHtml(text)
    .replace(/\r\n?/g, "\n")
    .replace(/ {2,}/g, (blanks) => "&nbsp;".repeat(blanks.length))
    .replace(/\n/g, lineBreak);
}

const plainNumber = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(%?)$/;

/** The number format that makes Excel show a text as it is typed: 12.50 keeps its zero, a credit code its digits, and
 * nothing becomes a date or a formula. Numbers stay numbers as long as Excel holds all their digits. */
export function excelFormat(text: string): string | undefined {
  if (text === "") return undefined;
  const match = plainNumber.exec(text);
  if (!match || text.replace(/\D/g, "").length > 15) return "\\@";
  const [, decimals = "", percent = ""] = match;
  const whole = text.includes(",") ? "\\#\\,\\#\\#0" : "0";
  return `${whole}${decimals === "" ? "" : `\\.${"0".repeat(decimals.length)}`}${percent}`;
}

function htmlCell({ text, header, columns = 1, rows = 1 }: GridCell): string {
  const format = excelFormat(text);
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
  const style = format === undefined ? "" : ` style="mso-number-format:'${format}'"`;
  const tag = header ? "th" : "td";
  return `<${tag}${spans}${style}>${htmlLines(text)}</${tag}>`;
}

export function htmlTable(grid: Grid): string {
  const rows = grid.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`);
  return `<table border="1" style="border-collapse:collapse">${rows.join("")}</table>`;
}

/** Each cell in the place where it stands; a cell over several places stands in the first. */
export function spread(grid: Grid): string[][] {
  const lines: string[][] = grid.map(() => []);
  const taken = new Set<string>();
  for (const [r, row] of grid.entries()) {
    let c = 0;
    for (const { text, columns = 1, rows = 1 } of row) {
      while (taken.has(`${r} ${c}`)) c++;
      for (let down = 0; down < rows && r + down < grid.length; down++) {
        for (let right = 0; right < columns; right++) taken.add(`${r + down} ${c + right}`);
      }
      const line = lines[r];
      if (line) line[c] = text;
      c += columns;
    }
  }
  const width = Math.max(0, ...[...taken].map((place) => Number(place.split(" ")[1]) + 1));
  return lines.map((line) => Array.from({ length: width }, (_, c) => line[c] ?? ""));
}

const quoted = (text: string): string => (/[\t\r\n]|^"/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Tab-separated, quoted the way Excel does it. */
export function tsv(grid: Grid): string {
  return spread(grid)
    .map((line) => line.map(quoted).join("\t"))
    .join("\n");
}
