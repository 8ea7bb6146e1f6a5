// Finds the headings under which the form's long texts stand. The same words may be a heading of the applicant's own further
// down: what is surest wins.
import type { Paragraph } from "../read/blocks";
import { isBlank, keyOf, likeness, Squashed, squash, withoutBrackets } from "./normal";
import type { Heading, Outline } from "./outline";

export interface HeadingHit {
  readonly heading: Heading;
  readonly paragraph: Paragraph;
  /** Where the heading ends and what follows it in the same paragraph begins. */
  readonly end: number;
  readonly sure: number;
}

const lead = /^(?:第?[(]?([一二三四五六七八九十\d]+)[)]?[、.:章节]?)?/;
const arabic = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const chinese = "〇一二三四五六七八九十";

const sameNumber = (a: string, b: string): boolean => a === b || arabic[chinese.indexOf(b)] === a;

/** How sure it is that a paragraph is this heading: 0 is no. */
export function headingIn(paragraph: Paragraph, heading: Heading): HeadingHit | undefined {
  const squashed = new Squashed(paragraph.text);
  const own = lead.exec(squashed.text);
  const start = own?.[0].length ?? 0;
  const core = squash(heading.core);
  const at = squashed.text.startsWith(core, start) ? start : squashed.text.startsWith(core) ? 0 : -1;
  if (at < 0) return undefined;
  const tail = squashed.text.slice(at + core.length);
  const bracket = /^\([^()]{0,30}\)/.exec(tail)?.[0] ?? "";
  const limit = /\d+字|字以内|字左右/.test(bracket);
  const mark = /^[。.:;]+/.exec(tail.slice(bracket.length))?.[0] ?? "";
  const rest = tail.slice(bracket.length + mark.length);
  if (rest !== "" && mark === "" && !limit) return undefined;
  const printed = squash(paragraph.list ?? "").replace(/[^一二三四五六七八九十\d]/g, "");
  const number = (at > 0 ? own?.[1] : undefined) ?? printed;
  const numbered = number !== "" && sameNumber(number, heading.number);
  const other = number !== "" && !numbered;
  const styled = paragraph.level !== undefined;
  const sure = (numbered ? 4 : 0) + (limit ? 3 : 0) + (styled ? 1 : 0) + (rest === "" ? 1 : 0) - (other ? 1 : 0);
  if (sure <= 0) return undefined;
  return { heading, paragraph, end: squashed.after(at + core.length + bracket.length + mark.length), sure };
}

/** For each heading of the form the surest paragraph, the first of equals. In steps: each paragraph is held to each heading. */
export function* findHeadings(
  outline: Outline,
  paragraphs: readonly Paragraph[],
): Generator<void, ReadonlyMap<number, HeadingHit>> {
  const hits = new Map<number, HeadingHit>();
  for (const heading of outline.headings) {
    let best: HeadingHit | undefined;
    for (const paragraph of paragraphs) {
      if (isBlank(paragraph.text) || paragraph.text.length > 4000) continue;
      yield;
      const hit = headingIn(paragraph, heading);
      if (hit && hit.sure > (best?.sure ?? 0)) best = hit;
    }
    if (best) hits.set(best.paragraph.id, best);
  }
  return hits;
}

/** Whether a text is the form's guidance to a heading: it names most of what the text must contain, and says little else. */
export function isGuidance(heading: Heading, text: string): boolean {
  const key = keyOf(text);
  if (key === "") return false;
  const hint = keyOf(heading.hint);
  if (hint !== "" && (hint.includes(key) || key.startsWith(hint) || likeness(hint, key) >= 0.7)) return true;
  const { topics } = heading;
  if (topics.length === 0) return false;
  const names = (topic: string): boolean => key.includes(keyOf(topic)) || key.includes(keyOf(withoutBrackets(topic)));
  const words = topics.reduce((sum, topic) => sum + keyOf(topic).length, 0);
  return topics.filter(names).length / topics.length >= 0.6 && key.length <= words * 2 + 60;
}
