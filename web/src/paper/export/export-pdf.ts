// A document of the draft as PDF. The application carries the draft inside.
import type { PaperDocument } from "../../document/model";
import { type FontFiles, renderPdf } from "../pdf/render";
import { exportText as text } from "../text";

/** `json`: the draft to attach, if any. */
export function pdfBytes(document: PaperDocument, files: FontFiles, json?: string): Promise<Uint8Array> {
  const content = json === undefined ? undefined : new TextEncoder().encode(json);
  const attachments = content
    ? [{ name: text.attachmentName, type: "application/json", description: text.attachment, content }]
    : [];
  return renderPdf(document, files, { creator: text.creator, attachments });
}
