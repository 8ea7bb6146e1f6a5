// Labels within running text: 标杆名称：… 申报单位：… on one line or in one cell.
import { Squashed, squash } from "./normal";
import type { Label, Outline } from "./outline";

export interface InlineLabel {
  readonly label: Label;
  /** Where the label begins, where its value does, and where that ends. */
  readonly from: number;
  readonly valueFrom: number;
  readonly valueTo: number;
}

/** `lines`: a value ends with its line. Labels need a colon, or at the beginning a gap to write in. */
export function inlineLabels(outline: Outline, text: string, lines: boolean): InlineLabel[] {
  const squashed = new Squashed(text);
  const found: { label: Label; from: number; to: number }[] = [];
  const taken = new Uint8Array(squashed.text.length);
  const byLength = [...outline.labels].sort((a, b) => b.key.length - a.key.length);
  for (const label of byLength) {
    const words = squash(label.text);
    for (let at = squashed.text.indexOf(words); at >= 0; at = squashed.text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (taken.subarray(at, end).includes(1)) continue;
      if (!begins(text, squashed.at(at))) continue;
      const mark = /^(?:\([^()]{0,12}\))?:/.exec(squashed.text.slice(end, end + 16))?.[0];
      const gap = at === 0 && /^(?:\s{2,}|\t|_{2,}|[\s]*_{2,})/.test(text.slice(squashed.after(end)));
      if (mark === undefined && !gap) continue;
      const to = end + (mark?.length ?? 0);
      found.push({ label, from: at, to });
      taken.fill(1, at, to);
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.map(({ label, from, to }, i) => {
    const next = found[i + 1];
    const valueFrom = squashed.after(to);
    const stop = next ? squashed.at(next.from) : text.length;
    const lineEnd = lines ? text.indexOf("\n", valueFrom) : -1;
    return { label, from: squashed.at(from), valueFrom, valueTo: lineEnd >= 0 && lineEnd < stop ? lineEnd : stop };
  });
}

/** A label begins a line or comes after a gap or the end of a clause. */
function begins(text: string, at: number): boolean {
  return at === 0 || /[\s\u3000_，,。.；;、|（(]/.test(text.charAt(at - 1));
}
