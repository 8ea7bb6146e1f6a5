// Reads the form's table of labels and values: every label with the cell beside it, groups of fields in one cell, sentences
// with blanks, and labels that stand in the same cell as what was written.
import type { FieldItem, GroupItem, Item } from "../../core/form-view";
import { type Cell, cellText, type Table } from "../read/blocks";
import type { Collector } from "./collector";
import { inlineLabels } from "./inline-labels";
import { claimInCell, type Ledger } from "./ledger";
import { isBlank, oneLine, trimmed } from "./normal";
import { readOptions } from "./options";
import type { Label, Outline } from "./outline";
import { emptyCell, found, notUnderstood } from "./result";
import { fillSentence } from "./sentence";
import { readBehind, readValue } from "./values";

/** Of a cell with a number and a text in it. */
const longestMixed = 2000;

const fieldsOf = (items: readonly Item[]): FieldItem[] =>
  items.filter((item): item is FieldItem => item.kind === "field");

export class LabelTableReader {
  private readonly labels = new Map<Cell, Label>();

  constructor(
    private readonly outline: Outline,
    private readonly ledger: Ledger,
    private readonly collect: Collector,
  ) {}

  /** How many of the form's labels stand in cells of their own. */
  static count(outline: Outline, table: Table): number {
    const seen = new Set(table.cells.map((cell) => outline.labelOf(cellText(cell))).filter((label) => label));
    const within = table.cells.filter((cell) => inlineLabels(outline, cellText(cell), false).length > 0);
    return seen.size + within.length;
  }

  read(table: Table): void {
    this.labels.clear();
    for (const cell of table.cells) {
      const label = this.outline.labelOf(cellText(cell));
      if (label) this.labels.set(cell, label);
    }
    for (const cell of table.cells) {
      if (this.labels.has(cell) || this.valued(table, cell)) continue;
      const near = this.outline.nearLabelOf(cellText(cell));
      const taken = near && [...this.labels.values()].some((label) => label === near);
      if (near && !taken) this.labels.set(cell, near);
    }
    const values = new Set<Cell>();
    for (const [cell, label] of this.labels) {
      this.ledger.claimCell(cell, "form");
      const value = this.valueCell(table, cell, label);
      if (!value || values.has(value)) {
        // Nothing was written, since there is no place to.
        if (label.target.kind === "field") this.collect.scalar(label.target.field.slot, emptyCell);
        continue;
      }
      values.add(value);
      this.value(value, label);
    }
    for (const cell of table.cells) if (!this.labels.has(cell) && !values.has(cell)) this.loose(cell);
  }

  /** Whether a label's value is expected here, so that it is no label itself. */
  private valued(table: Table, cell: Cell): boolean {
    const left = cell.column > 0 ? table.grid[cell.row]?.[cell.column - 1] : undefined;
    const label = left && this.labels.get(left);
    return label?.target.kind === "field";
  }

  /** To the right, else below; never another label. */
  private valueCell(table: Table, cell: Cell, label: Label): Cell | undefined {
    const right = table.grid[cell.row]?.[cell.column + cell.columns];
    if (right && !this.labels.has(right)) return right;
    if (label.target.kind === "group") return undefined;
    const below = table.grid[cell.row + cell.rows]?.[cell.column];
    const headed = below && right === undefined ? false : right !== undefined && this.labels.has(right);
    return below && headed && !this.labels.has(below) && below.columns === cell.columns ? below : undefined;
  }

  private value(cell: Cell, { target }: Label): void {
    if (target.kind === "group") {
      this.group(cell, target.group);
      return;
    }
    const { field } = target;
    const raw = cellText(cell);
    if ((field.type === "choice" || field.type === "choices") && !isBlank(raw)) {
      const reading = readOptions(field, raw);
      this.claimRanges(cell, reading.read);
      this.collect.scalar(field.slot, { state: reading.state, value: reading.value, raw });
      return;
    }
    this.ledger.claimCell(cell, "value");
    this.collect.scalar(field.slot, readValue(field, raw));
  }

  private group(cell: Cell, group: GroupItem): void {
    const fields = fieldsOf(group.items);
    if (group.sentence !== undefined && this.sentence(cell, group.sentence, fields)) {
      this.within(cell);
      return;
    }
    if (this.within(cell)) return;
    const raw = cellText(cell);
    if (isBlank(raw)) {
      for (const field of fields) this.collect.scalar(field.slot, emptyCell);
      return;
    }
    this.ledger.claimCell(cell, "value");
    this.mixed(fields, raw);
  }

  /** A text and a number in one cell: 多级离心泵，19.2% */
  private mixed(fields: readonly FieldItem[], raw: string): void {
    const isNumber = (field: FieldItem): boolean => /^(integer|decimal|percent)$/.test(field.type);
    const numbers = fields.filter(isNumber);
    const texts = fields.filter((field) => !isNumber(field));
    const [number] = numbers;
    const [text] = texts;
    if (fields.length === 2 && number && text && raw.length <= longestMixed) {
      const line = oneLine(raw).replace(new RegExp(`(${text.label}|${number.label})[:：]`, "g"), "");
      const pattern =
        number.type === "percent" ? /[\d０-９]+(?:[.．][\d０-９]+)?\s*[%％]/g : /[\d０-９]+(?:[.．][\d０-９]+)?/g;
      const all = [...line.matchAll(pattern)];
      const rest = trimmed(line.replace(all[0]?.[0] ?? "", "").replace(/[（(]\s*[)）]/g, "")).replace(
        /^[，,、；;：:\s]+|[，,、；;：:\s]+$/g,
        "",
      );
      if (all.length === 1 && all[0]) {
        this.collect.scalar(number.slot, found(all[0][0].trim(), raw));
        this.collect.scalar(text.slot, rest === "" ? { ...emptyCell, raw } : found(rest, raw));
        return;
      }
      const before = trimmed(line.slice(0, all[0]?.index)).replace(/[，,、；;：:（(\s]+$/, "");
      if (all.length > 1 && before !== "") {
        this.collect.scalar(text.slot, found(before, raw));
        this.collect.scalar(number.slot, notUnderstood(raw));
        return;
      }
      if (all.length === 0) {
        this.collect.scalar(text.slot, readValue(text, raw));
        this.collect.scalar(number.slot, { ...emptyCell, raw });
        return;
      }
    }
    for (const field of fields) this.collect.scalar(field.slot, notUnderstood(raw));
  }

  private sentence(cell: Cell, sentence: string, fields: readonly FieldItem[]): boolean {
    const filled = fillSentence(sentence, cellText(cell));
    if (!filled) return false;
    this.claimRanges(cell, filled.words, "form");
    this.claimRanges(cell, filled.blanks);
    for (const field of fields) {
      const raw = filled.values.get(field.id);
      if (raw === undefined) this.collect.scalar(field.slot, notUnderstood(cellText(cell)));
      else this.collect.scalar(field.slot, readValue(field, raw));
    }
    return true;
  }

  /** Cells that are neither label nor value: labels within them, whole sentences; the rest is left over. */
  private loose(cell: Cell): void {
    const raw = cellText(cell);
    if (isBlank(raw) || cell.paragraphs.every((paragraph) => this.ledger.touched(paragraph))) return;
    if (this.outline.isPrinted(raw) || this.outline.captionOf(raw)) {
      this.ledger.claimCell(cell, "form");
      return;
    }
    for (const label of this.outline.labels) {
      const { target } = label;
      if (target.kind !== "group" || target.group.sentence === undefined) continue;
      const filled = fillSentence(target.group.sentence, raw);
      const fields = fieldsOf(target.group.items);
      // One blank alone may be another sentence's.
      if (filled && filled.values.size >= Math.min(2, fields.length) && this.collect.lacks(fields)) {
        this.sentence(cell, target.group.sentence, fields);
      }
    }
    this.within(cell);
  }

  /** 标准化项目内容：… in a cell: each label up to the next. */
  private within(cell: Cell): boolean {
    const raw = cellText(cell);
    const hits = inlineLabels(this.outline, raw, false);
    for (const hit of hits) {
      if (hit.label.target.kind !== "field") continue;
      const { field } = hit.label.target;
      const said = raw.slice(hit.valueFrom, hit.valueTo);
      this.claimRanges(cell, [[hit.from, hit.valueFrom]], "form");
      if ((field.type === "choice" || field.type === "choices") && !isBlank(said)) {
        const reading = readOptions(field, said);
        const shift = ([a, b]: readonly [number, number]): [number, number] => [a + hit.valueFrom, b + hit.valueFrom];
        this.claimRanges(cell, reading.read.map(shift));
        this.collect.scalar(field.slot, { state: reading.state, value: reading.value, raw: said });
      } else {
        this.claimRanges(cell, [[hit.valueFrom, hit.valueTo]]);
        this.collect.scalar(field.slot, readBehind(field, said));
      }
    }
    return hits.length > 0;
  }

  private claimRanges(
    cell: Cell,
    ranges: readonly (readonly [number, number])[],
    use: "form" | "value" = "value",
  ): void {
    claimInCell(this.ledger, cell, ranges, use);
  }
}
