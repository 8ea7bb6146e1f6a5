// 打开 for a PDF of ours: the draft inside it is opened like a draft file.

import { incomingText } from "../../exchange/text";
import type { App } from "../../shell/app";
import { text } from "../../text/zh-cn";
import { exportText } from "../text";
import { readAttachedDraft } from "./read-attached";

/** A PDF with many pictures holds each twice. */
const largest = 80 * 1024 * 1024;

export async function openPdf({ desk, dialogs }: App, file: File): Promise<void> {
  const refuse = (line: string) =>
    dialogs.ask({
      title: incomingText.openFailed(file.name),
      lines: [line, incomingText.openFailedEnd],
      cancel: text.understood,
    });
  if (file.size > largest) {
    await refuse(exportText.pdfTooLarge);
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    await refuse(incomingText.unreadable);
    return;
  }
  const draft = readAttachedDraft(bytes);
  if (draft) await desk.openContent(file.name, draft, incomingText.opened(file.name));
  else await refuse(exportText.noAttachment);
}
