// What the sheets for internal use are made of: simple tables and headings of our own words.
import { paragraph, printed, visible } from "../../document/build/runs";
import { cell, headCell, labelCell, row, spread } from "../../document/build/table-parts";
import type { Block, Paragraph, Table, TableCell } from "../../document/model";
import { type PageSetup, type PaperDocument, textWidth } from "../../document/model";
import type { StyleName } from "../../document/styles";
import { exportText as text } from "../text";

export const words = (style: StyleName, said: string): Paragraph => paragraph(style, printed(visible(said)));

export interface Column {
  readonly head: string;
  /** Part of the width. */
  readonly share: number;
  /** A sign, in the middle of its cell. */
  readonly sign?: true;
}

/** As wide in every table, whatever stands beside it. */
const numberWidth = 34;

/** Rows of texts, numbered. */
export function sheetTable(
  id: string,
  page: PageSetup,
  columns: readonly Column[],
  lines: readonly (readonly string[])[],
): Table {
  const heads = row([text.reportNumber, ...columns.map(({ head }) => head)].map((head, n) => headCell(n, head)));
  const valueCell = (value: string, n: number): TableCell => {
    const style = columns[n]?.sign ? "cellCenter" : "cell";
    return cell(
      n + 1,
      "value",
      value.split("\n").map((line) => words(style, line)),
    );
  };
  const rows = lines.map((texts, r) => row([labelCell(0, String(r + 1)), ...texts.map(valueCell)]));
  const shares = columns.map(({ share }) => share);
  const widths = [numberWidth, ...spread(shares, textWidth(page) - numberWidth)];
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
