// Makes the file that was asked for: documents, fonts, the look whether every character has a glyph, pages, bytes.
import "../pdf/old-engines";
import { paperFileName } from "../../exchange/file-name";
import type { App } from "../../shell/app";
import { Cancelled } from "../errors";
import { needsRest, type Uncovered, uncoveredIn } from "../fonts/coverage";
import { hasFont, loadFont } from "../fonts/load-fonts";
import { type FontFiles, fontsOf } from "../pdf/render";
import { exportText as text } from "../text";
import { type Prepared, prepareDocuments } from "./documents";
import { pdfBytes } from "./export-pdf";
import type { Progress, What } from "./job";

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

async function loadFonts({ application, letter }: Prepared, progress: Progress) {
  const documents = letter ? [application, letter] : [application];
  await progress(text.stages.fonts, 0.15);
  const [song, hei] = await Promise.all([loadFont("song"), loadFont("hei")]);
  let files: FontFiles = { song, hei };
  if (hasFont("rest") && needsRest(documents, fontsOf(files))) {
    await progress(text.stages.rest, 0.4);
    files = { ...files, rest: await loadFont("rest") };
  }
  return { files, uncovered: uncoveredIn(documents, fontsOf(files)) };
}

/** `ask`: whether to go on although some characters have no glyph. Rejects with Cancelled when not. */
export async function makeFile(
  app: App,
  what: Exclude<What, "print">,
  progress: Progress,
  ask: (uncovered: readonly Uncovered[]) => Promise<boolean>,
): Promise<MadeFile> {
  const prepared = await prepareDocuments(app);
  const { files, uncovered } = await loadFonts(prepared, progress);
  if (uncovered.length > 0 && !(await ask(uncovered))) throw new Cancelled();
  await progress(text.stages.pages, 0.6);
  const name = (title: string, ending: string): string => paperFileName(app.store, new Date(), title, ending);
  if (what === "pack") {
    const { packBytes } = await import("../pack/pack");
    const { reviewLines } = await import("../../review/on-paper");
    const bytes = await packBytes(app, prepared, files, progress, await reviewLines(app));
    return { name: name(text.pack, "zip"), bytes, type: "application/zip" };
  }
  if (what === "letter" && prepared.letter) {
    const bytes = await pdfBytes(prepared.letter, files);
    return { name: name(prepared.letter.info.title, "pdf"), bytes, type: "application/pdf" };
  }
  const bytes = await pdfBytes(prepared.application, files, prepared.json);
  return { name: name(prepared.application.info.title, "pdf"), bytes, type: "application/pdf" };
}
