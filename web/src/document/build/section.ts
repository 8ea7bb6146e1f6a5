// A section of the form as blocks. What kind of page it makes follows from what it holds; only the cover says so itself.
import type { FieldItem, Item, MirrorItem, SectionView } from "../../core/form-view";
import type { Block, Cover } from "../model";
import { type Context, labelled, runsOf } from "./context";
import { dataTable } from "./data-table";
import type { Numbered } from "./figures";
import { grid } from "./grid";
import { narrative } from "./prose";
import { linesOf, paragraph, printed } from "./runs";

type Value = FieldItem | MirrorItem;

const isValue = (item: Item): item is Value => item.kind === "field" || item.kind === "mirror";
const isNarrative = (item: Item): boolean => item.kind === "field" && item.type === "longText" && item.figures === true;

export const isCover = (section: SectionView): boolean => section.print?.as === "cover";
export const isProse = ({ items }: SectionView): boolean => items.some(isNarrative);

export function cover({ form, ...rest }: Context, section: SectionView): Cover {
  const context = { form, ...rest };
  const lines = section.items.filter(isValue).map((item) => {
    const at = labelled(context, item);
    return { label: at.label, runs: runsOf(context, at) };
  });
  return { kind: "cover", mark: section.part ?? "", title: form.title, lines, issued: form.issued ?? "" };
}

const notes = (text: string, style: "note" | "instruction"): readonly Block[] =>
  linesOf(text).map((line) => paragraph(style, printed(line)));

/** Fields that head columns of a table stand in its head and nowhere else. */
function columnHeads(items: readonly Item[]): ReadonlySet<string> {
  const groups = items.flatMap((item) => (item.kind === "table" ? (item.columnGroups ?? []) : []));
  return new Set(groups.flatMap(({ field }) => (field === undefined ? [] : [field])));
}

export function sectionBlocks(context: Context, section: SectionView, figures: readonly Numbered[]): readonly Block[] {
  const prose = isProse(section);
  const onlyTables = section.items.some(({ kind }) => kind === "table");
  const heads = columnHeads(section.items);
  const blocks: Block[] = [paragraph(onlyTables ? "tableTitle" : "heading1", printed(section.label))];
  if (section.note !== undefined) blocks.push(...notes(section.note, "instruction"));

  let run: Item[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push(grid(context, section.id, run));
    run = [];
  };
  for (const item of section.items) {
    if (item.kind === "table") {
      flush();
      blocks.push(dataTable(context, item));
      if (item.note !== undefined) blocks.push(...notes(item.note, "note"));
    } else if (item.kind === "note") {
      flush();
      blocks.push(...notes(item.text, "note"));
    } else if (prose && isValue(item)) {
      flush();
      blocks.push(...narrative(context, item, figures));
    } else if (item.kind !== "field" || !heads.has(item.id)) {
      run.push(item);
      if (item.kind === "group" && item.note !== undefined) {
        flush();
        blocks.push(...notes(item.note, "note"));
      }
    }
  }
  flush();
  return blocks;
}
