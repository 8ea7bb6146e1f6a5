// Finds the headings in a pasted block and which of its columns belongs to which column of the table.
import type { Block, BlockCell } from "../clipboard/block";
import { normalName, partOf, sameName } from "./names";
import type { Target, TargetColumn } from "./target";

type Row = readonly BlockCell[];
const yearOf = (text: string): string | undefined => /(?:19|20)\d\d/.exec(text)?.[0];

/** How well headings that stand above one column of the block name a column of the table; 0 when not at all. */
export function likeness(column: TargetColumn, texts: readonly string[], others: readonly TargetColumn[]): number {
  const label = normalName(column.label);
  const group = normalName(column.group);
  const names = texts.map(normalName).filter((name) => name !== "");
  const foreign = others.map((other) => normalName(other.group)).filter((name) => name !== "" && name !== group);
  if (names.some((name) => foreign.includes(name))) return 0;
  const inGroup = group !== "" && names.includes(group);
  if (names.includes(label) || names.includes(group + label)) return inGroup || names.includes(group + label) ? 5 : 4;
  const undated = label.replace(/^\d{4}/, "");
  for (const name of names) {
    const [year, own] = [yearOf(name), yearOf(label)];
    if (year !== undefined && own !== undefined && year !== own) continue;
    if (undated !== "" && name.replace(/^\d{4}/, "") === undated) return 3;
    const like = (other: TargetColumn): boolean =>
      partOf(other.label, name) && (year ?? yearOf(other.label)) === yearOf(other.label);
    if (partOf(label, name) && others.filter(like).length === 1) return 2;
  }
  return 0;
}

function rowScore(row: Row, columns: readonly TargetColumn[]): { matched: number; filled: number; best: number } {
  const cells = row.filter(({ text, covered }) => text !== "" && !covered);
  const scores = cells.map(({ text }) => Math.max(...columns.map((column) => likeness(column, [text], columns))));
  const groups = cells.filter(({ text }) => columns.some(({ group }) => group !== "" && sameName(group, text))).length;
  const matched = Math.max(scores.filter((score) => score >= 2).length, groups);
  return { matched, filled: cells.length, best: Math.max(0, ...scores) };
}

/** Where the headings begin and end: [from, to). Rows above are titles. */
export function headRows({ rows }: Block, columns: readonly TargetColumn[]): readonly [number, number] {
  const isHead = (row: Row | undefined): boolean => {
    if (!row) return false;
    const { matched, filled, best } = rowScore(row, columns);
    return filled > 0 && matched * 2 >= filled && (matched >= 2 || best >= 4);
  };
  for (let from = 0; from < Math.min(rows.length, 6); from++) {
    if (!isHead(rows[from])) continue;
    let to = from + 1;
    while (to < from + 3 && isHead(rows[to])) to++;
    return [from, to];
  }
  return [0, 0];
}

/** For each column of the table the column of the block whose headings name it; the best matches first. */
export function matchColumns(
  heads: readonly (readonly string[])[],
  columns: readonly TargetColumn[],
): (number | undefined)[] {
  const pairs = columns.flatMap((column, t) =>
    heads.map((texts, c) => ({ t, c, score: likeness(column, texts, columns) })).filter(({ score }) => score > 0),
  );
  pairs.sort((a, b) => b.score - a.score || a.t - b.t || a.c - b.c);
  const found: (number | undefined)[] = columns.map(() => undefined);
  const taken = new Set<number>();
  for (const { t, c } of pairs) {
    if (found[t] !== undefined || taken.has(c)) continue;
    found[t] = c;
    taken.add(c);
  }
  return found;
}

/** The headings that make each row of the table another: as few as are needed. Empty when rows have no names. */
export function identityColumns({ columns, rows }: Target): number[] {
  const heads = columns.flatMap(({ heading, units }, c) => (heading && !units ? [c] : []));
  for (let n = 1; n <= heads.length; n++) {
    const some = heads.slice(0, n);
    const keys = rows.map(({ cells }) => some.map((c) => normalName(cells[c]?.text ?? "")).join("|"));
    if (new Set(keys).size === keys.length) return some;
  }
  return heads;
}

/** The column of the block that holds these names: at least half of what stands in it, or two of them. */
export function columnOfNames(
  body: readonly Row[],
  names: readonly string[],
  free: (c: number) => boolean,
): number | undefined {
  const wanted = new Set(names.map(normalName).filter((name) => name !== ""));
  let best: { c: number; hits: number } | undefined;
  for (let c = 0; c < (body[0]?.length ?? 0); c++) {
    if (!free(c)) continue;
    const texts = body.flatMap((row) => (row[c]?.text ? [row[c]?.text ?? ""] : []));
    const hits = texts.filter((text) => wanted.has(normalName(text))).length;
    if (hits === 0 || (hits < 2 && hits * 2 < texts.length)) continue;
    if (!best || hits > best.hits) best = { c, hits };
  }
  return best?.c;
}

/** Whether a column only counts its rows: 1, 2, 3 … */
export function isNumbering(body: readonly Row[], c: number): boolean {
  const texts = body.map((row) => row[c]?.text ?? "");
  return (
    texts.length > 1 &&
    texts.every((text, n) => Number(text) === Number(texts[0]) + n && text !== "") &&
    texts[0] === "1"
  );
}
