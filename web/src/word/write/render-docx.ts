// A document as a Word file. The same document and draft give the same bytes, whenever and wherever.
import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TabStopType,
  TextRun,
} from "docx";
import {
  type Block,
  type Figure,
  type PageSetup,
  type PaperDocument,
  type Footer as PaperFooter,
  textWidth,
} from "../../document/model";
import { coverBlocks } from "./cover";
import { styleId, twips } from "./look";
import { finish } from "./package";
import { paragraph } from "./runs";
import { documentStyles } from "./styles";
import { table } from "./table";

const pointsPerPixel = 0.75;
/** A paragraph that only keeps two things apart. */
const thin = { line: 20, lineRule: LineRuleType.EXACT } as const;

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function figure({ image, size, caption, number }: Figure): Paragraph[] {
  const words = caption.runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
  const picture = new ImageRun({
    type: image.type === "image/png" ? "png" : "jpg",
    data: bytesOf(image.base64),
    transformation: { width: size.width / pointsPerPixel, height: size.height / pointsPerPixel },
    altText: { name: `图${number}`, title: words, description: words },
  });
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120 }, children: [picture] }),
    paragraph(caption),
  ];
}

type Words = string | (typeof PageNumber)[keyof typeof PageNumber];

/** "第 {page} 页" with Word's own numbers. */
function pageWords(text: string): Words[] {
  return text.split(/(\{pages?\})/).map((part) => {
    if (part === "{page}") return PageNumber.CURRENT;
    return part === "{pages}" ? PageNumber.TOTAL_PAGES : part;
  });
}

function footer({ left, right }: PaperFooter, page: PageSetup): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleId("footer"),
        tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth(page)) }],
        children: [new TextRun({ children: [left, new Tab(), ...pageWords(right)] })],
      }),
    ],
  });
}

class Body {
  readonly children: (Paragraph | Table)[] = [];
  private breaks = false;

  constructor(private readonly page: PageSetup) {}

  add(block: Block, next: Block | undefined): void {
    switch (block.kind) {
      case "pageBreak":
        this.breaks = true;
        break;
      case "paragraph":
        this.children.push(paragraph(block, this.start()));
        break;
      case "space":
        this.children.push(new Paragraph({ ...this.start(), spacing: { ...thin, before: twips(block.height) } }));
        break;
      case "table":
        // Two tables with nothing between would grow together.
        if (this.breaks || this.children[this.children.length - 1] instanceof Table) this.gap();
        this.children.push(table(block, next?.kind === "paragraph" && next.style === "note"));
        break;
      case "figure":
        if (this.breaks) this.gap();
        this.children.push(...figure(block));
        break;
      case "cover":
        this.children.push(...coverBlocks(block, this.page));
    }
  }

  /** Word wants a paragraph after the last table. */
  end(): void {
    if (this.children[this.children.length - 1] instanceof Table) this.gap();
  }

  private gap(): void {
    this.children.push(new Paragraph({ ...this.start(), spacing: thin }));
  }

  private start(): { pageBreakBefore?: true } {
    const { breaks } = this;
    this.breaks = false;
    return breaks ? { pageBreakBefore: true } : {};
  }
}

/** `draft`: the draft's JSON, to travel inside. */
export async function renderDocx(paper: PaperDocument, draft?: string): Promise<Uint8Array> {
  const { info, page } = paper;
  const body = new Body(page);
  for (const [n, block] of paper.blocks.entries()) body.add(block, paper.blocks[n + 1]);
  body.end();
  const made = new Document({
    creator: info.author,
    lastModifiedBy: info.author,
    title: info.title,
    subject: info.subject,
    styles: documentStyles(),
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.margin.top),
              right: twips(page.margin.right),
              bottom: twips(page.margin.bottom),
              left: twips(page.margin.left),
              footer: twips(page.margin.bottom * 0.55),
            },
          },
        },
        footers: { default: footer(paper.footer, page) },
        children: body.children,
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(made));
  return finish(packed, info.date, draft);
}
