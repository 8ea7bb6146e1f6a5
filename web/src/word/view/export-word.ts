// The application or the letter as a Word file to take away.
import { buildApplication, buildLetter } from "../../document/build";
import type { DraftFile } from "../../document/draft-file";
import { saveBlob } from "../../exchange/download";
import { paperFileName } from "../../exchange/file-name";
import { wholeDraft } from "../../figures/whole-draft";
import type { App } from "../../shell/app";
import { wordText } from "../text";
import { renderDocx } from "../write/render-docx";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export async function exportWord(app: App, what: "application" | "letter"): Promise<void> {
  const { store, banners } = app;
  const now = new Date();
  const json = await wholeDraft(app, now);
  const draft = JSON.parse(json) as DraftFile;
  const isLetter = what === "letter";
  const paper = isLetter ? buildLetter(store.form, draft) : buildApplication(store.form, draft);
  if (!paper) return;
  // The letter is signed: it carries no draft.
  const bytes = await renderDocx(paper, isLetter ? undefined : json);
  const name = paperFileName(store, now, paper.info.title, "docx");
  saveBlob(name, new Blob([bytes.slice()], { type }));
  banners.show({ topic: "exchange", tone: "plain", text: wordText.exported(name) });
}
