// Texts into paragraphs of runs. A cell's text breaks where the applicant broke it; characters without a shape are left out.
import type { Option } from "../../core/form-view";
import { asList, type DraftValue } from "../draft-file";
import type { Paragraph, Pointer, Run, TextRun } from "../model";
import type { StyleName } from "../styles";

/** Every way in which a text can begin a new line. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Control and format characters and variation selectors: no reader of the page could tell that they are there. */
const shapeless = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

/** What of a line can be seen. Tabs are blanks. */
export const visible = (line: string): string => line.replace(/\t/g, " ").replace(shapeless, "");

export const linesOf = (text: string): readonly string[] => text.split(lineBreak).map(visible);

export const paragraph = (style: StyleName, ...runs: readonly Run[]): Paragraph => ({ kind: "paragraph", style, runs });

/** Words of the form. */
export const printed = (text: string, look?: TextRun["look"]): TextRun =>
  look ? { kind: "text", text, look } : { kind: "text", text };

/** Words of the draft. */
export const typed = (text: string, source: Pointer, look?: TextRun["look"]): TextRun =>
  look ? { kind: "text", text, source, look } : { kind: "text", text, source };

export const typedParagraph = (style: StyleName, line: string, source: Pointer): Paragraph =>
  line === "" ? paragraph(style) : paragraph(style, typed(line, source));

/** One paragraph a line; blank lines at the ends are dropped; a blank text gives one empty paragraph. */
export function paragraphsOf(text: string, source: Pointer, style: StyleName): readonly Paragraph[] {
  const lines = trimBlank(linesOf(text));
  return lines.length === 0 ? [paragraph(style)] : lines.map((line) => typedParagraph(style, line, source));
}

export function trimBlank(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined): boolean => line?.trim() === "";
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return lines.slice(from, to);
}

/** ☑一　□二: every option with its box. What was chosen but is no option stands after them as it was read. */
export function boxes(options: readonly Option[], value: DraftValue, source: Pointer): readonly Run[] {
  const chosen = new Set(asList(value));
  const runs: Run[] = [];
  for (const [n, option] of options.entries()) {
    if (n > 0) runs.push(printed("　"));
    const checked = chosen.delete(option.value);
    const label = visible(option.label);
    runs.push({ kind: "box", checked, source, value: option.value }, checked ? typed(label, source) : printed(label));
  }
  for (const other of chosen) {
    const text = linesOf(other).join(" ");
    if (text !== "") runs.push(printed("　"), typed(text, source));
  }
  return runs;
}

/** A code list's county is printed with its city. */
export const optionLabel = ({ label, group }: Option): string =>
  group === undefined || label.startsWith(group) ? label : group + label;

/** The labels of what was chosen, 、 between them. */
export function chosenLabels(options: readonly Option[], value: DraftValue): string {
  const labels = new Map(options.map((option) => [option.value, optionLabel(option)] as const));
  return asList(value)
    .map((chosen) => labels.get(chosen) ?? chosen)
    .join("、");
}
