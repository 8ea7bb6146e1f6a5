// Where one is on the way through the form, what stands there, and how far what was copied still holds.
import { type ComputedRef, computed, type Ref, ref } from "vue";
import type { Store } from "../core/store";
import { type CopyFigure, figuresOf } from "./figures";
import { type CopyItem, copyItems } from "./items";
import { type CopyCell, tableCells, wholeTable } from "./table-cells";
import { copyText } from "./text";
import type { Ticks } from "./ticks";

export type ItemState = "blank" | "open" | "fresh" | "stale";

export interface Standing {
  readonly state: ItemState;
  /** Of a table that was begun cell by cell. */
  readonly cells?: { readonly done: number; readonly all: number } | undefined;
}

/** The place after the last item. */
const endPlace = "end";

const figureContent = ({ id, caption, data }: CopyFigure): string => `${id}\n${caption}\n${data.length}`;

export class Walk {
  readonly items: ComputedRef<readonly CopyItem[]>;
  /** The number of items when one has come to the end. */
  readonly at: Ref<number> = ref(0);
  /** Undefined while a table is copied whole. */
  readonly cell: Ref<number | undefined> = ref();
  readonly current: ComputedRef<CopyItem | undefined>;
  /** Of the table one is at. */
  readonly cells: ComputedRef<readonly CopyCell[]>;
  readonly currentCell: ComputedRef<CopyCell | undefined>;

  constructor(
    private readonly store: Store,
    private readonly ticks: Ticks,
    /** Whether one starts with a table's first cell. */
    private readonly byCell: Readonly<Ref<boolean>>,
  ) {
    const figures = computed(() => {
      void store.revision.value;
      return figuresOf(store);
    });
    this.items = computed(() => copyItems(store, figures.value));
    this.current = computed(() => this.items.value[this.at.value]);
    this.cells = computed(() => (this.current.value ? this.cellsOf(this.current.value) : []));
    this.currentCell = computed(() => (this.cell.value === undefined ? undefined : this.cells.value[this.cell.value]));
  }

  /** What the address says: title, or table/row/column. */
  get place(): string {
    const item = this.current.value;
    if (!item) return endPlace;
    const cell = this.currentCell.value;
    return cell ? `${item.id}/${cell.id}` : item.id;
  }

  /** Goes where a place says; a cell that is no more leads to its table. False when there is no such item. */
  goTo(place: string): boolean {
    if (place === endPlace) {
      this.enter(this.items.value.length, undefined);
      return true;
    }
    const slash = place.indexOf("/");
    const id = slash < 0 ? place : place.slice(0, slash);
    const n = this.items.value.findIndex((item) => item.id === id);
    if (n < 0) return false;
    this.enter(n, undefined);
    const cell = slash < 0 ? -1 : this.cells.value.findIndex((one) => one.id === place.slice(slash + 1));
    if (cell >= 0) this.cell.value = cell;
    return true;
  }

  /** To the next cell of a table that is walked by cells, else to the next item. */
  next(): void {
    const { value: cell } = this.cell;
    if (cell !== undefined && cell + 1 < this.cells.value.length) this.cell.value = cell + 1;
    else this.arrive(Math.min(this.at.value + 1, this.items.value.length));
  }

  previous(): void {
    const { value: cell } = this.cell;
    if (cell !== undefined && cell > 0) this.cell.value = cell - 1;
    else if (this.at.value > 0) this.arrive(this.at.value - 1);
  }

  walkCells(yes: boolean): void {
    this.cell.value = yes && this.cells.value.length > 0 ? 0 : undefined;
  }

  cellsOf(item: CopyItem): readonly CopyCell[] {
    return item.kind === "table" ? tableCells(this.store, item.table, copyText.row) : [];
  }

  standing(item: CopyItem): Standing {
    if (this.isBlank(item)) return { state: this.ticks.state(item.id, "") === "stale" ? "stale" : "blank" };
    const state = this.ticks.state(item.id, this.content(item));
    if (state !== "none" || item.kind !== "table") return { state: state === "none" ? "open" : state };
    const filled = this.cellsOf(item).filter(({ slot }) => this.store.text(slot) !== "");
    const done = filled.filter((cell) => this.cellState(item, cell) === "fresh").length;
    return { state: "open", cells: done > 0 ? { done, all: filled.length } : undefined };
  }

  cellState(item: CopyItem, cell: CopyCell): ItemState {
    const blank = this.store.text(cell.slot) === "";
    const state = this.ticks.state(`${item.id}/${cell.id}`, this.cellContent(cell));
    if (blank) return state === "stale" ? "stale" : "blank";
    return state === "none" ? "open" : state;
  }

  /** What stands here has been copied. A table is when each of its cells is, and with it they are. */
  tick(): void {
    const item = this.current.value;
    if (!item) return;
    const cell = this.currentCell.value;
    const ticked: (readonly [string, string])[] = [];
    const tickCell = (one: CopyCell): number => ticked.push([`${item.id}/${one.id}`, this.cellContent(one)]);
    if (cell) {
      tickCell(cell);
      this.ticks.tick(ticked);
      const left = this.cells.value.some((one) => !["fresh", "blank"].includes(this.cellState(item, one)));
      if (!left) this.ticks.tick([[item.id, this.content(item)]]);
    } else {
      for (const one of this.cells.value) tickCell(one);
      this.ticks.tick([[item.id, this.content(item)], ...ticked]);
    }
  }

  isBlank(item: CopyItem): boolean {
    if (item.kind === "field") return this.store.text(item.field.slot) === "";
    return item.kind === "table" && this.cellsOf(item).every(({ slot }) => this.store.text(slot) === "");
  }

  private enter(at: number, cell: number | undefined): void {
    this.at.value = at;
    this.cell.value = cell;
  }

  private arrive(at: number): void {
    this.enter(at, undefined);
    if (this.byCell.value && this.current.value?.kind === "table") this.walkCells(true);
  }

  private content(item: CopyItem): string {
    if (this.isBlank(item)) return "";
    if (item.kind === "field") return this.store.text(item.field.slot);
    return item.kind === "figure"
      ? figureContent(item.figure)
      : JSON.stringify(wholeTable(this.store, item.table).rows);
  }

  /** With its row: a value that moved up or down stands elsewhere in the portal's table too. */
  private cellContent({ row, slot }: CopyCell): string {
    const text = this.store.text(slot);
    return text === "" ? "" : `${row}\n${text}`;
  }
}
