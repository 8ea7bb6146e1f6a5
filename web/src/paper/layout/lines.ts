// A paragraph broken into lines, each a few pieces of text with their places.
import type { Paragraph, Points, Run } from "../../document/model";
import { type ParagraphStyle, styleOf } from "../../document/styles";
import { advanceOf, clusters, type FontName, type Fonts, faceFor, fontOf, missing } from "./faces";
import { inWord, isClosing, isOpening, mayBreak, mayCutWord, mayForce, meet } from "./line-break";

export interface Piece {
  readonly text: string;
  readonly font: FontName;
  readonly x: Points;
  readonly width: Points;
  /** Added after each character. */
  readonly spacing: Points;
  readonly underline: boolean;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly size: Points;
  readonly height: Points;
}

interface Glyph {
  readonly text: string;
  readonly font: FontName;
  readonly width: Points;
  /** What its square is narrower than the font has it, since a mark follows a mark. */
  readonly tight: Points;
  readonly underline: boolean;
}

const ballot = { true: "☑", false: "☐" } as const;
const isBlank = (text: string): boolean => /^\s$/u.test(text);
/** Room to write in is a blank that counts: it neither hangs over the edge nor vanishes at the end of a line. */
const hangs = ({ text, underline }: Glyph): boolean => !underline && isBlank(text);
/** What a glyph is to the rules of line breaking: room to write in stays whole, as a word does. */
const ruleText = (glyph: Glyph | undefined): string =>
  glyph === undefined ? "" : glyph.underline && isBlank(glyph.text) ? "_" : glyph.text;

const wordsOf = (run: Run): string => (run.kind === "box" ? ballot[`${run.checked}`] : run.text);

function glyphsOf(paragraph: Paragraph, style: ParagraphStyle, fonts: Fonts): readonly Glyph[] {
  const face = faceFor(fonts, style.face, paragraph.runs.map(wordsOf).join(""));
  const glyphs = paragraph.runs.flatMap((run) => {
    const underline = run.kind === "text" && run.look === "fill";
    const own = run.kind === "text" && run.look === "strong" ? faceFor(fonts, "hei", run.text) : face;
    return clusters(wordsOf(run)).map((cluster) => {
      const font = fontOf(fonts, own, cluster);
      const text = font === undefined ? missing : cluster;
      const used = font ?? "song";
      return { text, font: used, width: advanceOf(fonts, used, text) * style.size, tight: 0, underline };
    });
  });
  return glyphs.map((glyph, at) => tightened(glyph, glyphs[at + 1], style.size));
}

/** Of two marks that meet only one keeps its blank half: ”； and 、“ would stand apart like words. */
function tightened(glyph: Glyph, next: Glyph | undefined, size: Points): Glyph {
  const square = Math.abs(glyph.width - size) < 0.01 * size;
  if (next === undefined || !square || !meet(glyph.text, next.text)) return glyph;
  return { ...glyph, width: glyph.width - size / 2, tight: size / 2 };
}

/** Ends of lines in `glyphs`, each the index after its last glyph. */
function breaks(glyphs: readonly Glyph[], width: Points, indent: Points): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  let room = width - indent;
  while (from < glyphs.length) {
    let used = 0;
    let to = from;
    // Blanks may hang over the edge.
    while (to < glyphs.length) {
      const glyph = glyphs[to] as Glyph;
      if (used + glyph.width > room + 0.001 && !hangs(glyph)) break;
      used += glyph.width;
      to++;
    }
    if (to < glyphs.length) to = bestBreak(glyphs, from, Math.max(to, from + 1), room);
    ends.push(to);
    from = to;
    room = width;
  }
  return ends;
}

/** Lines in the middle of a cell look best of equal length: as narrow as the same number of lines allows. */
function balanced(glyphs: readonly Glyph[], width: Points, size: Points): readonly number[] {
  let best = breaks(glyphs, width, 0);
  for (let room = width - size; best.length > 1 && room > width / 2; room -= size) {
    const narrower = breaks(glyphs, room, 0);
    if (narrower.length > best.length) break;
    best = narrower;
  }
  return best;
}

/** What of a mark's square is blank, or can be in need. */
const blankPart = 0.6;

/** How much narrower a mark can be set: a closing one is blank behind, an opening one before. */
function slackOf(glyphs: readonly Glyph[], at: number): Points {
  const glyph = glyphs[at];
  const next = glyphs[at + 1];
  if (!glyph) return 0;
  const yields = isClosing(glyph.text) || (next !== undefined && isOpening(glyph.text) && isOpening(next.text));
  return yields ? (glyph.width + glyph.tight) * blankPart - glyph.tight : 0;
}

/** Where nothing before `to` may end the line: the next place that may, if the marks up to it can be set so narrow. */
function squeezedBreak(glyphs: readonly Glyph[], from: number, to: number, room: Points): number | undefined {
  let least = 0;
  for (let at = from; at < glyphs.length; at++) {
    const glyph = glyphs[at] as Glyph;
    if (at > to && mayForce(ruleText(glyphs[at - 1]), ruleText(glyph))) return at;
    // What is blank of the last may hang over the edge.
    least += glyph.width - slackOf(glyphs, at);
    if (least > room + 0.001) return undefined;
  }
  return glyphs.length;
}

/** The last place at or before `to` where the line may end; a word longer than the line is cut, marks that fill it are squeezed. */
function bestBreak(glyphs: readonly Glyph[], from: number, to: number, room: Points): number {
  // Blanks alone are no line.
  let ink = from;
  while (ink < to && hangs(glyphs[ink] as Glyph)) ink++;
  for (const allowed of [mayBreak, mayCutWord, mayForce]) {
    for (let at = to; at > ink; at--) {
      if (allowed(ruleText(glyphs[at - 1]), ruleText(glyphs[at]))) return at;
    }
  }
  return squeezedBreak(glyphs, from, to, room) ?? to;
}

/** Beyond this, in ems, spread letters look worse than a ragged edge. */
const mostSpread = 0.12;

/** Whether a justified line may be wider after this glyph: not within a word or a number. */
const spreads = (glyphs: readonly Glyph[], at: number): boolean =>
  at + 1 < glyphs.length && !inWord(ruleText(glyphs[at]), ruleText(glyphs[at + 1]));

function setLine(glyphs: readonly Glyph[], style: ParagraphStyle, width: Points, indent: Points, last: boolean): Line {
  let end = glyphs.length;
  while (end > 0 && hangs(glyphs[end - 1] as Glyph)) end--;
  const shown = glyphs.slice(0, end);
  const natural = shown.reduce((sum, glyph) => sum + glyph.width, 0);
  const slack = Math.max(0, width - indent - natural);
  const squeezable = shown.reduce((sum, _, at) => sum + slackOf(shown, at), 0);
  const over = natural - (width - indent);
  const squeeze = over > 0.001 && squeezable > 0 ? Math.min(1, over / squeezable) : 0;
  let spacing = 0;
  let x = indent;
  if (style.align === "center") x += slack / 2;
  else if (style.align === "right") x += slack;
  else if (style.align === "justify" && !last) {
    const each = slack / shown.filter((_, at) => spreads(shown, at)).length;
    if (each > 0 && each <= mostSpread * style.size) spacing = each;
  }
  const pieces: Piece[] = [];
  for (const [at, { text, font, width: own, tight, underline }] of shown.entries()) {
    const after = squeeze > 0 ? -squeeze * slackOf(shown, at) : spreads(shown, at) ? spacing : 0;
    const between = after - tight;
    const before = pieces[pieces.length - 1];
    if (before && before.font === font && before.underline === underline && before.spacing === between) {
      pieces[pieces.length - 1] = { ...before, text: before.text + text, width: before.width + own + after };
    } else {
      pieces.push({ text, font, x, width: own + after, spacing: between, underline });
    }
    x += own + after;
  }
  return { pieces, size: style.size, height: style.size * style.line };
}

export function linesOf(paragraph: Paragraph, fonts: Fonts, width: Points): readonly Line[] {
  const style = styleOf(paragraph.style);
  const glyphs = glyphsOf(paragraph, style, fonts);
  // What the applicant indented keeps its own blanks.
  const indent = glyphs.length > 0 && isBlank(glyphs[0]?.text ?? "") ? 0 : (style.indent ?? 0) * style.size;
  if (glyphs.length === 0) return [{ pieces: [], size: style.size, height: style.size * style.line }];
  let from = 0;
  const ends = style.align === "center" ? balanced(glyphs, width, style.size) : breaks(glyphs, width, indent);
  return ends.map((to, n) => {
    const line = setLine(glyphs.slice(from, to), style, width, n === 0 ? indent : 0, to === glyphs.length);
    from = to;
    return line;
  });
}
