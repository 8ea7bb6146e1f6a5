// Look-ups made once from the form: which field a slot shows, where it stands, what it is called.
import type { ColumnView, FieldItem, FieldSpec, FormView, Item, SeedRow, TableItem } from "./form-view";

export interface CellPlace {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

export interface Place {
  /** Of fields and tables in the form's order. */
  readonly position: number;
  readonly row: number;
  readonly column: number;
}

export interface ScalarEntry {
  readonly field: FieldItem;
  readonly section: string;
  readonly position: number;
}

export interface TableEntry {
  readonly item: TableItem;
  readonly section: string;
  readonly position: number;
  readonly seeds: ReadonlyMap<string, SeedRow>;
  readonly columns: readonly ColumnView[];
}

export class FormIndex {
  /** By slot. */
  readonly scalars = new Map<number, ScalarEntry>();
  /** By id. */
  readonly fields = new Map<string, FieldItem>();
  /** By id. */
  readonly tables = new Map<string, TableEntry>();

  /** By slot: of fields that stand side by side under one label, 主导产品（1） and 主导产品（2）. */
  private readonly numbered = new Map<number, string>();

  constructor(readonly form: FormView) {
    let position = 0;
    const walk = (items: readonly Item[], section: string): void => {
      for (const item of items) {
        if (item.kind === "field") {
          this.scalars.set(item.slot, { field: item, section, position: position++ });
          this.fields.set(item.id, item);
        } else if (item.kind === "table") {
          const seeds = new Map((item.seed ?? []).map((seed) => [seed.key, seed] as const));
          this.tables.set(item.id, { item, section, position: position++, seeds, columns: item.columns });
        } else if (item.kind === "group") {
          walk(item.items, section);
        }
      }
    };
    for (const section of form.sections) {
      walk(section.items, section.id);
      this.numberLikes(section.items);
    }
  }

  /** What a field is called where its label alone would not tell it from its neighbour. */
  nameOf(slot: number): string | undefined {
    return this.numbered.get(slot) ?? this.scalars.get(slot)?.field.label;
  }

  private numberLikes(items: readonly Item[]): void {
    const fields = items.filter((item): item is FieldItem => item.kind === "field");
    for (const { slot, label } of fields) {
      const likes = fields.filter((other) => other.label === label);
      if (likes.length < 2) continue;
      this.numbered.set(slot, `${label}（${likes.findIndex((like) => like.slot === slot) + 1}）`);
    }
    for (const item of items) if (item.kind === "group") this.numberLikes(item.items);
  }
}

/** A column as it is in one row: a seeded row may have another type or unit. */
export function columnInRow(column: ColumnView, seed: SeedRow | undefined): FieldSpec {
  const over = seed?.types?.[column.id];
  return over ? { ...column, ...over } : column;
}

/** Whether the cell's text comes from the form and is only shown. */
export function isFixedCell(column: ColumnView, seed: SeedRow | undefined): boolean {
  return column.header === true && seed !== undefined;
}

export function isBlocked(column: ColumnView, seed: SeedRow | undefined): boolean {
  return seed?.blocked?.includes(column.id) ?? false;
}
