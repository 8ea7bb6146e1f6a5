// Lays a document against the form: pure, knows no field by name. Gives for every cell what the document says, and everything
// the document says besides.
import type { FormView, Item } from "../../core/form-view";
import { paperText } from "../../document/text";
import { type Block, cellText, type Paragraph, paragraphsOf, type WordDocument } from "../read/blocks";
import { type Assigned, assignTables } from "./assign";
import { Collector } from "./collector";
import { DataTableReader } from "./data-table";
import { findHeadings, type HeadingHit } from "./headings";
import { inlineLabels } from "./inline-labels";
import { LabelTableReader } from "./label-table";
import { Ledger } from "./ledger";
import { NarrativeReader } from "./narrative";
import { isBlank, keyOf } from "./normal";
import { readOptions } from "./options";
import { Outline } from "./outline";
import { PictureGatherer } from "./pictures";
import type { CellReading, ImportResult, Leftover, PictureReading, RowReading } from "./result";
import { unitsOf } from "./units";
import { readBehind } from "./values";

const pageNumber = /^[\s第页共\d/／\-—–·Page of]*$/i;
/** The foot that our own export prints. */
const ownFoot = new RegExp(`${paperText.digest("").trim()}\\s*[0-9A-F]{4}-[0-9A-F]{4}`);

const isAnnex = (text: string): boolean => /^附件\d{1,2}$/.test(keyOf(text));

class Matching {
  private readonly outline: Outline;
  private readonly ledger = new Ledger();
  private readonly collect = new Collector();
  private readonly gatherer = new PictureGatherer();
  private readonly narrative = new NarrativeReader(this.ledger, this.collect, this.gatherer);
  private readonly tables = new Map<string, RowReading[]>();
  /** Within an annex that is none of this form's. */
  private foreign = false;
  /** Paragraph → the heading it stands under. */
  private readonly under = new Map<number, string>();
  private readonly data: DataTableReader;
  private readonly labels: LabelTableReader;
  private readonly units: Block[];
  private hits: ReadonlyMap<number, HeadingHit> = new Map();
  private assigned: ReadonlyMap<number, Assigned> = new Map();

  constructor(
    private readonly form: FormView,
    private readonly document: WordDocument,
  ) {
    this.outline = new Outline(form);
    this.data = new DataTableReader(this.ledger, this.outline.fields);
    this.labels = new LabelTableReader(this.outline, this.ledger, this.collect);
    const body = document.blocks.filter((block) => block.kind === "table" || /^(body|box|note)$/.test(block.origin));
    this.units = unitsOf(this.outline, body);
  }

  *run(): Generator<void, ImportResult> {
    const paragraphs = this.units.filter((unit): unit is Paragraph => unit.kind === "paragraph");
    this.hits = yield* findHeadings(this.outline, paragraphs);
    const inText = yield* this.textRanges();
    this.assigned = assignTables(this.outline, this.units, (at) => inText[at] ?? false);
    for (const [at, unit] of this.units.entries()) {
      yield;
      this.mark(unit);
      if (unit.kind === "paragraph") this.paragraph(unit, at);
      else this.table(unit, at);
      this.mark(unit);
    }
    this.narrative.end();
    yield;
    this.around();
    yield;
    return this.result();
  }

  /** Which units stand within a long text: after a heading, before whatever ends it. */
  private *textRanges(): Generator<void, boolean[]> {
    let open = false;
    const ranges: boolean[] = [];
    for (const unit of this.units) {
      yield;
      if (unit.kind === "paragraph") {
        if (this.hits.has(unit.id)) open = true;
        else if (this.endsText(unit)) open = false;
      }
      ranges.push(open);
    }
    return ranges;
  }

  private endsText({ text }: Paragraph): boolean {
    const key = keyOf(text);
    if (key === "" || key.length > 60) return false;
    if (isAnnex(text) || this.outline.sectionOf(text)) return true;
    return key === keyOf(this.form.letter?.title ?? "") || key === keyOf(this.form.title);
  }

  private mark(unit: Block): void {
    const { under } = this.collect;
    if (unit.kind === "paragraph") this.under.set(unit.id, under);
    else for (const cell of unit.cells) for (const { id } of cell.paragraphs) this.under.set(id, under);
  }

  private paragraph(paragraph: Paragraph, at: number): void {
    const hit = this.hits.get(paragraph.id);
    if (hit) {
      this.foreign = false;
      this.collect.under = hit.heading.field.label;
      this.narrative.start(hit);
      return;
    }
    const caption = this.captionHere(paragraph, at);
    if (caption !== undefined) {
      this.foreign = false;
      this.narrative.end();
      this.collect.under = caption;
      this.ledger.claim(paragraph, "form");
      return;
    }
    if (this.endsText(paragraph)) {
      this.narrative.end();
      this.collect.under = paragraph.text.trim();
      this.foreign = isAnnex(paragraph.text) && !this.outline.isPrinted(paragraph.text);
    }
    if (this.foreign) return;
    if (this.narrative.open) {
      this.narrative.paragraph(paragraph);
      return;
    }
    if (isBlank(paragraph.text)) return;
    if (this.outline.isPrinted(paragraph.text) || this.isTitlePiece(paragraph.text)) {
      this.ledger.claim(paragraph, "form");
      return;
    }
    this.line(paragraph);
  }

  /** A caption ends a long text only when its table follows. */
  private captionHere({ text }: Paragraph, at: number): string | undefined {
    const caption = this.outline.captionOf(text);
    if (!caption) return undefined;
    const next = this.units.findIndex((unit, i) => i > at && (unit.kind === "table" || !isBlank(unit.text)));
    const follows = this.assigned.get(next)?.shape.item === caption.table;
    return follows || !this.narrative.open ? text.trim() : undefined;
  }

  /** A title broken over several lines of the cover. */
  private isTitlePiece(text: string): boolean {
    const key = keyOf(text);
    const titles = [this.form.title, this.form.letter?.title ?? ""];
    return key.length >= 3 && titles.some((title) => keyOf(title).includes(key));
  }

  /** 标杆名称：… */
  private line(paragraph: Paragraph): void {
    const { text } = paragraph;
    for (const hit of inlineLabels(this.outline, text, true)) {
      if (hit.label.target.kind !== "field") continue;
      const { field } = hit.label.target;
      const raw = text.slice(hit.valueFrom, hit.valueTo);
      this.ledger.claim(paragraph, "form", hit.from, hit.valueFrom);
      if (field.type === "choice" || field.type === "choices") {
        const reading = readOptions(field, raw);
        for (const [a, b] of reading.read) this.ledger.claim(paragraph, "value", hit.valueFrom + a, hit.valueFrom + b);
        this.collect.scalar(field.slot, { state: reading.state, value: reading.value, raw });
      } else {
        this.ledger.claim(paragraph, "value", hit.valueFrom, hit.valueTo);
        this.collect.scalar(field.slot, readBehind(field, raw));
      }
    }
    this.signature(paragraph);
  }

  /** 企业名称（盖章）：… of the letter names a cell of the form too. */
  private signature(paragraph: Paragraph): void {
    const { letter } = this.form;
    const field = letter?.company === undefined ? undefined : this.outline.fields.get(letter.company);
    const label = keyOf(letter?.signature ?? "");
    if (!field || label === "" || !keyOf(paragraph.text).startsWith(label)) return;
    const at = paragraph.text.search(/[:：]/) + 1;
    if (at === 0) return;
    this.ledger.claim(paragraph, "form", 0, at);
    const said = readBehind(field, paragraph.text.slice(at));
    this.ledger.claim(paragraph, "value", at);
    if (said.state === "found") this.collect.scalar(field.slot, said);
  }

  private table(table: Extract<Block, { kind: "table" }>, at: number): void {
    const assigned = this.assigned.get(at);
    if (assigned) {
      this.narrative.end();
      const { id } = assigned.shape.item;
      const { rows, over } = this.data.read(assigned.shape);
      this.tables.set(id, [...(this.tables.get(id) ?? []), ...rows]);
      for (const { field, reading } of over) this.overColumns(field, reading);
      return;
    }
    if (this.foreign) return;
    const labelled = LabelTableReader.count(this.outline, table);
    if (this.narrative.open && labelled < 4) {
      this.narrative.table(table);
      return;
    }
    if (labelled >= 2 || (labelled === 1 && table.cells.length <= 4)) {
      this.narrative.end();
      this.labels.read(table);
    }
    for (const cell of table.cells) {
      if (this.outline.isPrinted(cellText(cell))) this.ledger.claimCell(cell, "form");
    }
  }

  private overColumns(id: string, reading: CellReading): void {
    const field = this.outline.fields.get(id);
    if (field) this.collect.scalar(field.slot, reading);
  }

  /** Headers, footers and comments: page numbers are the program's, everything else is shown. */
  private around(): void {
    for (const paragraph of paragraphsOf(this.document.blocks)) {
      if (!/^(header|footer)$/.test(paragraph.origin)) continue;
      const { text } = paragraph;
      if (pageNumber.test(text) || ownFoot.test(text) || this.outline.isPrinted(text))
        this.ledger.claim(paragraph, "form");
    }
  }

  private pictures(): PictureReading[] {
    const elsewhere = [...paragraphsOf(this.document.blocks)].flatMap((paragraph) =>
      this.gatherer.elsewhere(paragraph, this.under.get(paragraph.id) ?? ""),
    );
    return [...this.gatherer.readings, ...elsewhere];
  }

  private result(): ImportResult {
    const { blocks } = this.document;
    const slots: number[] = [];
    const walk = (items: readonly Item[]): void => {
      for (const item of items) {
        if (item.kind === "field") slots.push(item.slot);
        else if (item.kind === "group") walk(item.items);
      }
    };
    for (const section of this.form.sections) walk(section.items);
    this.gatherer.number((slot) => slots.indexOf(slot));
    const scalars = this.collect.scalars(slots).map((one) => ({ ...one, value: this.gatherer.written(one.value) }));
    const leftovers = this.ledger.rest(blocks).map(
      ({ paragraph, text }): Leftover => ({
        text: text.trim(),
        origin: paragraph.origin,
        under: this.under.get(paragraph.id) ?? "",
      }),
    );
    return {
      scalars,
      tables: [...this.tables].map(([table, rows]) => ({ table, rows })),
      leftovers: joined(leftovers),
      pictures: this.pictures(),
      formText: [...this.ledger.texts(blocks, "form"), ...this.ledger.marks(blocks)].filter(
        (text) => text.trim() !== "",
      ),
      valueText: this.ledger.texts(blocks, "value"),
      readNotes: this.document.notes,
      notes: [...this.narrative.notes].map(([code, count]) => ({ code, count })),
      known: scalars.filter(({ state }) => state !== "absent").length + this.tables.size,
    };
  }
}

/** Neighbours of one place as one text. */
function joined(leftovers: readonly Leftover[]): Leftover[] {
  const out: Leftover[] = [];
  for (const one of leftovers) {
    const last = out[out.length - 1];
    if (last && last.origin === one.origin && last.under === one.under) {
      out[out.length - 1] = { ...last, text: `${last.text}\n${one.text}` };
    } else {
      out.push(one);
    }
  }
  return out;
}

/** In steps, so that whoever runs them can stop for breath. */
export function matchSteps(form: FormView, document: WordDocument): Generator<void, ImportResult> {
  return new Matching(form, document).run();
}

export function matchForm(form: FormView, document: WordDocument): ImportResult {
  const steps = matchSteps(form, document);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
