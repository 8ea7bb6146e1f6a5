// The inside of a paragraph: text as it is seen when all changes are accepted. Deleted text, codes of fields and the second
// drawing of a text box are left out; ticks are told by one pair of characters, however they were made.

import { ticked, unticked } from "../ticks";
import type { PicturePlace } from "./blocks";
import type { Context } from "./context";
import { findGraphics } from "./graphics";
import { symbolText, textInFont } from "./symbols";
import { attribute, childOf, childrenOf, findIn, isOn, numberOf, under, valOf } from "./xml";

/** What stands in one paragraph, and what hangs on it. */
export class Inline {
  text = "";
  readonly pictures: PicturePlace[] = [];
  /** Contents of text boxes, to be read as blocks of their own. */
  readonly boxes: Element[] = [];
  /** Texts of diagrams. */
  readonly diagrams: string[] = [];
  readonly notes: { readonly number: number; readonly content: Element }[] = [];

  constructor(private readonly context: Context) {}

  private get hidden(): boolean {
    return this.context.fields.some(({ inResult }) => !inResult);
  }

  private add(text: string): void {
    if (!this.hidden) this.text += text;
  }

  read(parent: Element): void {
    for (const element of childrenOf(parent)) this.context.deeper(() => this.one(element, ""));
  }

  readOne(element: Element): void {
    this.context.deeper(() => this.one(element, ""));
  }

  private all(parent: Element, font: string): void {
    for (const element of childrenOf(parent)) this.context.deeper(() => this.one(element, font));
  }

  private one(element: Element, font: string): void {
    const text = plainText(element, font);
    if (text !== undefined) this.add(text);
    else this.compound(element, font);
  }

  private compound(element: Element, font: string): void {
    switch (element.localName) {
      case "r":
        this.all(element, fontOf(element) || font);
        break;
      case "fldChar":
        this.field(element);
        break;
      case "footnoteReference":
        this.note("footnote", element);
        break;
      case "endnoteReference":
        this.note("endnote", element);
        break;
      case "del":
      case "moveFrom":
        if (findIn(element, "delText") ?? findIn(element, "t")) this.context.tell("deletedText");
        break;
      case "sdt":
        this.control(element, font);
        break;
      case "ruby":
        this.ruby(element, font);
        break;
      case "drawing":
      case "pict":
      case "object":
        this.graphics(element);
        break;
      case "AlternateContent":
        this.alternate(element, font);
        break;
      default:
        // Insertions, links, smart tags, formulas …: wrappers of what they hold.
        this.all(element, font);
    }
  }

  private field(element: Element): void {
    const { fields } = this.context;
    switch (attribute(element, "fldCharType")) {
      case "begin": {
        const data = childOf(element, "ffData");
        if (data) this.add(formField(data));
        fields.push({ inResult: false });
        return;
      }
      case "separate": {
        const field = fields[fields.length - 1];
        if (field) field.inResult = true;
        return;
      }
      case "end":
        fields.pop();
    }
  }

  private control(element: Element, font: string): void {
    const properties = childOf(element, "sdtPr");
    const content = childOf(element, "sdtContent");
    const box = childOf(properties, "checkbox");
    if (box) this.add(isOn(box, "checked") ? ticked : unticked);
    else if (isOn(properties, "showingPlcHdr")) this.context.tell("placeholder");
    else if (content) this.all(content, font);
  }

  private ruby(element: Element, font: string): void {
    const base = childOf(element, "rubyBase");
    const above = childOf(element, "rt");
    if (base) this.all(base, font);
    if (!above) return;
    this.add("（");
    this.all(above, font);
    this.add("）");
  }

  /** What a newer program shows; what an older one would is a copy of it. */
  private alternate(element: Element, font: string): void {
    const choice = childOf(element, "Choice") ?? childOf(element, "Fallback");
    if (choice) this.all(choice, font);
  }

  private graphics(element: Element): void {
    if (this.hidden) return;
    const found = findGraphics(element, this.context);
    for (const picture of found.pictures) this.pictures.push({ picture, at: this.text.length });
    this.boxes.push(...found.boxes);
    this.diagrams.push(...found.diagrams);
  }

  private note(kind: string, element: Element): void {
    const content = this.context.notes.get(`${kind} ${attribute(element, "id") ?? ""}`);
    if (!content || this.hidden) return;
    const number = this.context.nextReference();
    this.add(`[注${number}]`);
    this.notes.push({ number, content });
  }
}

/** What an element without content of its own stands for: "" for what nobody sees, undefined for everything else. */
function plainText(element: Element, font: string): string | undefined {
  switch (element.localName) {
    case "t":
      return textInFont(element.textContent ?? "", font);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
      return /^(page|column)$/.test(attribute(element, "type") ?? "") ? "" : "\n";
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "sym": {
      const code = Number.parseInt(attribute(element, "char") ?? "", 16);
      return symbolText(attribute(element, "font") ?? "", code || 0);
    }
    case "pPr":
    case "rPr":
    case "instrText":
    case "delText":
    case "delInstrText":
      return "";
    default:
      return undefined;
  }
}

function fontOf(run: Element): string {
  const fonts = under(run, "rPr", "rFonts");
  if (!fonts) return "";
  const names = ["ascii", "hAnsi", "eastAsia", "cs"].map((name) => attribute(fonts, name) ?? "");
  return names.find((name) => /wingdings|symbol/i.test(name)) ?? "";
}

/** Form fields of old: a box, or one of a list. Their text field keeps its text in the result. */
function formField(data: Element): string {
  const box = childOf(data, "checkBox");
  if (box) {
    const checked = childOf(box, "checked") ? isOn(box, "checked") : isOn(box, "default");
    return checked ? ticked : unticked;
  }
  const list = childOf(data, "ddList");
  if (!list) return "";
  const entries = [...childrenOf(list)].filter(({ localName }) => localName === "listEntry");
  const chosen = numberOf(valOf(list, "result")) ?? numberOf(valOf(list, "default")) ?? 0;
  return attribute(entries[chosen], "val") ?? "";
}
