// The form as the core hands it over: form.json with years filled in, code lists inlined, slots and table numbers added.
// The page lays out whatever stands here; it names no field.

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

export type FieldType = "text" | "longText" | "integer" | "decimal" | "percent" | "date" | "choice" | "choices";

export type Scheme = "words" | "codePoints" | "codePointsNoSpace" | "utf16Units" | "han";

export interface Limit {
  readonly count: Scheme;
  readonly max?: number;
  readonly about?: number;
  readonly low?: number;
  readonly high?: number;
  readonly clause?: string;
}

export interface Topic {
  readonly id: string;
  readonly label: string;
}

/** How the printed form lays an item out, where that does not follow from what it is (ARCHITECTURE.md §3.1). */
export interface PrintHints {
  readonly as?: "cover";
  readonly half?: boolean;
  readonly boxes?: boolean;
  readonly label?: boolean;
  readonly oneCell?: boolean;
  readonly under?: boolean;
  readonly joined?: boolean;
}

interface Described {
  readonly hint?: string;
  readonly clause?: string;
  readonly print?: PrintHints;
}

/** What a scalar field and a column have in common: everything but the place. */
export interface FieldSpec extends Described {
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly required?: boolean;
  /** Required only at times; the label says when. */
  readonly requiredWhen?: { readonly label: string };
  readonly placeholder?: string;
  readonly unit?: string;
  /** Of a value with a form of its own: a credit code, an address of some kind. */
  readonly format?: string;
  /** Decimal text. */
  readonly min?: string;
  readonly options?: readonly Option[];
  readonly exclusive?: string;
  readonly limit?: Limit;
  readonly figures?: boolean;
  readonly covers?: readonly Topic[];
  readonly notApplicable?: readonly string[];
}

export interface FieldItem extends FieldSpec {
  readonly kind: "field";
  readonly slot: number;
}

export interface ColumnView extends FieldSpec {
  readonly header?: boolean;
  /** Says in which unit its row is. */
  readonly units?: boolean;
}

export interface MirrorItem extends Described {
  readonly kind: "mirror";
  readonly of: string;
  readonly label: string;
  readonly slot: number;
}

export interface GroupItem extends Described {
  readonly kind: "group";
  readonly label: string;
  readonly sentence?: string;
  readonly note?: string;
  readonly items: readonly Item[];
}

export interface ColumnGroup {
  readonly label?: string;
  readonly field?: string;
  readonly slot?: number;
  readonly columns: readonly string[];
}

export interface SeedRow {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly blocked?: readonly string[];
  readonly types?: Readonly<Record<string, Partial<Pick<FieldSpec, "type" | "unit" | "min">>>>;
  readonly hint?: string;
}

/** A value shown beside a cell and never stored: the core computes it. */
export interface DerivedView {
  readonly id: string;
  /** Column beside whose cell it stands. */
  readonly at: string;
  /** What stands before the value. */
  readonly label?: string;
  readonly unit?: string;
  readonly signed?: boolean;
  /** Keys of seeded rows; all rows without it. */
  readonly rows?: readonly string[];
}

export interface TableItem extends Described {
  readonly kind: "table";
  readonly id: string;
  readonly label: string;
  readonly table: number;
  readonly rows: "fixed" | "editable" | "dynamic";
  readonly columns: readonly ColumnView[];
  readonly columnGroups?: readonly ColumnGroup[];
  readonly seed?: readonly SeedRow[];
  readonly keyedAs?: string;
  readonly derived?: readonly DerivedView[];
  readonly numbered?: boolean;
  readonly startRows?: number;
  readonly maxRows?: number;
  readonly note?: string;
}

export interface NoteItem {
  readonly kind: "note";
  readonly text: string;
  readonly clause?: string;
}

export type Item = FieldItem | GroupItem | MirrorItem | TableItem | NoteItem;

export interface SectionView {
  readonly id: string;
  readonly label: string;
  readonly part?: string;
  readonly note?: string;
  readonly hint?: string;
  readonly clause?: string;
  readonly print?: PrintHints;
  readonly items: readonly Item[];
}

export interface SourceView {
  readonly kind: "notice" | "form" | "standard";
  readonly title: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly url?: string;
}

export interface ClauseView {
  readonly source: string;
  readonly where: string;
  readonly quote?: string;
}

export interface Letter {
  readonly part?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly company?: string;
}

export interface Condition {
  readonly id: string;
  readonly text: string;
  readonly clause?: string;
  readonly rules?: readonly string[];
}

export interface HandCheck {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly clause?: string;
}

export interface Deadline {
  readonly label: string;
  readonly date: string;
  readonly clause?: string;
  readonly note?: string;
}

export interface FormView {
  /** How many pictures an application should have, how heavy they should be, and how large (pixels) they are kept. */
  readonly figures?: {
    readonly count?: number;
    readonly kilobytes?: number;
    readonly totalKilobytes?: number;
    readonly longEdge?: number;
  };
  readonly id: string;
  readonly edition: string;
  readonly version: string;
  readonly year: number;
  readonly title: string;
  readonly shortTitle?: string;
  readonly issued?: string;
  readonly sources: Readonly<Record<string, SourceView>>;
  readonly clauses: Readonly<Record<string, ClauseView>>;
  readonly sections: readonly SectionView[];
  readonly letter?: Letter;
  readonly conditions?: readonly Condition[];
  readonly handChecks?: readonly HandCheck[];
  readonly deadlines?: readonly Deadline[];
  readonly copyOrder?: readonly string[];
}
