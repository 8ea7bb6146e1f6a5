// 材料清单: what to gather and what only people can check, from the definition's hand checks and conditions.
import type { FormView } from "../../core/form-view";
import type { PaperDocument } from "../../document/model";
import { exportText as text } from "../text";
import { type Column, sheet, sheetTable, words } from "./sheet-parts";

/** "通知 二（一）": where a demand stands. */
export function groundOf(form: FormView, clause: string | undefined): string {
  const found = clause === undefined ? undefined : form.clauses[clause];
  if (!found) return "";
  const source = form.sources[found.source];
  const name = source?.kind === "standard" ? (source.number ?? source.title) : text.basis[source?.kind ?? "form"];
  return `${name} ${found.where}`;
}

export const tick = (done: boolean): string => (done ? "☑" : "☐");

/** `ticked`: ids of hand checks the applicant has marked as done. */
export function checklist(form: FormView, application: PaperDocument, ticked: ReadonlySet<string>): PaperDocument {
  const item = { head: text.listItem, share: 180 };
  const hint = { head: text.listHint, share: 122 };
  const ground = { head: text.listClause, share: 80 };
  const ready: Column = { head: text.listReady, share: 38, sign: true };
  const materials = (form.handChecks ?? []).map(({ id, label, hint = "", clause }) => [
    label,
    hint,
    groundOf(form, clause),
    tick(ticked.has(id)),
  ]);
  const conditions = (form.conditions ?? []).map(({ text, clause }) => [text, groundOf(form, clause), tick(false)]);
  const title = `${form.shortTitle ?? form.title}${text.checklist}`;
  return sheet("checklist", application, title, [
    words("documentTitle", title),
    words("note", text.listNote),
    words("tableTitle", text.listMaterials),
    sheetTable("materials", application.page, [item, hint, ground, ready], materials),
    words("tableTitle", text.listConditions),
    sheetTable("conditions", application.page, [{ ...item, share: 302 }, ground, ready], conditions),
  ]);
}
