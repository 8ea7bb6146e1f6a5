// What the sheets for internal use are made of: simple tables and headings of our own words.
import { paragraph, printed, visible } from "../../document/build/runs";
import { cell, headCell, labelCell, row, spread } from "../../document/build/table-parts";
import type { Block, Paragraph, Table } from "../../document/model";
import { type PageSetup, type PaperDocument, textWidth } from "../../document/model";
import type { StyleName } from "../../document/styles";

export const words = (style: StyleName, text: string): Paragraph => paragraph(style, printed(visible(text)));

export interface Column {
  readonly head: string;
  /** Part of the width. */
  readonly share: number;
}

/** Rows of texts, the first column numbered. */
export function sheetTable(
  id: string,
  page: PageSetup,
  columns: readonly Column[],
  lines: readonly (readonly string[])[],
): Table {
  const heads = row(columns.map(({ head }, n) => headCell(n, head)));
  const rows = lines.map((texts, r) =>
    row([
      labelCell(0, String(r + 1)),
      ...texts.map((text, n) =>
        cell(
          n + 1,
          "value",
          text.split("\n").map((line) => words("cell", line)),
        ),
      ),
    ]),
  );
  const widths = spread(
    columns.map(({ share }) => share),
    textWidth(page),
  );
  return { kind: "table", id, widths, headRows: 1, rows: [heads, ...rows] };
}

/** A sheet that bears the same marks as the application it belongs to. */
export function sheet(
  kind: "checklist" | "report",
  of: PaperDocument,
  title: string,
  blocks: readonly Block[],
): PaperDocument {
  return { kind, info: { ...of.info, title }, page: of.page, footer: of.footer, blocks };
}
