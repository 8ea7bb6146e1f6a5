// Tables of the document as Word's: fixed widths, merged cells, heads repeated on every page.
import {
  BorderStyle,
  type ITableBordersOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { TableCell as PaperCell, Table as PaperTable } from "../../document/model";
import { isShort, rowsThatHold } from "./keep";
import { twips } from "./look";
import { paragraph } from "./runs";

const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const borders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

function tableCell(cell: PaperCell, widths: readonly number[], keep: boolean): TableCell {
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    children: cell.paragraphs.map((one) => paragraph(one, keep ? { keepNext: true } : {})),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
  });
}

/** `noted`: a note follows, which must not stand alone on the next page. */
export function table(paper: PaperTable, noted: boolean): Table {
  const { widths, headRows, rows } = paper;
  const holding = rowsThatHold(paper, noted);
  const columns = widths.map(twips);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders,
    margins: { left: 60, right: 60, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (row, n) =>
        new TableRow({
          children: row.cells.map((cell) => tableCell(cell, columns, holding.has(n))),
          ...(n < headRows ? { tableHeader: true } : {}),
          ...(isShort(row) ? { cantSplit: true } : {}),
        }),
    ),
  });
}
