// Puts a table, or some of its rows, on the clipboard for Excel, WPS and Word, and says so.
import { copyRich } from "../../clipboard/copy-rich";
import { htmlTable, tsv } from "../../clipboard/grid";
import type { TableItem } from "../../core/form-view";
import type { Store } from "../../core/store";
import type { Announcer } from "../../shell/announcer";
import { tableGrid } from "./table-grid";
import { text } from "./text";

/** `only`: indices of rows; without them the whole table goes. Whether it is on the clipboard. */
export function copyRows(store: Store, announcer: Announcer, item: TableItem, only?: readonly number[]): boolean {
  const grid = tableGrid(store, item, only ? { only } : {});
  const done = copyRich({ text: tsv(grid), html: htmlTable(grid) });
  const rows = only?.length ?? store.rows.get(item.id)?.length ?? 0;
  announcer.say(done ? text.copied(item.label, rows) : text.notCopied, 0);
  return done;
}
