// A document as a thing of its own: what stands on paper, in which order and look, and which cell of the draft each word
// came from. Built from definition and draft (build.ts); every renderer (PDF, Word, print) reads nothing else.
import type { StyleName } from "./styles";

/** Points, as everywhere in this folder: 72 to the inch. */
export type Points = number;

/** JSON Pointer into the draft file: /values/indicators/1/current. */
export type Pointer = string;

/** strong: 黑体 or bold. fill: a value in a printed sentence, underlined. */
export type Look = "strong" | "fill";

/** A stretch of text of one look, without line breaks. */
export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  /** Set when the words are the draft's; words of the form have none. */
  readonly source?: Pointer;
  readonly look?: Look;
}

/** A check box before an option's label, which follows as a text run. */
export interface BoxRun {
  readonly kind: "box";
  readonly checked: boolean;
  readonly source: Pointer;
  /** The option's value in the draft. */
  readonly value: string;
}

export type Run = TextRun | BoxRun;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly style: StyleName;
  readonly runs: readonly Run[];
}

/** What a cell is to its table: a column's heading, a row's heading or label, a value, or a place where nothing goes. */
export type CellRole = "head" | "label" | "value" | "blocked";

export interface TableCell {
  /** 0-based; cells covered by another's spans are not listed. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly role: CellRole;
  /** At least one, so that an empty cell has its height. */
  readonly paragraphs: readonly Paragraph[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Id of the draft's row, of a table with rows. */
  readonly row?: string;
}

export interface Table {
  readonly kind: "table";
  /** The table's or section's id in the form. */
  readonly id: string;
  /** Together the text width. */
  readonly widths: readonly Points[];
  /** Repeated on every page. */
  readonly headRows: number;
  readonly rows: readonly TableRow[];
}

export interface Figure {
  readonly kind: "figure";
  /** Pointer to the entry of the draft's `figures`. */
  readonly source: Pointer;
  /** As in 【图n】: counted through the form. */
  readonly number: number;
  readonly image: { readonly type: string; readonly base64: string; readonly width: number; readonly height: number };
  /** On paper. */
  readonly size: { readonly width: Points; readonly height: Points };
  readonly caption: Paragraph;
}

export interface CoverLine {
  readonly label: string;
  readonly runs: readonly Run[];
}

/** A page of its own: mark at the top left, title and underlined lines in the middle, issue date at the foot. */
export interface Cover {
  readonly kind: "cover";
  readonly mark: string;
  readonly title: string;
  readonly lines: readonly CoverLine[];
  readonly issued: string;
}

export interface PageBreak {
  readonly kind: "pageBreak";
}

/** Room left free, for a seal and a signature. */
export interface Space {
  readonly kind: "space";
  readonly height: Points;
}

export type Block = Paragraph | Table | Figure | Cover | PageBreak | Space;

export interface PageSetup {
  readonly width: Points;
  readonly height: Points;
  readonly margin: { readonly top: Points; readonly right: Points; readonly bottom: Points; readonly left: Points };
}

export interface DocumentInfo {
  readonly title: string;
  /** Who applies; blank when not filled in. */
  readonly author: string;
  readonly subject: string;
  /** The draft's `saved`, RFC 3339: the only date a renderer may use. */
  readonly date: string;
  /** Ties PDF, Word and JSON together (digest.ts). */
  readonly digest: string;
}

/** The line at the foot of each page. In `right`, {page} and {pages} stand for the numbers. */
export interface Footer {
  readonly left: string;
  readonly right: string;
}

export interface PaperDocument {
  readonly kind: "application" | "letter" | "checklist" | "report";
  readonly info: DocumentInfo;
  readonly page: PageSetup;
  readonly footer: Footer;
  readonly blocks: readonly Block[];
}

export const textWidth = ({ width, margin }: PageSetup): Points => width - margin.left - margin.right;
export const textHeight = ({ height, margin }: PageSetup): Points => height - margin.top - margin.bottom;
