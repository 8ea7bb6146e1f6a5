// Pages of drawing operations → the bytes of a PDF. The only file that knows pdfkit. Dates are the draft's, so that the same
// draft gives the same bytes.
import PDFDocument, { type OutlineItem } from "pdfkit/js/pdfkit.standalone.js";
import type { DocumentInfo, PageSetup } from "../../document/model";
import { BadPicture } from "../errors";
import type { FontName } from "../layout/faces";
import type { Bookmark, Op, Page } from "../layout/page";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: Uint8Array;
}

export interface PdfParts {
  readonly info: DocumentInfo;
  readonly setup: PageSetup;
  readonly pages: readonly Page[];
  readonly fonts: Readonly<Partial<Record<FontName, Uint8Array>>>;
  readonly creator: string;
  readonly attachments: readonly Attachment[];
}

const ruleWidth = 0.5;
/** Of a draft that was never saved. */
const noDate = "2000-01-01T00:00:00Z";

function dateOf(text: string): Date {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? new Date(noDate) : date;
}

function draw(pdf: PDFDocument, op: Op): void {
  switch (op.kind) {
    case "text":
      pdf.font(op.font).fontSize(op.size);
      pdf.text(op.text, op.x, op.y, { lineBreak: false, baseline: "alphabetic", characterSpacing: op.spacing });
      break;
    case "line":
      pdf.moveTo(op.x1, op.y1).lineTo(op.x2, op.y2).stroke();
      break;
    case "image":
      try {
        pdf.image(op.source, op.x, op.y, { width: op.width, height: op.height });
      } catch {
        throw new BadPicture(op.caption);
      }
      break;
  }
}

/** Headings as bookmarks, each under the one of higher rank before it. */
class Outline {
  private readonly open: { level: number; item: OutlineItem }[] = [];
  constructor(private readonly root: OutlineItem) {}

  add({ title, level }: Bookmark): void {
    while (this.open.length > 0 && (this.open[this.open.length - 1]?.level ?? 0) >= level) this.open.pop();
    const parent = this.open[this.open.length - 1]?.item ?? this.root;
    this.open.push({ level, item: parent.addItem(title, { expanded: level === 1 }) });
  }
}

function toBytes(pdf: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk) => chunks.push(chunk));
    pdf.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
    pdf.end();
  });
}

export function writePdf({ info, setup, pages, fonts, creator, attachments }: PdfParts): Promise<Uint8Array> {
  const date = dateOf(info.date);
  const size = [setup.width, setup.height];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    font: null,
    pdfVersion: "1.7",
    lang: "zh-CN",
    displayTitle: true,
    info: {
      Title: info.title,
      ...(info.author === "" ? {} : { Author: info.author }),
      ...(info.subject === "" ? {} : { Subject: info.subject }),
      Keywords: info.digest,
      Creator: creator,
      Producer: creator,
      CreationDate: date,
      ModDate: date,
    },
  });
  for (const [name, source] of Object.entries(fonts)) if (source) pdf.registerFont(name, source);
  const outline = new Outline(pdf.outline);
  for (const { ops, bookmarks } of pages) {
    pdf.addPage({ size, margin: 0 });
    pdf.lineWidth(ruleWidth);
    for (const bookmark of bookmarks) outline.add(bookmark);
    for (const op of ops) draw(pdf, op);
  }
  for (const { content, name, type, description } of attachments) {
    pdf.file(content.slice().buffer as ArrayBuffer, {
      name,
      type,
      description,
      relationship: "Source",
      creationDate: date,
      modifiedDate: date,
    });
  }
  return toBytes(pdf);
}
