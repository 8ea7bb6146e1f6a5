// A long text under its heading: paragraphs as lines, lists with their numbers, tables as lines with tabs, pictures as lines
// that name them.
import { type Cell, cellText, type Paragraph, type Table } from "../read/blocks";
import type { Collector } from "./collector";
import type { HeadingHit } from "./headings";
import { isGuidance } from "./headings";
import type { Ledger } from "./ledger";
import { isBlank, withoutEnd } from "./normal";
import type { PictureGatherer } from "./pictures";
import { emptyCell, type MatchNote } from "./result";
import { readValue } from "./values";

export class NarrativeReader {
  private hit: HeadingHit | undefined;
  private lines: string[] = [];
  private raw: string[] = [];
  /** Paragraphs since the heading in which the form's guidance may stand. */
  private early = 0;
  readonly notes = new Map<MatchNote, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly collect: Collector,
    private readonly gatherer: PictureGatherer,
  ) {}

  get open(): boolean {
    return this.hit !== undefined;
  }

  start(hit: HeadingHit): void {
    this.end();
    this.hit = hit;
    this.early = 0;
    this.ledger.claim(hit.paragraph, "form", 0, hit.end);
    const rest = hit.paragraph.text.slice(hit.end);
    if (isBlank(rest) && hit.paragraph.pictures.length === 0) return;
    if (isGuidance(hit.heading, rest)) this.ledger.claim(hit.paragraph, "form", hit.end);
    else this.line(hit.paragraph, hit.end);
  }

  paragraph(paragraph: Paragraph): void {
    if (!this.hit) return;
    const blank = isBlank(paragraph.text) && paragraph.pictures.length === 0;
    if (!blank && this.early++ < 2 && isGuidance(this.hit.heading, paragraph.text)) {
      this.ledger.claim(paragraph, "form");
      return;
    }
    if (!blank && this.gatherer.isCaption(paragraph)) {
      this.ledger.claim(paragraph, "value");
      this.raw.push(paragraph.text);
      return;
    }
    this.line(paragraph, 0);
  }

  table(table: Table): void {
    this.note("tableAsLines");
    for (let row = 0; row < table.rows; row++) {
      const said: string[] = [];
      for (let column = 0; column < table.columns; column++) {
        const cell = table.grid[row]?.[column];
        if (!cell || cell.column !== column) continue;
        // A merged cell says its text once, where it begins.
        said.push(
          cell.row === row
            ? cellText(cell)
                .split(/[\n\t]+/)
                .map((part) => part.trim())
                .filter((part) => part !== "")
                .join(" ")
            : "",
        );
      }
      const line = withoutEnd(said.join("\t"), /[\t ]/);
      if (line !== "") this.push(line);
    }
    for (const cell of table.cells) this.cellPictures(cell);
  }

  end(): void {
    const { hit } = this;
    if (!hit) return;
    this.gatherer.endText();
    const { field } = hit.heading;
    const raw = this.raw.join("\n");
    const value = this.lines.join("\n");
    this.collect.scalar(field.slot, isBlank(value) ? { ...emptyCell, raw } : { ...readValue(field, value), raw });
    this.hit = undefined;
    this.lines = [];
    this.raw = [];
  }

  private cellPictures(cell: Cell): void {
    this.ledger.claimCell(cell, "value");
    for (const paragraph of cell.paragraphs) this.pictures(paragraph);
  }

  private line(paragraph: Paragraph, from: number): void {
    this.ledger.claim(paragraph, "value", from);
    const text = paragraph.text.slice(from);
    const before = paragraph.pictures.filter(({ at }) => isBlank(paragraph.text.slice(from, at)));
    if (before.length > 0) this.pictures({ ...paragraph, pictures: before });
    if (text.trim() !== "" || paragraph.pictures.length === 0) {
      const { list } = paragraph;
      if (list && text.trim() !== "") this.note("listNumbers");
      const gap = list && /[^\p{L}\p{N}.)）、．]$/u.test(list) ? " " : "";
      this.push(list && text.trim() !== "" ? `${list}${gap}${text.trimStart()}` : text);
    }
    const after = paragraph.pictures.filter((place) => !before.includes(place));
    if (after.length > 0) this.pictures({ ...paragraph, pictures: after });
  }

  private push(line: string): void {
    this.lines.push(line);
    this.raw.push(line);
  }

  private pictures(paragraph: Paragraph): void {
    const slot = this.hit?.heading.field.slot;
    if (slot !== undefined) this.lines.push(...this.gatherer.inText(paragraph, slot, this.collect.under));
  }

  private note(code: MatchNote): void {
    this.notes.set(code, (this.notes.get(code) ?? 0) + 1);
  }
}
