// Narratives: a heading, then the text paragraph by paragraph, its own headings set as such, figures at their 【图n】 lines.
import type { FieldItem, MirrorItem } from "../../core/form-view";
import { asText, fieldPointer, valueAt } from "../draft-file";
import type { Block } from "../model";
import { type Context, labelled, paragraphsOfField } from "./context";
import { type Numbered, numberAt } from "./figures";
import { linesOf, paragraph, printed, trimBlank, typedParagraph } from "./runs";

/** "一、质量战略目标", "（二）传递：控来料一致": short, numbered, and no sentence. */
const ownHeading = /^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；！？]{1,32}$/;

export function narrative(context: Context, item: FieldItem | MirrorItem, figures: readonly Numbered[]): Block[] {
  const at = labelled(context, item);
  const heading = paragraph("heading2", printed(at.label));
  if (at.spec.type !== "longText") {
    return [heading, ...paragraphsOfField(context, at).map((each) => ({ ...each, style: "body" as const }))];
  }
  const source = fieldPointer(at.id);
  const left = new Map(figures.filter(({ field }) => field === at.id).map((each) => [each.number, each] as const));
  const blocks: Block[] = [heading];
  for (const line of trimBlank(linesOf(asText(valueAt(context.draft, at.id))))) {
    const number = numberAt(line);
    const here = number === undefined ? undefined : left.get(number);
    if (here) {
      left.delete(here.number);
      blocks.push(here.block);
    } else {
      blocks.push(typedParagraph(ownHeading.test(line) ? "heading3" : "body", line, source));
    }
  }
  if (blocks.length === 1) blocks.push(paragraph("body"));
  return [...blocks, ...[...left.values()].map(({ block }) => block)];
}
