// Which reader takes a file: told by its first bytes and its name, since a Word file is imported, a draft is opened, and a PDF
// of ours has a draft inside.
import type { App } from "../shell/app";
import { lazily } from "../shell/lazily";
import { text } from "../text/zh-cn";
import { menuText } from "./text";

/** ZIP, and the compound files of older Office. */
const officeStarts = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

const pdfStart = [0x25, 0x50, 0x44, 0x46]; // %PDF
const officeName = /\.(docx?|docm|dotx?|odt|rtf|wps|xlsx?|pptx?)$/i;

async function startOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 4).arrayBuffer());
  } catch {
    return new Uint8Array(); // whoever reads it next will say so
  }
}

const begins = (start: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, i) => start[i] === byte);

export async function openAnyFile(app: App, file: File): Promise<void> {
  const start = await startOf(file);
  if (begins(start, pdfStart)) {
    const load = () => import("../paper/pdf/open-pdf");
    return lazily(app, text.open, load, ({ openPdf }) => openPdf(app, file));
  }
  // All drafts together are a ZIP, too.
  const isArchive = /\.zip$/i.test(file.name);
  const isOffice = officeName.test(file.name) || officeStarts.some((bytes) => begins(start, bytes));
  if (isArchive || !isOffice) return app.desk.openFile(file);
  const load = () => import("../word/open-word");
  await lazily(app, menuText.wordFile, load, ({ importWord }) => importWord(app, file));
}
