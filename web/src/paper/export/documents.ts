// The draft as it stands, as documents.
import { buildApplication, buildLetter } from "../../document/build";
import type { DraftFile } from "../../document/draft-file";
import type { PaperDocument } from "../../document/model";
import type { App } from "../../shell/app";
import { currentDraft } from "./current-draft";

export interface Prepared {
  readonly json: string;
  readonly draft: DraftFile;
  readonly application: PaperDocument;
  readonly letter: PaperDocument | undefined;
}

export async function prepareDocuments(app: App): Promise<Prepared> {
  const { form } = app.store;
  const { json, draft } = await currentDraft(app);
  return { json, draft, application: buildApplication(form, draft), letter: buildLetter(form, draft) };
}
