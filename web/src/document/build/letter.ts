// The letter (承诺书): title, text, who signs, and room for seal and date.
import type { Letter } from "../../core/form-view";
import { fieldPointer } from "../draft-file";
import type { Block } from "../model";
import { type Context, textOf } from "./context";
import { paragraph, printed, typed } from "./runs";

const aboveSignature = 60;
const forSeal = 90;

/** "年 月 日" with room to write the numbers in. */
const dateLine = (date: string): string => `　　　　${date.split(/\s+/).join("　　")}`;

export function letterBlocks(context: Context, letter: Letter): readonly Block[] {
  const company = letter.company === undefined ? "" : textOf(context, letter.company);
  const name = company === "" ? [] : [typed(company, fieldPointer(letter.company ?? ""))];
  return [
    ...(letter.part === undefined ? [] : [paragraph("mark", printed(letter.part))]),
    paragraph("documentTitle", printed(letter.title)),
    ...letter.paragraphs.map((text) => paragraph("letter", printed(text))),
    { kind: "space", height: aboveSignature },
    paragraph("signature", printed(letter.signature), ...name),
    { kind: "space", height: forSeal },
    paragraph("signatureDate", printed(dateLine(letter.date))),
  ];
}
