// A paste that may be a block of cells: one cell goes in as ordinary text, more are shown in a preview first.
import { type Block, isSingle } from "../clipboard/block";
import { readHtml, withoutStyles } from "../clipboard/read-html";
import { readTsv } from "../clipboard/read-tsv";
import { parseInert } from "../core/trusted";
import type { App } from "../shell/app";
import { text as pageText } from "../text/zh-cn";
import { oneLine, valueFor } from "./fit";
import { insertText } from "./insert-text";
import { targetOf } from "./target";
import { text } from "./text";

export interface Clip {
  readonly html: string;
  readonly plain: string;
}

export interface PastePlace {
  /** Id of the table. */
  readonly table: string;
  readonly row: number;
  readonly column: number;
  /** The control that has the focus. */
  readonly box: HTMLElement;
}

function blockOf({ html, plain }: Clip): Block | undefined {
  const fromHtml = html === "" ? undefined : readHtml(parseInert(withoutStyles(html), "text/html"));
  return fromHtml ?? readTsv(plain);
}

function asText({ plain }: Clip, { box }: PastePlace): void {
  const many = box.dataset.lines === "many";
  insertText(box, many ? plain.replace(/\r\n?/g, "\n") : oneLine(plain));
}

export async function beginPaste(app: App, clip: Clip, place: PastePlace): Promise<void> {
  const block = blockOf(clip);
  const entry = app.store.index.tables.get(place.table);
  if (!entry || !block) return asText(clip, place);
  const target = targetOf(app.store, entry, { row: place.row, column: place.column }, pageText.rowName);
  if (isSingle(block) && block.outside.length === 0) {
    const only = block.rows[0]?.[0]?.text ?? "";
    const cell = target.rows[place.row]?.cells[place.column];
    const value = cell?.field.options ? valueFor(cell.field, only) : undefined;
    if (cell?.slot !== undefined && value !== undefined) app.store.choose(cell.slot, value);
    else asText({ html: "", plain: only }, place);
    return;
  }
  await app.views.open({
    id: "paste",
    kind: "dialog",
    title: text.title(entry.item.label),
    load: () => import("./paste-dialog.vue"),
    props: {
      block,
      target,
      plain: () => asText(clip, place),
      canPlain: place.box instanceof HTMLInputElement || place.box instanceof HTMLTextAreaElement,
    },
  });
}
