// Which font draws which character. Song is the text, hei the headings, rest what song has not; a character that none has is
// shown as 〓, the printers' sign for one that is missing, after the user was told.
import type { Face } from "../../document/styles";
import type { FontTables } from "../fonts/font-tables";

export type FontName = "song" | "hei" | "rest";

export interface Fonts {
  readonly song: FontTables;
  readonly hei: FontTables;
  /** Not loaded while nothing needs it. */
  readonly rest?: FontTables;
}

export const missing = "〓";

/** Marks that belong to the character before them. */
const mark = /^\p{M}$/u;

/** Characters with their marks. */
export function clusters(text: string): readonly string[] {
  const out: string[] = [];
  for (const character of text) {
    if (out.length > 0 && mark.test(character)) out[out.length - 1] += character;
    else out.push(character);
  }
  return out.map((cluster) => (cluster.length > 1 ? cluster.normalize("NFC") : cluster));
}

const hasAll = (font: FontTables | undefined, cluster: string): boolean =>
  font !== undefined && [...cluster].every((character) => font.has(character.codePointAt(0) ?? 0));

/** The font that has the whole cluster, undefined when none has. */
export function fontOf(fonts: Fonts, face: Face, cluster: string): FontName | undefined {
  if (face !== "song" && hasAll(fonts.hei, cluster)) return "hei";
  if (hasAll(fonts.song, cluster)) return "song";
  return hasAll(fonts.rest, cluster) ? "rest" : undefined;
}

/** A heading is set in one font: a single character from another looks like a mistake. */
export const faceFor = (fonts: Fonts, face: Face, text: string): Face =>
  face !== "song" && clusters(text).every((cluster) => /^\s$/u.test(cluster) || hasAll(fonts.hei, cluster))
    ? face
    : "song";

export const advanceOf = (fonts: Fonts, font: FontName, cluster: string): number =>
  [...cluster].reduce((sum, character) => sum + (fonts[font]?.advance(character.codePointAt(0) ?? 0) ?? 0), 0);
