// Paragraphs of the document as Word's.
import { type IParagraphOptions, Paragraph, TextRun, UnderlineType } from "docx";
import type { Paragraph as PaperParagraph, Run } from "../../document/model";
import { ticked, unticked } from "../ticks";
import { boxFont, styleId } from "./look";

/** What XML cannot hold; Word refuses to open a file with one of them. Of the draft's words none is left by now. */
const unwritable = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

export function textRun(run: Run): TextRun {
  if (run.kind === "box") {
    const fonts = { ascii: boxFont, hAnsi: boxFont, eastAsia: boxFont, cs: boxFont };
    return new TextRun({ text: run.checked ? ticked : unticked, font: fonts });
  }
  return new TextRun({
    text: run.text.replace(unwritable, ""),
    ...(run.look === "strong" ? { bold: true } : {}),
    ...(run.look === "fill" ? { underline: { type: UnderlineType.SINGLE } } : {}),
  });
}

export function paragraph({ style, runs }: PaperParagraph, more: Omit<IParagraphOptions, "children"> = {}): Paragraph {
  return new Paragraph({ style: styleId(style), ...more, children: runs.map(textRun) });
}
