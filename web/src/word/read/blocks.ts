// What a Word file says, without how it looks: paragraphs and tables in reading order. Nothing here knows Word's markup and
// nothing knows the form.

export interface Picture {
  /** Path inside the file; the same picture shown twice has one path. */
  readonly path: string;
  /** As the file's ending says: image/png, image/jpeg, … "" when it cannot be told. */
  readonly type: string;
  /** Missing when the file does not hold it (it is only linked), or it is a drawing that is no picture: a chart, a diagram. */
  readonly bytes?: Uint8Array;
  readonly alt?: string;
}

export interface PicturePlace {
  readonly picture: Picture;
  /** In the paragraph's text. */
  readonly at: number;
}

/** Where in the file a paragraph stands. */
export type Origin = "body" | "box" | "note" | "header" | "footer" | "comment";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly id: number;
  /** Soft breaks are \n, tabs \t; the number of a list is not in it. */
  readonly text: string;
  /** 1–9 of a heading. */
  readonly level?: number;
  /** By its style what stands below a picture. */
  readonly caption?: boolean;
  /** The number or mark that Word puts before it. */
  readonly list?: string;
  readonly pictures: readonly PicturePlace[];
  readonly origin: Origin;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Of nested tables too, a row as one paragraph with tabs. */
  readonly paragraphs: readonly Paragraph[];
  /** Whether a table stood inside. */
  readonly nested: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly id: number;
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly Cell[];
  /** [row][column]; a merged cell stands in all of its places. */
  readonly grid: readonly (readonly (Cell | undefined)[])[];
}

export type Block = Paragraph | Table;

export type NoteCode = "deletedText" | "unreadableDrawing" | "embeddedDocument" | "nestedTable" | "placeholder";

/** Something the reader has to say about the file as a whole. */
export interface ReadNote {
  readonly code: NoteCode;
  readonly count: number;
}

export interface WordDocument {
  readonly blocks: readonly Block[];
  readonly notes: readonly ReadNote[];
  /** The draft that our own export put inside: JSON text. */
  readonly draft?: string;
}

export function cellText(cell: Cell): string {
  return cell.paragraphs.map(({ text, list }) => (list ? `${list}${text}` : text)).join("\n");
}

export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else for (const cell of block.cells) yield* cell.paragraphs;
  }
}
