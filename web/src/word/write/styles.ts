// The styles of the Word file, one for each look of the document: whoever edits it changes a style, not paragraphs.
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";
import { type ParagraphStyle, type StyleName, styleOf } from "../../document/styles";
import { defaultFonts, fontsOfStyle, halves, styleId, styleNames, twips } from "./look";

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

function paragraphStyle(name: StyleName): IParagraphStyleOptions {
  const style: ParagraphStyle = styleOf(name);
  const { size, align, line, indent, before, after, level, keepWithNext } = style;
  return {
    id: styleId(name),
    name: `申报书 ${name}`,
    basedOn: "Normal",
    quickFormat: true,
    run: { font: fontsOfStyle(name), size: halves(size), color: "000000" },
    paragraph: {
      alignment: alignments[align],
      spacing: {
        line: twips(size * line),
        lineRule: LineRuleType.AT_LEAST,
        before: twips(before ?? 0),
        after: twips(after ?? 0),
      },
      ...(indent === undefined ? {} : { indent: { firstLine: twips(size * indent) } }),
      ...(level === undefined ? {} : { outlineLevel: level - 1 }),
      ...(level !== undefined || keepWithNext ? { keepNext: true, keepLines: true } : {}),
    },
  };
}

export function documentStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: defaultFonts, size: halves(10.5), language: { value: "en-US", eastAsia: "zh-CN" } },
      },
    },
    paragraphStyles: styleNames.map(paragraphStyle),
  };
}
