// Where a line of Chinese may end. No line begins with a closing mark, none ends with an opening one; words of letters and digits
// stay whole while they fit. (W3C, Requirements for Chinese Text Layout, 3.1; GB/T 15834 on marks.)

const closing = new Set("，。、；：？！）】》」』〕〗〉｝］”’…—·～％‰℃,.;:?!)]}>%»›．｡､･ー々〻〞〟︶︸︺︼︾﹀﹂﹄");
const opening = new Set("（【《「『〔〖〈｛［“‘([{<«‹＄￥¥$£￡#＃〝︵︷︹︻︽︿﹁﹃№");

/** Letters, digits and what joins them in names, numbers, addresses. */
const wordCharacter = /[\p{L}\p{N}_\-+/\\@&=~*^'"`|°′″]/u;
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2460-\u27bf\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u;

export const isClosing = (character: string): boolean => closing.has(character);
export const isOpening = (character: string): boolean => opening.has(character);
const isSpace = (character: string): boolean => /^\s$/u.test(character);

const isWord = (character: string): boolean => wordCharacter.test(character) && !ideographic.test(character);

/** Whether a line may end after `left`, the next beginning with `right`; both are single characters. */
export function mayBreak(left: string, right: string): boolean {
  if (isSpace(right)) return false; // blanks stay at the end of their line
  if (isClosing(right) || isOpening(left)) return false;
  if (isSpace(left)) return true;
  return !inWord(left, right);
}

/** Whether both stand in one word or number. */
export const inWord = (left: string, right: string): boolean => joins(left) && joins(right);

/** Full stops and commas of numbers and addresses join too: 12,057.24 */
const joins = (character: string): boolean => isWord(character) || /^[.,:;%]$/.test(character);

/** Within a word, where no better place is found. */
export const mayCutWord = (left: string, right: string): boolean =>
  !isClosing(right) && !isOpening(left) && !isSpace(right);

/** Marks that never begin a line; … — % and the like only should not. */
const strict = new Set("，。、；：？！）】》」』〕〗〉｝］”’");

/** In a column so narrow that marks fill its lines. */
export const mayForce = (left: string, right: string): boolean =>
  !strict.has(right) && !isOpening(left) && !isSpace(right);

/** Marks whose ink stands in the left half of their square, and in the right half. */
const blankBehind = new Set("，。、；：）】》」』〕〗〉｝］”’");
const blankBefore = new Set("（【《「『〔〖〈｛［“‘");

/** Whether two marks stand side by side with a blank half between them (the same, 3.1.6). */
export const meet = (left: string, right: string): boolean =>
  blankBehind.has(left)
    ? blankBehind.has(right) || blankBefore.has(right) || right === "！" || right === "？"
    : blankBefore.has(left) && blankBefore.has(right);
