// What a stop of the walk puts on the clipboard.
import type { Rich } from "../clipboard/copy-rich";
import { htmlTable, tsv } from "../clipboard/grid";
import type { Store } from "../core/store";
import type { CopyOptions } from "./options";
import { wholeTable, withoutHeadings } from "./table-cells";
import { copiedText, withoutMarkers } from "./values";
import type { Walk } from "./walk";

export interface Copied {
  /** For the message. */
  readonly label: string;
  readonly rich: Rich;
  /** Of a table. */
  readonly size?: { readonly rows: number; readonly columns: number };
}

/** Undefined when nothing was filled in here. */
export function copiedHere(store: Store, walk: Walk, options: CopyOptions): Copied | undefined {
  const item = walk.current.value;
  if (!item) return undefined;
  const cell = walk.currentCell.value;
  if (cell) {
    const text = copiedText(cell.field, store.text(cell.slot));
    return text === "" ? undefined : { label: `${cell.rowName} ${cell.column}`, rich: { text } };
  }
  if (walk.isBlank(item)) return undefined;
  const label = item.group === undefined ? item.label : `${item.group} ${item.label}`;
  if (item.kind === "field") {
    const text = copiedText(item.field, store.text(item.field.slot));
    return { label, rich: { text: item.field.figures && options.skipMarkers ? withoutMarkers(text) : text } };
  }
  if (item.kind === "figure") return { label, rich: { text: item.figure.caption } };
  const whole = wholeTable(store, item.table);
  const { head, rows } = options.withRowHeads ? whole : withoutHeadings(item.table, whole);
  const cells = rows.map((row) => row.map((text) => ({ text })));
  const grid = options.withHead ? [head.map((text) => ({ text, header: true })), ...cells] : cells;
  const rich = { text: tsv(grid), html: htmlTable(grid) };
  return { label, rich, size: { rows: rows.length, columns: head.length } };
}
