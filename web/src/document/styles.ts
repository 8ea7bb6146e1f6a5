// The looks a paragraph can have, as data for every renderer. Sizes are those of Chinese print: 小四 12, 五号 10.5, 小五 9.

/** Kinds of type: song 宋体, hei 黑体, title 小标宋. A renderer names or embeds what it has for each. */
export type Face = "song" | "hei" | "title";

export interface ParagraphStyle {
  readonly face: Face;
  readonly size: number;
  readonly align: "left" | "center" | "right" | "justify";
  /** Distance from base line to base line, as a multiple of the size. */
  readonly line: number;
  /** Of the first line, in characters. */
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  /** 1 … 3: a heading of the document's outline, kept on one page with what follows. */
  readonly level?: 1 | 2 | 3;
  /** Kept on one page with what follows, but no heading. */
  readonly keepWithNext?: boolean;
}

export const styles = {
  documentTitle: { face: "title", size: 18, align: "center", line: 1.5, before: 12, after: 18 },
  heading1: { face: "hei", size: 15, align: "center", line: 1.5, before: 6, after: 8, level: 1 },
  heading2: { face: "hei", size: 12, align: "left", line: 1.6, before: 8, after: 4, level: 2 },
  heading3: { face: "hei", size: 12, align: "left", line: 1.6, indent: 2, before: 2, level: 3 },
  tableTitle: { face: "hei", size: 12, align: "center", line: 1.4, before: 12, after: 6, level: 2 },
  body: { face: "song", size: 12, align: "justify", line: 1.6, indent: 2 },
  letter: { face: "song", size: 15, align: "justify", line: 2, indent: 2 },
  signature: { face: "song", size: 15, align: "left", line: 1.8 },
  signatureDate: { face: "song", size: 15, align: "right", line: 1.8 },
  note: { face: "song", size: 9, align: "left", line: 1.4, before: 4, after: 4 },
  instruction: { face: "song", size: 10.5, align: "left", line: 1.5, indent: 2, after: 4 },
  caption: { face: "hei", size: 10.5, align: "center", line: 1.4, before: 4, after: 8 },
  mark: { face: "hei", size: 15, align: "left", line: 1.4 },
  coverTitle: { face: "title", size: 26, align: "center", line: 1.5 },
  coverLabel: { face: "song", size: 15, align: "left", line: 1.4 },
  coverValue: { face: "song", size: 15, align: "left", line: 1.4 },
  coverIssued: { face: "song", size: 15, align: "center", line: 1.4 },
  cellHead: { face: "hei", size: 10.5, align: "center", line: 1.3 },
  cellLabel: { face: "song", size: 10.5, align: "center", line: 1.3 },
  cell: { face: "song", size: 10.5, align: "left", line: 1.3 },
  cellCenter: { face: "song", size: 10.5, align: "center", line: 1.3 },
  footer: { face: "song", size: 9, align: "left", line: 1.2 },
} as const satisfies Readonly<Record<string, ParagraphStyle>>;

export type StyleName = keyof typeof styles;

export const styleOf = (name: StyleName): ParagraphStyle => styles[name];
