// What an import comes to: pure data. For every cell of the form what the document says, and what the document says besides.
import type { Origin, Picture, ReadNote } from "../read/blocks";

/** absent: the document has no such cell. */
export type Reading = "found" | "empty" | "notUnderstood" | "absent";

export interface CellReading {
  readonly state: Reading;
  /** As the draft would hold it; choices joined by \n. */
  readonly value: string;
  /** As it stands in the document. */
  readonly raw: string;
}

export interface ScalarReading extends CellReading {
  readonly slot: number;
  /** What other places in the document say of the same cell, where they differ. */
  readonly others?: readonly string[];
}

export interface RowReading {
  /** Of a row the form begins with. */
  readonly key?: string;
  /** By column. */
  readonly cells: Readonly<Record<string, CellReading>>;
}

export interface TableReading {
  readonly table: string;
  readonly rows: readonly RowReading[];
}

export interface Leftover {
  readonly text: string;
  readonly origin: Origin;
  /** The heading or caption it stands under; "" at the beginning. */
  readonly under: string;
}

export interface PictureReading {
  readonly picture: Picture;
  /** The cell in whose text it stands as a line of its own, and that line; none when it stands elsewhere. */
  readonly slot?: number;
  readonly marker?: string;
  /** What stands below it, and the same without 图1. */
  readonly captionLine?: string;
  readonly caption?: string;
  readonly under: string;
}

export type MatchNote = "tableAsLines" | "listNumbers";

export interface ImportResult {
  readonly scalars: readonly ScalarReading[];
  /** Tables that the document has. */
  readonly tables: readonly TableReading[];
  readonly leftovers: readonly Leftover[];
  readonly pictures: readonly PictureReading[];
  /** Recognised as the form's own words. */
  readonly formText: readonly string[];
  /** The words that became values, as they stand in the document. */
  readonly valueText: readonly string[];
  readonly readNotes: readonly ReadNote[];
  readonly notes: readonly { readonly code: MatchNote; readonly count: number }[];
  /** How much of the form the document has: cells that are not absent. */
  readonly known: number;
}

export const absent: CellReading = { state: "absent", value: "", raw: "" };
export const emptyCell: CellReading = { state: "empty", value: "", raw: "" };
export const found = (value: string, raw: string): CellReading => ({ state: "found", value, raw });
export const notUnderstood = (raw: string): CellReading => ({ state: "notUnderstood", value: "", raw });
