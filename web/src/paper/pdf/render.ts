// A document → PDF. Pure but for the time it takes: fonts and draft are handed in.
import type { PaperDocument } from "../../document/model";
import { readFontTables } from "../fonts/font-tables";
import type { FontName, Fonts } from "../layout/faces";
import { layOut } from "../layout/layout";
import { type Attachment, writePdf } from "./write";

/** TrueType files. `rest` only where a character needs it. */
export type FontFiles = Readonly<{ song: Uint8Array; hei: Uint8Array; rest?: Uint8Array }>;

export function fontsOf(files: FontFiles): Fonts {
  return {
    song: readFontTables(files.song),
    hei: readFontTables(files.hei),
    ...(files.rest ? { rest: readFontTables(files.rest) } : {}),
  };
}

export interface PdfOptions {
  readonly creator: string;
  readonly attachments?: readonly Attachment[];
}

export function renderPdf(document: PaperDocument, files: FontFiles, options: PdfOptions): Promise<Uint8Array> {
  const pages = layOut(document, fontsOf(files));
  const used = new Set<FontName>(
    pages.flatMap(({ ops }) => ops.flatMap((op) => (op.kind === "text" ? [op.font] : []))),
  );
  const fonts: Partial<Record<FontName, Uint8Array>> = {};
  for (const name of used) {
    const file = files[name];
    if (file) fonts[name] = file;
  }
  const { info, page: setup } = document;
  return writePdf({ info, setup, pages, fonts, creator: options.creator, attachments: options.attachments ?? [] });
}
