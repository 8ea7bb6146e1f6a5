// What every builder needs: the form, its fields by id, the draft, and the values as they read on paper.
import type { FieldItem, FieldSpec, FormView, GroupItem, Item, MirrorItem } from "../../core/form-view";
import { asText, type DraftFile, type DraftValue, fieldPointer, valueAt } from "../draft-file";
import type { Paragraph, Pointer, Points, Run } from "../model";
import type { StyleName } from "../styles";
import { boxes, chosenLabels, linesOf, paragraph, paragraphsOf, typed } from "./runs";

export interface Context {
  readonly form: FormView;
  readonly draft: DraftFile;
  readonly width: Points;
  readonly height: Points;
  field(id: string): FieldItem | undefined;
}

function fieldsIn(items: readonly Item[]): readonly FieldItem[] {
  return items.flatMap((item) => (item.kind === "field" ? [item] : item.kind === "group" ? fieldsIn(item.items) : []));
}

export function makeContext(form: FormView, draft: DraftFile, width: Points, height: Points): Context {
  const fields = new Map(form.sections.flatMap(({ items }) => fieldsIn(items)).map((item) => [item.id, item] as const));
  return { form, draft, width, height, field: (id) => fields.get(id) };
}

/** A value under a label: a field, or a mirror of one with its own label. */
export interface Labelled {
  readonly label: string;
  readonly id: string;
  readonly spec: FieldSpec;
  readonly item: FieldItem | MirrorItem;
}

export function labelled(context: Context, item: FieldItem | MirrorItem): Labelled {
  const id = item.kind === "mirror" ? item.of : item.id;
  const spec = context.field(id);
  if (!spec) throw new Error(`no field ${id}`); // the core refuses such a form
  return { label: item.label, id, spec, item };
}

/** 2025-10-09 → 2025年10月9日, as dates are written on paper; anything else as it was typed. */
export function paperDate(text: string): string {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : text;
}

/** A value's words on paper; may have several lines. */
function words(spec: FieldSpec, value: DraftValue): string {
  if (spec.options) return chosenLabels(spec.options, value);
  return spec.type === "date" ? paperDate(asText(value)) : asText(value);
}

/** In one line: line breaks as blanks. */
export const plainText = (spec: FieldSpec, value: DraftValue): string => linesOf(words(spec, value)).join(" ").trim();

export const textOf = (context: Context, id: string): string => {
  const spec = context.field(id);
  return spec ? plainText(spec, valueAt(context.draft, id)) : "";
};

/** A scalar in one run, or none when it is blank. */
export function runsOf(context: Context, { id, spec }: Labelled, look?: "fill"): readonly Run[] {
  const text = plainText(spec, valueAt(context.draft, id));
  return text === "" ? [] : [typed(text, fieldPointer(id), look)];
}

/** Options few enough to be printed as check boxes, as forms do; code lists are not. */
const mostBoxes = 12;

export function valueParagraphs(
  spec: FieldSpec,
  value: DraftValue,
  source: Pointer,
  style: StyleName = "cell",
): readonly Paragraph[] {
  const asBoxes = spec.print?.boxes ?? true;
  const few = spec.options !== undefined && spec.options.length <= mostBoxes;
  if (spec.options && asBoxes && few) return [paragraph(style, ...boxes(spec.options, value, source))];
  return paragraphsOf(words(spec, value), source, style);
}

export const paragraphsOfField = (context: Context, { id, spec }: Labelled): readonly Paragraph[] =>
  valueParagraphs(spec, valueAt(context.draft, id), fieldPointer(id));

export const isGroup = (item: Item): item is GroupItem => item.kind === "group";
