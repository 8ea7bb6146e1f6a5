// Keeps account of the document's text: what was recognised as the form's own, what became a value, and so what is left.
// Nothing can be dropped: whatever nobody claims comes out at the end.
import type { Block, Cell, Paragraph } from "../read/blocks";
import { paragraphsOf } from "../read/blocks";

export type Use = "form" | "value";

interface Claim {
  readonly from: number;
  readonly to: number;
  readonly use: Use;
}

export interface Rest {
  readonly paragraph: Paragraph;
  readonly text: string;
}

/** Marks that say nothing without the words they stood beside. */
const onlyMarks = /^[\s_＿:：;；,，。、.．/／|·•()（）[\]【】《》“”"'‘’*＊\-－—–…□☐☑☒■√✓✗○●◉\u200b\ufeff]*$/;

export class Ledger {
  private readonly claims = new Map<number, Claim[]>();

  claim(paragraph: Paragraph, use: Use, from = 0, to = paragraph.text.length): void {
    if (from >= to && paragraph.text.length > 0) return;
    const list = this.claims.get(paragraph.id) ?? [];
    list.push({ from, to, use });
    this.claims.set(paragraph.id, list);
  }

  claimCell(cell: Cell, use: Use): void {
    for (const paragraph of cell.paragraphs) if (!this.touched(paragraph)) this.claim(paragraph, use);
  }

  touched(paragraph: Paragraph): boolean {
    return this.claims.has(paragraph.id);
  }

  /** The texts of one use, in the document's order. */
  texts(blocks: readonly Block[], use: Use): string[] {
    const out: string[] = [];
    for (const paragraph of paragraphsOf(blocks)) {
      for (const { from, to } of this.of(paragraph, use)) out.push(paragraph.text.slice(from, to));
    }
    return out;
  }

  rest(blocks: readonly Block[]): Rest[] {
    const out: Rest[] = [];
    for (const paragraph of paragraphsOf(blocks)) {
      for (const text of this.unclaimed(paragraph)) if (!onlyMarks.test(text)) out.push({ paragraph, text });
    }
    return out;
  }

  /** Marks between claims: part of the form's own text. */
  marks(blocks: readonly Block[]): string[] {
    const out: string[] = [];
    for (const paragraph of paragraphsOf(blocks)) {
      for (const text of this.unclaimed(paragraph)) if (onlyMarks.test(text)) out.push(text);
    }
    return out;
  }

  private of(paragraph: Paragraph, use: Use): Claim[] {
    return (this.claims.get(paragraph.id) ?? []).filter((claim) => claim.use === use);
  }

  private unclaimed(paragraph: Paragraph): string[] {
    const taken = [...(this.claims.get(paragraph.id) ?? [])].sort((a, b) => a.from - b.from);
    const out: string[] = [];
    let at = 0;
    for (const { from, to } of taken) {
      if (from > at) out.push(paragraph.text.slice(at, from));
      at = Math.max(at, to);
    }
    if (at < paragraph.text.length) out.push(paragraph.text.slice(at));
    return out.filter((text) => text !== "");
  }
}

/** Ranges of a cell's text laid over its paragraphs. */
export function claimInCell(
  ledger: Ledger,
  cell: Cell,
  ranges: readonly (readonly [number, number])[],
  use: Use,
): void {
  let start = 0;
  for (const paragraph of cell.paragraphs) {
    const begin = start + (paragraph.list?.length ?? 0);
    const end = begin + paragraph.text.length;
    for (const [from, to] of ranges) {
      const a = Math.max(from, begin) - begin;
      const b = Math.min(to, end) - begin;
      if (b > a) ledger.claim(paragraph, use, a, b);
    }
    start = end + 1;
  }
}
