// The draft as the core writes it (ARCHITECTURE.md §4), and how its values are reached.
import type { Pointer } from "./model";

export type DraftValue = string | readonly string[];

export interface DraftRow {
  readonly id: string;
  readonly key?: string;
  readonly [column: string]: DraftValue | undefined;
}

export interface DraftFigure {
  readonly id: string;
  /** Id of the narrative it stands in; missing for a picture that is only kept. */
  readonly field?: string;
  readonly caption: string;
  /** image/jpeg or image/png. */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Base64. A draft that only names its pictures is completed before it gets here; what could not be found is missing. */
  readonly data: string;
}

export interface DraftValues {
  readonly [id: string]: DraftValue | readonly DraftRow[] | DraftValues | undefined;
}

export interface DraftFile {
  readonly format: string;
  readonly form: { readonly id: string; readonly edition: string; readonly version: string };
  readonly saved?: string;
  readonly values: DraftValues;
  readonly figures?: readonly DraftFigure[];
}

/** One reference token of a JSON Pointer (RFC 6901). */
const token = (name: string | number): string => String(name).replace(/~/g, "~0").replace(/\//g, "~1");

export const pointer = (...path: readonly (string | number)[]): Pointer =>
  path.map((name) => `/${token(name)}`).join("");

export const fieldPointer = (id: string): Pointer => pointer("values", ...id.split("."));

export const cellPointer = (table: string, row: number, column: string): Pointer =>
  pointer("values", table, row, column);

/** Of a field by its dotted id; blank when it is not there. */
export function valueAt(draft: DraftFile, id: string): DraftValue {
  let node: unknown = draft.values;
  for (const name of id.split(".")) {
    if (typeof node !== "object" || node === null) return "";
    node = (node as Readonly<Record<string, unknown>>)[name];
  }
  return asValue(node);
}

/** Anything but a text or a list of texts reads as blank: the core has put it aside. */
export function asValue(node: unknown): DraftValue {
  if (typeof node === "string") return node;
  return Array.isArray(node) && node.every((part) => typeof part === "string") ? (node as readonly string[]) : "";
}

export const asText = (value: DraftValue): string => (typeof value === "string" ? value : value.join("\n"));
export const asList = (value: DraftValue): readonly string[] =>
  typeof value === "string" ? (value === "" ? [] : [value]) : value;

/** The rows of a table as the draft has them; undefined when it does not name the table. */
export function rowsOf(draft: DraftFile, table: string): readonly DraftRow[] | undefined {
  const rows = draft.values[table];
  return Array.isArray(rows) ? (rows as readonly DraftRow[]) : undefined;
}

/** The first sixteen characters of `saved` are date and time; its day is what paper shows. */
export const dayOf = (draft: DraftFile): string => draft.saved?.slice(0, 10) ?? "";
