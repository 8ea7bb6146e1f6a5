// 检查报告 for internal review: what is open, what was kept and why, what is still to be filled in, what people must check.
import type { FormView } from "../../core/form-view";
import type { Block, PaperDocument } from "../../document/model";
import { makeWhere } from "../export/where";
import { exportText as text } from "../text";
import { groundOf, tick } from "./checklist";
import { type Column, sheet, sheetTable, words } from "./sheet-parts";

/** The core's report, as far as it is shown (schema/meta/report.schema.json). */
export interface Report {
  readonly summary: Readonly<Record<"error" | "warning" | "advice" | "acknowledged" | "todo", number>>;
  readonly findings: readonly {
    readonly at: readonly string[];
    readonly severity: "error" | "warning" | "advice";
    readonly basis: "notice" | "form" | "standard" | "practice";
    readonly clause?: string;
    readonly message: string;
    readonly acknowledged?: string;
  }[];
  readonly todo: readonly { readonly at: string; readonly label: string; readonly section: string }[];
}

const place: Column = { head: text.reportWhere, share: 92 };
const what: Column = { head: text.reportWhat, share: 224 };
const ground: Column = { head: text.reportGround, share: 102 };
const reason: Column = { head: text.reportReason, share: 110 };
const checked: Column = { head: text.reportChecked, share: 46, sign: true };

/** What the narrative reader says: advice all of it, apart from what the form and the notice ask. */
export interface ReviewLine {
  readonly at: readonly string[];
  readonly message: string;
  /** Why it was kept. */
  readonly kept?: string;
}

/** `ticked`: ids of hand checks the applicant has marked as done. `review`: undefined when the reader could not be had. */
export function findingsReport(
  form: FormView,
  application: PaperDocument,
  report: Report,
  ticked: ReadonlySet<string>,
  review?: readonly ReviewLine[],
): PaperDocument {
  const where = makeWhere(form);
  const heads = text.reportHeads;
  const part = (
    id: string,
    title: string,
    columns: readonly Column[],
    lines: readonly (readonly string[])[],
  ): Block[] => [
    words("tableTitle", title),
    lines.length === 0 ? words("instruction", text.reportNone) : sheetTable(id, application.page, columns, lines),
  ];
  const lineOf = (finding: Report["findings"][number]): string[] => [
    finding.at.map(where).join("、"),
    finding.message,
    groundOf(form, finding.clause) || text.basis[finding.basis],
  ];
  const open = report.findings.filter(({ acknowledged }) => acknowledged === undefined);
  const kept = report.findings.filter(({ acknowledged }) => acknowledged !== undefined);
  const sections = new Map(form.sections.map(({ id, label }) => [id, label] as const));
  const { summary } = report;
  const { info } = application;
  const label = text.reportLabel;
  const facts = [
    [label.company, info.author],
    [label.title, info.subject],
    [label.form, `${form.title}（${form.edition}，${form.version}）`],
    [label.saved, info.date.slice(0, 16).replace("T", " ")],
    [label.digest, info.digest],
  ];
  const counts = text.reportCounts(summary.error, summary.warning, summary.advice, summary.acknowledged, summary.todo);
  return sheet("report", application, text.report, [
    words("documentTitle", text.report),
    words("note", text.reportNote),
    words("heading2", text.reportSummary),
    ...facts.filter(([, value]) => value !== "").map(([name, value]) => words("instruction", `${name}：${value}`)),
    words("instruction", counts),
    ...(["error", "warning", "advice"] as const).flatMap((severity) =>
      part(
        severity,
        heads[severity],
        [place, what, ground],
        open.filter((finding) => finding.severity === severity).map(lineOf),
      ),
    ),
    ...part(
      "acknowledged",
      heads.acknowledged,
      [place, what, ground, reason],
      kept.map((finding) => [...lineOf(finding), finding.acknowledged ?? ""]),
    ),
    ...(review
      ? part(
          "review",
          heads.review,
          [place, what, reason],
          review.map(({ at, message, kept = "" }) => [at.map(where).join("、"), message, kept]),
        )
      : [words("tableTitle", heads.review), words("instruction", text.reportReviewMissing)]),
    ...part(
      "todo",
      heads.todo,
      [place, what],
      report.todo.map((each) => [sections.get(each.section) ?? "", each.label]),
    ),
    ...part(
      "hand",
      heads.hand,
      [what, ground, checked],
      (form.handChecks ?? []).map((check) => [check.label, groundOf(form, check.clause), tick(ticked.has(check.id))]),
    ),
  ]);
}
