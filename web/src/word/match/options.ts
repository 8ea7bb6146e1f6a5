// Which options are ticked: □ ☐ ☑ ☒ ■ √ before or behind the words, or simply the words that were left standing.
import type { FieldSpec, Option } from "../../core/form-view";
import { isBlank, keyOf, Squashed, squash } from "./normal";
import { type CellReading, emptyCell, found, notUnderstood } from "./result";

const on = "☑☒■√✓✔▣◼◉●⦿✗✘╳";
const off = "□☐○◯〇▢◻";
const marks = new RegExp(`[${on}${off}]|\\[[xX√✓ ]?\\]|\\([√✓]\\)|口(?=\\S)`, "gu");

/** Far above a cell with all its options and their boxes; a longer text is not a choice. */
const longest = 8000;

interface Hit {
  readonly option: Option;
  readonly from: number;
  readonly to: number;
}

export interface OptionReading extends CellReading {
  /** What was read, as ranges of the original text. */
  readonly read: readonly (readonly [number, number])[];
}

const isOn = (mark: string): boolean => new RegExp(`[${on}xX]`, "u").test(mark);

/** Every place where the words of an option stand; the longest words first, so that 国家级 is not read as 级. */
function hitsIn(text: string, options: readonly Option[]): Hit[] {
  const hits: Hit[] = [];
  const free = (from: number, to: number): boolean => hits.every((hit) => to <= hit.from || from >= hit.to);
  const byLength = [...options].sort((a, b) => b.label.length - a.label.length);
  for (const option of byLength) {
    const words = squash(option.label);
    for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
      if (words !== "" && free(from, from + words.length)) hits.push({ option, from, to: from + words.length });
    }
  }
  return hits.sort((a, b) => a.from - b.from);
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly on: boolean;
}

/** 口, the character for mouth, is a box only where others stand before options too. */
function marksIn(text: string, hits: readonly Hit[]): Mark[] {
  const outside = (at: number): boolean => hits.every((hit) => at < hit.from || at >= hit.to);
  return [...text.matchAll(marks)]
    .filter((match) => outside(match.index) && (match[0] !== "口" || hits.some(({ from }) => from === match.index + 1)))
    .map((match) => ({ from: match.index, to: match.index + match[0].length, on: isOn(match[0]) }));
}

/** Whether marks stand before their options: one before the first says so, else which word they stand nearer to. */
function standBefore(squashed: Squashed, hits: readonly Hit[], all: readonly Mark[]): boolean {
  const first = hits[0];
  if (first && all.some(({ to }) => to <= first.from)) return true;
  const gap = (from: number, to: number): number => squashed.at(to) - squashed.after(from);
  let nearerToNext = 0;
  for (const mark of all) {
    const before = hits.filter(({ to }) => to <= mark.from).pop();
    const after = hits.find(({ from }) => from >= mark.to);
    if (!after) nearerToNext--;
    else if (before) nearerToNext += Math.sign(gap(before.to, mark.from) - gap(mark.to, after.from));
  }
  return nearerToNext > 0;
}

/** The marks that belong to each option: those between it and its neighbour on the side where the form has its boxes. */
function ticksOf(squashed: Squashed, hits: readonly Hit[], all: readonly Mark[]): boolean[] {
  const { text } = squashed;
  const before = standBefore(squashed, hits, all);
  return hits.map((hit, i) => {
    const from = before ? (hits[i - 1]?.to ?? 0) : hit.to;
    const to = before ? hit.from : (hits[i + 1]?.from ?? text.length);
    return all.some((mark) => mark.on && mark.from >= from && mark.to <= to);
  });
}

/** `raw` with boxes or without. Gives the ranges that were read, so that words added by hand are not lost. */
export function readOptions(spec: FieldSpec, raw: string): OptionReading {
  const options = spec.options ?? [];
  if (raw.length > longest) return { ...notUnderstood(raw), read: [[0, raw.length]] };
  const squashed = new Squashed(raw);
  const { text } = squashed;
  if (isBlank(text)) return { ...emptyCell, raw, read: [] };
  const hits = hitsIn(text, options);
  const all = marksIn(text, hits);
  const read = [...hits, ...all].map(({ from, to }) => [squashed.at(from), squashed.after(to)] as const);
  const give = (cell: CellReading): OptionReading => ({ ...cell, read });
  if (all.length > 0 && hits.length > 0) {
    const ticks = ticksOf(squashed, hits, all);
    const chosen = distinct(hits.filter((_, i) => ticks[i]).map(({ option }) => option));
    return give(chosenOf(spec, chosen, raw));
  }
  const named = distinct(hits.map(({ option }) => option));
  if (named.length > 1 && named.length === options.length && options.length > 2) return give({ ...emptyCell, raw });
  if (named.length > 0 && restIsSmall(text, hits)) return give(chosenOf(spec, named, raw));
  const one = optionOf(options, raw);
  const whole = [[0, raw.length]] as const;
  return one ? { ...found(one.value, raw), read: whole } : { ...notUnderstood(raw), read: whole };
}

function distinct(options: readonly Option[]): Option[] {
  return options.filter((option, i) => options.findIndex(({ value }) => value === option.value) === i);
}

function chosenOf(spec: FieldSpec, chosen: readonly Option[], raw: string): CellReading {
  if (chosen.length === 0) return { ...emptyCell, raw };
  const values = (spec.options ?? []).filter((option) => chosen.some(({ value }) => value === option.value));
  if (spec.type === "choices") return found(values.map(({ value }) => value).join("\n"), raw);
  const [only] = values;
  return only && values.length === 1 ? found(only.value, raw) : notUnderstood(raw);
}

function restIsSmall(text: string, hits: readonly Hit[]): boolean {
  const read = hits.reduce((sum, { from, to }) => sum + to - from, 0);
  return keyOf(text).length <= read;
}

/** The option a text means without any box: 通用设备制造业, C34, 温岭市, 浙江省台州市温岭市. Undefined when it could be several. */
function optionOf(options: readonly Option[], raw: string): Option | undefined {
  const key = keyOf(raw);
  if (key === "") return undefined;
  const only = (list: readonly Option[]): Option | undefined => (list.length === 1 ? list[0] : undefined);
  const names = (option: Option): string[] => {
    const label = keyOf(option.label);
    const value = keyOf(option.value);
    // A code may stand before its name: C34 通用设备制造业.
    const bare = label.startsWith(value) ? label.slice(value.length) : label;
    const digits = value.replace(/^[a-z]+/, "");
    return [label, value, bare, digits + bare, keyOf((option.group ?? "") + option.label)];
  };
  const equal = options.filter((option) => names(option).includes(key));
  if (equal.length > 0) return only(equal);
  const bareOf = (option: Option): string => names(option)[2] ?? "";
  const ends = options.filter((option) => bareOf(option).length >= 2 && key.endsWith(bareOf(option)));
  if (ends.length > 0) return only(ends) ?? only(ends.filter(({ group }) => group && key.includes(keyOf(group))));
  const inside = options.filter((option) => bareOf(option).length >= 3 && key.includes(bareOf(option)));
  if (inside.length > 0) return only(inside);
  return key.length >= 4 ? only(options.filter((option) => keyOf(option.label).includes(key))) : undefined;
}
