// Tab-separated text as office programs put it on the clipboard: cells with tabs, line breaks or quotes stand in quotes.
import { type Block, trimmed } from "./block";

/** A quoted cell that begins here: its text and where it ends. A quote that is never closed is only a quote. */
function quotedAt(text: string, from: number): { text: string; end: number } | undefined {
  if (text[from] !== '"') return undefined;
  let at = from + 1;
  while (at < text.length) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    if (text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    const next = text[close + 1];
    if (next !== undefined && next !== "\t" && next !== "\n") return undefined;
    return { text: text.slice(from + 1, close).replace(/""/g, '"'), end: close + 1 };
  }
  return undefined;
}

export function readTsv(source: string): Block | undefined {
  const text = source.replace(/\r\n?/g, "\n");
  const rows: { text: string }[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = quotedAt(text, at);
    let end = quoted?.end ?? at;
    if (!quoted) while (end < text.length && text[end] !== "\t" && text[end] !== "\n") end++;
    const cell = quoted ? quoted.text : text.slice(at, end);
    rows[rows.length - 1]?.push({ text: cell.replace(/\u00a0/g, " ").trim() });
    if (end >= text.length) break;
    if (text[end] === "\n") rows.push([]);
    at = end + 1;
  }
  return trimmed(rows);
}
