// Paragraphs and tables in their order. Written as generators: whoever runs them can stop for breath between two paragraphs.
import type { Block, Origin, Paragraph } from "./blocks";
import { cellText } from "./blocks";
import type { Context } from "./context";
import { buildTable, type RawCell, type RawRow } from "./grid";
import { Inline } from "./inline";
import { listPlace, outlineLevel } from "./styles";
import { attribute, childOf, childrenOf, findIn, isOn, numberOf, under, valOf } from "./xml";

type Steps<T> = Generator<void, T>;

/** What a deleted paragraph mark leaves to the next paragraph. */
interface Carried {
  text: string;
  pictures: Paragraph["pictures"];
}

export class BodyReader {
  private carried: Carried | undefined;

  constructor(
    private readonly context: Context,
    private readonly origin: Origin,
  ) {}

  *read(parent: Element): Steps<Block[]> {
    const blocks: Block[] = [];
    yield* this.into(blocks, parent);
    if (this.carried) {
      const { text, pictures } = this.carried;
      blocks.push(this.context.paragraph(text, this.origin, { pictures }));
    }
    return blocks;
  }

  private *into(blocks: Block[], parent: Element): Steps<void> {
    this.context.enter();
    for (const element of childrenOf(parent)) {
      switch (element.localName) {
        case "p":
          yield;
          yield* this.paragraph(blocks, element);
          break;
        case "tbl":
          blocks.push(yield* this.table(element));
          break;
        case "r":
        case "hyperlink":
        case "oMathPara": {
          // Not where Word puts them; their words count all the same.
          const inline = new Inline(this.context);
          inline.readOne(element);
          blocks.push(this.context.paragraph(inline.text, this.origin, { pictures: inline.pictures }));
          yield* this.attached(blocks, inline);
          break;
        }
        case "altChunk":
          this.context.tell("embeddedDocument");
          break;
        case "del":
        case "moveFrom":
          this.context.tell("deletedText");
          break;
        case "sdt": {
          const content = childOf(element, "sdtContent");
          if (isOn(childOf(element, "sdtPr"), "showingPlcHdr")) this.context.tell("placeholder");
          else if (content) yield* this.into(blocks, content);
          break;
        }
        case "AlternateContent": {
          const choice = childOf(element, "Choice") ?? childOf(element, "Fallback");
          if (choice) yield* this.into(blocks, choice);
          break;
        }
        case "sectPr":
        case "sdtPr":
        case "tcPr":
        case "customXmlPr":
          break;
        default:
          // Wrappers: insertions, custom XML.
          yield* this.into(blocks, element);
      }
    }
    this.context.leave();
  }

  private *paragraph(blocks: Block[], element: Element): Steps<void> {
    const { context, origin } = this;
    const properties = childOf(element, "pPr");
    const inline = new Inline(context);
    inline.read(element);
    const before = this.carried;
    const text = (before?.text ?? "") + inline.text;
    const shift = before?.text.length ?? 0;
    const pictures = [
      ...(before?.pictures ?? []),
      ...inline.pictures.map((place) => ({ ...place, at: place.at + shift })),
    ];
    this.carried = undefined;
    if (under(properties, "rPr", "del") ?? under(properties, "rPr", "moveFrom")) {
      if (text !== "" || pictures.length > 0) this.carried = { text, pictures };
    } else {
      const style = context.styles.facts(valOf(properties, "pStyle"));
      const place = listPlace(properties) ?? style.list;
      const list = place && place.list !== "0" ? context.numbering.next(place) : undefined;
      const level = outlineLevel(properties) ?? style.level;
      blocks.push(context.paragraph(text, origin, { pictures, level, list, caption: style.caption }));
    }
    yield* this.attached(blocks, inline);
  }

  /** Text boxes, diagrams and notes follow the paragraph they hang on. */
  private *attached(blocks: Block[], inline: Inline): Steps<void> {
    const { context, origin } = this;
    for (const box of inline.boxes) {
      blocks.push(...(yield* new BodyReader(context, origin === "body" ? "box" : origin).read(box)));
    }
    for (const text of inline.diagrams) blocks.push(context.paragraph(text, "box"));
    for (const { number, content } of inline.notes) {
      const lines = yield* new BodyReader(context, "note").read(content);
      const text = lines.map(flatten).join("\n").trim();
      blocks.push(context.paragraph(`[注${number}] ${text}`, "note"));
    }
  }

  private *table(element: Element): Steps<Block> {
    const id = this.context.id();
    const rows: RawRow[] = [];
    yield* this.rows(rows, element);
    return buildTable(id, rows);
  }

  private *rows(rows: RawRow[], parent: Element): Steps<void> {
    this.context.enter();
    for (const element of childrenOf(parent)) {
      if (element.localName === "tr") {
        yield;
        this.context.countRow();
        const properties = childOf(element, "trPr");
        if (childOf(properties, "del")) {
          if (findIn(element, "delText") ?? findIn(element, "t")) this.context.tell("deletedText");
          continue;
        }
        const cells: RawCell[] = [];
        yield* this.cells(cells, element);
        rows.push({ skip: numberOf(valOf(properties, "gridBefore")) ?? 0, cells });
      } else if (/^(sdt|sdtContent|customXml|ins|AlternateContent|Choice)$/.test(element.localName)) {
        yield* this.rows(rows, element);
      }
    }
    this.context.leave();
  }

  private *cells(cells: RawCell[], parent: Element): Steps<void> {
    this.context.enter();
    for (const element of childrenOf(parent)) {
      if (element.localName === "tc") cells.push(yield* this.cell(element));
      else if (/^(sdt|sdtContent|customXml|ins)$/.test(element.localName)) yield* this.cells(cells, element);
    }
    this.context.leave();
  }

  private *cell(element: Element): Steps<RawCell> {
    const properties = childOf(element, "tcPr");
    const goesOn = (name: string): boolean => {
      const merge = childOf(properties, name);
      return merge !== undefined && (attribute(merge, "val") ?? "continue") === "continue";
    };
    const deleted = childOf(properties, "cellDel") !== undefined;
    const blocks = deleted ? [] : yield* new BodyReader(this.context, this.origin).read(element);
    if (deleted) this.context.tell("deletedText");
    const nested = blocks.some(({ kind }) => kind === "table");
    if (nested) this.context.tell("nestedTable");
    return {
      span: numberOf(valOf(properties, "gridSpan")) ?? 1,
      above: goesOn("vMerge"),
      before: goesOn("hMerge"),
      paragraphs: blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : this.flat(block))),
      nested,
    };
  }

  /** A table in a cell: its rows as lines. */
  private flat(table: Extract<Block, { kind: "table" }>): Paragraph[] {
    return table.grid.map((_, r) => {
      const cells = table.cells.filter(({ row }) => row === r);
      const text = cells.map((cell) => cellText(cell).replace(/\n+/g, " ")).join("\t");
      const pictures = cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => paragraph.pictures));
      return this.context.paragraph(text, this.origin, {
        pictures: pictures.map((place) => ({ ...place, at: text.length })),
      });
    });
  }
}

function flatten(block: Block): string {
  return block.kind === "paragraph" ? block.text : block.cells.map(cellText).join("\t");
}
