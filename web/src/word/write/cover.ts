// The cover: a mark at the top left, the title, underlined lines, the date of issue at the foot.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { type Cover, type PageSetup, type Paragraph as PaperParagraph, textWidth } from "../../document/model";
import { paperText } from "../../document/text";
import { halves, styleId, twips } from "./look";
import { paragraph } from "./runs";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const ruled = { ...noBorders, bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" } } as const;

/** In points. */
const labelWidth = 92;
const valueWidth = 280;
const lineHeight = 40;
const titleSize = 26;

const words = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  style,
  runs: [{ kind: "text", text }],
});

function lines(cover: Cover, page: PageSetup): Table {
  const indent = (textWidth(page) - labelWidth - valueWidth) / 2;
  const cell = (width: number, child: Paragraph, rule: boolean): TableCell =>
    new TableCell({
      children: [child],
      width: { size: twips(width), type: WidthType.DXA },
      borders: rule ? ruled : noBorders,
      verticalAlign: VerticalAlign.BOTTOM,
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(labelWidth + valueWidth), type: WidthType.DXA },
    indent: { size: twips(indent), type: WidthType.DXA },
    columnWidths: [twips(labelWidth), twips(valueWidth)],
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    margins: { left: 60, right: 60, top: 0, bottom: 20, marginUnitType: WidthType.DXA },
    rows: cover.lines.map(({ label, runs }) => {
      const name = paragraph(words("coverLabel", label + paperText.colon), { alignment: AlignmentType.RIGHT });
      const value = paragraph({ kind: "paragraph", style: "coverValue", runs }, { alignment: AlignmentType.CENTER });
      return new TableRow({
        height: { value: twips(lineHeight), rule: HeightRule.ATLEAST },
        cantSplit: true,
        children: [cell(labelWidth, name, false), cell(valueWidth, value, true)],
      });
    }),
  });
}

export function coverBlocks(cover: Cover, page: PageSetup): (Paragraph | Table)[] {
  const title = new Paragraph({
    style: styleId("documentTitle"),
    spacing: { before: twips(120), after: twips(110) },
    children: [new TextRun({ text: cover.title, size: halves(titleSize) })],
  });
  return [
    ...(cover.mark === "" ? [] : [paragraph(words("mark", cover.mark))]),
    title,
    lines(cover, page),
    paragraph(words("coverIssued", cover.issued), { spacing: { before: twips(130) } }),
  ];
}
