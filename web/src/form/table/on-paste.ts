// Tells at once whether a paste may be a block of cells, since the browser must know whether it is to paste by itself; what it
// is and where it goes is found out by code that is loaded then.
import type { App } from "../../shell/app";

/** For a table's paste. `rowIndex` finds a row by its id. */
export function onTablePaste(app: App, table: string, event: ClipboardEvent, rowIndex: (id: string) => number): void {
  const box = event.target;
  const cell = box instanceof HTMLElement ? box.closest<HTMLElement>("[data-c]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  const data = event.clipboardData;
  if (!(box instanceof HTMLElement) || !cell || !row || !data) return;
  const html = data.getData("text/html");
  const plain = data.getData("text/plain");
  const lines = plain.replace(/(?:\r\n?|\n)$/, "");
  const many = box.dataset.lines === "many";
  const cells = /<table[\s>]/i.test(html);
  const block = /\t/.test(lines) || (/[\r\n]/.test(lines) && (cells || !many)) || (cells && lines === "");
  // Excel ends even a single cell with a line break, which a text of one line would take for one.
  const trail = lines !== plain && !many;
  const choice = box instanceof HTMLSelectElement || box.matches("[type=checkbox]");
  if (!block && !trail && !choice) return;
  event.preventDefault();
  const place = { table, row: rowIndex(row.dataset.row ?? ""), column: Number(cell.dataset.c), box };
  void Promise.all([import("../../paste/begin"), app.store.rest.came(), app.ready()]).then(([{ beginPaste }, here]) =>
    here ? beginPaste(app, { html, plain }, place) : undefined,
  );
}
