// Pictures in long texts: each is a line of its own, 【图n】, with the words below it as its caption. Where the document numbers
// them throughout, its numbers are kept, since the text speaks of them; else they are counted.
import type { Paragraph } from "../read/blocks";
import { isBlank } from "./normal";
import type { PictureReading } from "./result";

/** 图1 厂区全景; with its own number or none. */
const captionLine = /^\s*图\s*([0-9０-９]{1,3})(?![0-9０-９\-—.．年])[\s\u3000:：.、．]*(.*)$/;

interface Gathered {
  reading: PictureReading;
  number: number | undefined;
  /** In the text until all numbers are known; a character no document uses. */
  readonly place: string;
}

export const figureLine = (n: number): string => `【图${n}】`;

export class PictureGatherer {
  private readonly gathered: Gathered[] = [];
  private readonly handled = new Set<number>();
  private last: Gathered | undefined;

  /** The lines that stand for a paragraph's pictures. */
  inText(paragraph: Paragraph, slot: number, under: string): string[] {
    this.handled.add(paragraph.id);
    return paragraph.pictures.map(({ picture }) => {
      const place = `\uf8f0${this.gathered.length}\uf8f0`;
      this.last = { reading: { picture, slot, under }, number: undefined, place };
      this.gathered.push(this.last);
      return place;
    });
  }

  /** Whether a paragraph is the caption of the picture before it. Any other text ends the waiting for one. */
  isCaption({ text, pictures, caption }: Paragraph): boolean {
    const { last } = this;
    if (!last || (isBlank(text) && pictures.length === 0)) return false;
    this.last = undefined;
    // A sentence that begins with 图1 is one of the text, unless its style says otherwise.
    const sentence = text.length > 140 || (text.length > 60 && /[。；]/.test(text));
    const found = pictures.length > 0 || (sentence && !caption) ? null : captionLine.exec(text);
    if (!found) return false;
    last.number = Number((found[1] ?? "").normalize("NFKC"));
    last.reading = { ...last.reading, captionLine: text.trim(), caption: (found[2] ?? "").trim() };
    return true;
  }

  endText(): void {
    this.last = undefined;
  }

  /** A picture that stands where the form has none. */
  elsewhere(paragraph: Paragraph, under: string): PictureReading[] {
    if (this.handled.has(paragraph.id)) return [];
    return paragraph.pictures.map(({ picture }) => ({ picture, under }));
  }

  /** `order`: of the form's cells, by which pictures are counted where the document does not. */
  number(order: (slot: number) => number): void {
    const rank = ({ reading }: Gathered): number => order(reading.slot ?? -1);
    const counted = [...this.gathered].sort((a, b) => rank(a) - rank(b));
    const said = this.gathered.map(({ number }) => number ?? 0);
    const all = new Set(said);
    const throughout = all.size === said.length && said.every((n) => n >= 1 && n <= said.length);
    const byNumber = [...this.gathered].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const inOrder = byNumber.every((one, n) => n === 0 || rank(byNumber[n - 1] ?? one) <= rank(one));
    const keeps = throughout && inOrder;
    for (const one of this.gathered) {
      const n = keeps ? (one.number ?? 0) : counted.indexOf(one) + 1;
      one.reading = { ...one.reading, marker: figureLine(n) };
    }
  }

  /** A text with the lines of its pictures. Only after `number`. */
  written(text: string): string {
    return text.replace(/\uf8f0(\d+)\uf8f0/g, (_, n: string) => this.gathered[Number(n)]?.reading.marker ?? "");
  }

  get readings(): PictureReading[] {
    return this.gathered.map(({ reading }) => reading);
  }
}
