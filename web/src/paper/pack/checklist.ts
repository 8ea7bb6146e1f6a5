// 材料清单: what to gather and what only people can check, from the definition's hand checks and conditions.
import type { FormView } from "../../core/form-view";
import type { PaperDocument } from "../../document/model";
import { exportText as text } from "../text";
import { sheet, sheetTable, words } from "./sheet-parts";

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
  const columns = [
    { head: text.reportNumber, share: 30 },
    { head: text.listItem, share: 190 },
    { head: text.listHint, share: 140 },
    { head: text.listClause, share: 65 },
    { head: text.listReady, share: 36 },
  ];
  const materials = (form.handChecks ?? []).map(({ id, label, hint = "", clause }) => [
    label,
    hint,
    groundOf(form, clause),
    tick(ticked.has(id)),
  ]);
  const conditions = (form.conditions ?? []).map(({ text: condition, clause }) => [
    condition,
    "",
    groundOf(form, clause),
    "☐",
  ]);
  const title = `${form.shortTitle ?? form.title}${text.checklist}`;
  return sheet("checklist", application, title, [
    words("documentTitle", title),
    words("note", text.listNote),
    words("tableTitle", text.listMaterials),
    sheetTable("materials", application.page, columns, materials),
    words("tableTitle", text.listConditions),
    sheetTable("conditions", application.page, columns, conditions),
  ]);
}
