// Definition and draft → documents. Pure: the same form and draft give the same document, whatever the day.
import type { FormView } from "../core/form-view";
import { type Context, makeContext, textOf } from "./build/context";
import { numberFigures } from "./build/figures";
import { letterBlocks } from "./build/letter";
import { cover, isCover, isProse, sectionBlocks } from "./build/section";
import { draftDigest } from "./digest";
import { type DraftFile, dayOf } from "./draft-file";
import {
  type Block,
  type DocumentInfo,
  type Footer,
  type PageSetup,
  type PaperDocument,
  textHeight,
  textWidth,
} from "./model";
import { paperText } from "./text";

const millimetre = 72 / 25.4;

/** A4. */
export const page: PageSetup = {
  width: 595.28,
  height: 841.89,
  margin: { top: 25 * millimetre, right: 25 * millimetre, bottom: 25 * millimetre, left: 25 * millimetre },
};

const contextOf = (form: FormView, draft: DraftFile): Context =>
  makeContext(form, draft, textWidth(page), textHeight(page));

function infoOf(context: Context, title: string): DocumentInfo {
  const { form, draft } = context;
  const company = form.letter?.company;
  const name = form.copyOrder?.[0];
  return {
    title,
    author: company === undefined ? "" : textOf(context, company),
    subject: name === undefined ? "" : textOf(context, name),
    date: draft.saved ?? "",
    digest: draftDigest(draft),
  };
}

/** The letter is signed and sealed, so it is never called a draft. */
function footerOf({ form, draft }: Context, digest: string, isDraft: boolean): Footer {
  const parts = [
    ...(isDraft ? [paperText.draftMark] : []),
    dayOf(draft),
    paperText.version(form.edition, form.version),
    paperText.digest(digest),
  ];
  return { left: parts.filter((part) => part !== "").join(" · "), right: paperText.pages };
}

/** 申报书 (附件1): cover, form, tables, narratives. */
export function buildApplication(form: FormView, draft: DraftFile): PaperDocument {
  const context = contextOf(form, draft);
  const info = infoOf(context, form.title);
  const figures = numberFigures(context);
  const blocks: Block[] = [];
  for (const section of form.sections) {
    const apart = blocks.length > 0 && (isProse(section) || blocks[blocks.length - 1]?.kind === "cover");
    if (apart) blocks.push({ kind: "pageBreak" });
    if (isCover(section)) blocks.push(cover(context, section));
    else blocks.push(...sectionBlocks(context, section, figures));
  }
  const known = new Set(
    form.sections.flatMap(({ items }) => items.map((item) => (item.kind === "field" ? item.id : ""))),
  );
  blocks.push(...figures.filter(({ field }) => !known.has(field)).map(({ block }) => block));
  return { kind: "application", info, page, footer: footerOf(context, info.digest, true), blocks };
}

/** 承诺书 (附件2); undefined when the form has none. */
export function buildLetter(form: FormView, draft: DraftFile): PaperDocument | undefined {
  if (!form.letter) return undefined;
  const context = contextOf(form, draft);
  const info = infoOf(context, form.letter.title);
  const blocks = letterBlocks(context, form.letter);
  return { kind: "letter", info, page, footer: footerOf(context, info.digest, false), blocks };
}
