// The draft's cells by their JSON Pointers and back: the reader speaks of places in a draft, the page of slots.
import type { Store } from "../core/store";
import { cellPointer, fieldPointer } from "../document/draft-file";

export class Cells {
  private readonly slots = new Map<string, number>();

  /** As the rows stand now. */
  constructor(store: Store) {
    for (const { id, slot } of store.index.fields.values()) this.slots.set(fieldPointer(id), slot);
    for (const [id, { columns }] of store.index.tables) {
      for (const [n, row] of (store.rows.get(id) ?? []).entries()) {
        for (const [c, column] of columns.entries()) this.slots.set(cellPointer(id, n, column.id), row.slot + c);
      }
    }
  }

  slot(pointer: string): number | undefined {
    return this.slots.get(pointer);
  }

  entries(): IterableIterator<[pointer: string, slot: number]> {
    return this.slots.entries();
  }
}
