// The document's looks in Word's terms. Fonts are only named: those of official papers, which Word and WPS have in China;
// whoever lacks one sees what his program puts in its place.
import { type Face, type StyleName, styleOf, styles } from "../../document/styles";

/** Word counts in twentieths of a point, type in halves. */
export const twips = (points: number): number => Math.round(points * 20);
export const halves = (points: number): number => Math.round(points * 2);

const latin = "Times New Roman";
const faces: Readonly<Record<Face, string>> = { song: "宋体", hei: "黑体", title: "方正小标宋简体" };

/** Where official style knows better than the kind of type: running text in 仿宋, second-level headings in 楷体. */
const own: Partial<Record<StyleName, string>> = {
  body: "仿宋_GB2312",
  letter: "仿宋_GB2312",
  signature: "仿宋_GB2312",
  signatureDate: "仿宋_GB2312",
  instruction: "仿宋_GB2312",
  coverLabel: "仿宋_GB2312",
  coverValue: "仿宋_GB2312",
  heading3: "楷体_GB2312",
  coverIssued: "楷体_GB2312",
};

export const boxFont = "Segoe UI Symbol";

export interface FontNames {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly eastAsia: string;
  readonly cs: string;
}

const fontsOf = (eastAsia: string): FontNames => ({ ascii: latin, hAnsi: latin, eastAsia, cs: latin });

export const defaultFonts: FontNames = fontsOf(faces.song);

export const fontsOfStyle = (name: StyleName): FontNames => fontsOf(own[name] ?? faces[styleOf(name).face]);

/** Style ids of ours never meet those a program brings along. */
export const styleId = (name: StyleName): string => `fc-${name}`;

export const styleNames = Object.keys(styles) as StyleName[];
