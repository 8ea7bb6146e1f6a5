// When two headings mean the same: width, case, blanks, brackets and numbering aside. What stands in brackets is a unit or a
// remark, 2024年 and 2024年度 are one year.

const brackets = /[([{（【〔《][^)\]}）】〕》]*[)\]}）】〕》]/g;

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** What is longer names nothing; it is compared as it is. */
const longest = 400;

export function normalName(text: string): string {
  if (text.length > longest) return text;
  const plain = folded(text).replace(/^(?:\d{1,2}|[一二三四五六七八九十]+)[、.)](?=\D)|^其中[:,]?/, "");
  const bare = plain.replace(brackets, "");
  return (bare === "" ? plain : bare).replace(/(\d{4})年?度?/g, "$1").replace(/[:,;、。*·_"'“”‘’-]/g, "");
}

export const sameName = (a: string, b: string): boolean => normalName(a) !== "" && normalName(a) === normalName(b);

/** One name within the other, long enough to mean something. */
export function partOf(a: string, b: string): boolean {
  const [x, y] = [normalName(a), normalName(b)];
  const shorter = x.length < y.length ? x : y;
  return shorter.length >= 2 && !/^[\d.%]+$/.test(shorter) && (x.includes(y) || y.includes(x));
}

/** What stands in brackets or after 单位：; 营业收入（万元） → 万元. */
export function unitIn(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const plain = folded(text);
  const said = /单位[:]?([^()，,;；]+)/.exec(plain)?.[1];
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].pop()?.[1];
  return said ?? inBrackets;
}
