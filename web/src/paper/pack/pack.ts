// The material pack: everything made of the draft in one ZIP, for the boss, the bureau and the file. The same draft gives the same
// bytes.
import { strToU8, type Zippable, zipSync } from "fflate";
import type { DraftFile } from "../../document/draft-file";
import { safeName } from "../../exchange/file-name";
import { extensionOf } from "../../figures/kind";
import type { App } from "../../shell/app";
import { renderDocx } from "../../word/write/render-docx";
import type { Prepared } from "../export/documents";
import { pdfBytes } from "../export/export-pdf";
import type { Progress } from "../export/job";
import type { FontFiles } from "../pdf/render";
import { exportText as text } from "../text";
import { checklist } from "./checklist";
import { findingsReport, type Report, type ReviewLine } from "./findings-report";

/** Files that are packed already gain nothing. */
const stored = { level: 0 } as const;

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The draft's own clock time: ZIP knows no zones, and the packer writes what the clock of this place would say. */
export function zipTime(saved: string | undefined): Date {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(saved ?? "");
  if (!parts) return new Date(1980, 0, 1);
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  return new Date(Math.max(1980, year), month - 1, ...(rest as [number, number, number]));
}

function figureFiles(draft: DraftFile): Zippable {
  const files: Zippable = {};
  let kept = 0;
  for (const [n, figure] of (draft.figures ?? []).entries()) {
    if (!figure.data) continue;
    const caption = safeName(figure.caption);
    const number = figure.field === undefined ? text.keptPicture(++kept) : `图${n + 1}`;
    const name = `${number}${caption === "" ? "" : ` ${caption}`}.${extensionOf(figure.type)}`;
    files[`${text.figures}/${name}`] = [bytesOf(figure.data), stored];
  }
  return files;
}

export async function packBytes(
  app: App,
  prepared: Prepared,
  fonts: FontFiles,
  progress: Progress,
  review?: readonly ReviewLine[],
): Promise<Uint8Array> {
  const { form } = app.store;
  const { application, letter, draft, json } = prepared;
  const report = JSON.parse(await app.store.report()) as Report;
  const ticked = new Set(app.store.checked.value);
  const files: Zippable = { [`${text.draft}.json`]: strToU8(json) };

  await progress(text.stages.pages, 0.6);
  files[`${text.application}.pdf`] = [await pdfBytes(application, fonts, json), stored];
  files[`${text.application}.docx`] = [await renderDocx(application, json), stored];
  await progress(text.stages.pages, 0.75);
  if (letter) {
    files[`${text.letter}.pdf`] = [await pdfBytes(letter, fonts), stored];
    files[`${text.letter}.docx`] = [await renderDocx(letter), stored];
  }
  await progress(text.stages.pages, 0.85);
  files[`${text.checklist}.pdf`] = [await pdfBytes(checklist(form, application, ticked), fonts), stored];
  files[`${text.report}.pdf`] = [
    await pdfBytes(findingsReport(form, application, report, ticked, review), fonts),
    stored,
  ];
  Object.assign(files, figureFiles(draft));
  await progress(text.stages.files, 0.95);
  return zipSync(files, { level: 6, mtime: zipTime(draft.saved) });
}
