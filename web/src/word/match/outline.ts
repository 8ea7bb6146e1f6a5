// The form's own words, as look-ups: labels with the cells they name, captions with their tables, headings with the texts
// that follow them, and everything else that is printed on the form.
import type { FieldItem, FormView, GroupItem, Item, SectionView, TableItem } from "../../core/form-view";
import { sentenceParts } from "../../form/sentence-parts";
import { keyOf, likeness, squash, withoutBrackets, withoutNumber } from "./normal";

export interface Label {
  readonly text: string;
  readonly key: string;
  readonly target:
    | { readonly kind: "field"; readonly field: FieldItem }
    | { readonly kind: "group"; readonly group: GroupItem };
}

export interface Heading {
  /** 二 of （二）企业概况. */
  readonly number: string;
  readonly core: string;
  readonly field: FieldItem;
  /** What the text must contain, as the form lists it: the form's guidance is told by these words. */
  readonly topics: readonly string[];
  readonly hint: string;
}

export interface Caption {
  readonly table: TableItem;
  readonly label: string;
  readonly key: string;
  /** Without 表1. */
  readonly name: string;
}

const headed = /^[（(]([一二三四五六七八九十]+)[）)]\s*(.+)$/;

export class Outline {
  readonly labels: readonly Label[];
  readonly headings: readonly Heading[];
  readonly captions: readonly Caption[];
  readonly fields: ReadonlyMap<string, FieldItem>;
  readonly sections: ReadonlyMap<string, SectionView>;
  /** Fields that stand over columns of a table. */
  readonly overColumns: ReadonlySet<string>;
  private readonly printed = new Map<string, string>();

  constructor(readonly form: FormView) {
    const fields = new Map<string, FieldItem>();
    const walk = (items: readonly Item[], visit: (item: Item) => void): void => {
      for (const item of items) {
        visit(item);
        if (item.kind === "group") walk(item.items, visit);
      }
    };
    const every = (visit: (item: Item) => void): void => {
      for (const section of form.sections) walk(section.items, visit);
    };
    every((item) => {
      if (item.kind === "field") fields.set(item.id, item);
    });
    this.fields = fields;

    const inSentence = new Set<string>();
    const over = new Set<string>();
    const captions: Caption[] = [];
    for (const section of form.sections) {
      walk(section.items, (item) => {
        if (item.kind === "group" && item.sentence !== undefined) {
          for (const part of sentenceParts(item.sentence)) if ("field" in part) inSentence.add(part.field);
        }
        if (item.kind !== "table") return;
        for (const { field } of item.columnGroups ?? []) if (field !== undefined) over.add(field);
        const name = section.label.startsWith(item.label) ? section.label.slice(item.label.length) : section.label;
        captions.push({ table: item, label: item.label, key: keyOf(section.label), name: keyOf(name) });
      });
    }
    this.captions = captions;
    this.overColumns = over;

    const labels: Label[] = [];
    const headings: Heading[] = [];
    const label = (text: string, target: Label["target"]): void => {
      labels.push({ text, key: keyOf(text), target });
    };
    every((item) => {
      if (item.kind === "group") return label(item.label, { kind: "group", group: item });
      if (item.kind !== "field" && item.kind !== "mirror") return;
      const field = item.kind === "field" ? item : fields.get(item.of);
      if (!field || over.has(field.id) || inSentence.has(field.id)) return;
      const numbered = headed.exec(item.label);
      if (!numbered) return label(item.label, { kind: "field", field });
      const [, number = "", core = ""] = numbered;
      const topics = (item.kind === "field" ? (field.covers ?? []) : []).map((topic) => topic.label);
      headings.push({ number, core, field, topics, hint: item.hint ?? "" });
    });
    this.labels = labels;
    this.headings = headings;
    this.sections = new Map(form.sections.map((section) => [keyOf(section.label), section] as const));
    this.print(every);
  }

  /** Whether the form itself says this, wherever it stands. */
  isPrinted(text: string): boolean {
    const key = keyOf(text);
    if (key === "") return false;
    if (this.printed.has(key)) return true;
    if (key.length < 12) return false;
    for (const known of this.printed.keys()) {
      if (Math.abs(known.length - key.length) <= key.length * 0.25 && likeness(known, key) >= 0.85) return true;
    }
    return false;
  }

  /** The caption a text is; `lone` when it names the table without its number. */
  captionOf(text: string): Caption | undefined {
    const key = keyOf(text);
    if (key === "" || key.length > 60) return undefined;
    const again = /^续/.test(key) ? key.slice(1) : key;
    const exact = this.captions.find((caption) => again === caption.key || again === caption.name);
    if (exact) return exact;
    const numbered = again === key ? undefined : this.captions.find(({ label }) => keyOf(label) === again);
    if (numbered) return numbered;
    return this.captions.find(({ key: full, label }) => {
      if (again.startsWith(full) && again.length <= full.length + 14) return true;
      const own = label !== "" && again.startsWith(keyOf(label)) && !/^\d/.test(again.slice(keyOf(label).length));
      return own && likeness(again, full) >= 0.6;
    });
  }

  sectionOf(text: string): SectionView | undefined {
    const key = keyOf(text);
    const bare = keyOf(withoutNumber(text));
    for (const [known, section] of this.sections) {
      if (known === key) return section;
      const own = keyOf(withoutNumber(section.label));
      if (bare.length >= 6 && own === bare && known.length > own.length) return section;
    }
    return undefined;
  }

  /** The label a cell's whole text is. */
  labelOf(text: string): Label | undefined {
    const key = keyOf(text);
    if (key === "" || key.length > 40) return undefined;
    // One colon may stand behind a label; more marks are somebody's.
    const marks = (label: Label): number => squash(text).length - squash(label.text).length;
    const exact = this.labels.find((label) => label.key === key);
    if (exact) return marks(exact) <= 1 || /[(（]/.test(text) ? exact : undefined;
    const bare = keyOf(withoutBrackets(withoutNumber(text)));
    return bare.length < 2 ? undefined : this.labels.find((label) => label.key === bare);
  }

  /** A label that people lengthened a little: 手机号码, 通讯地址及邮编. Never one that could be several. */
  nearLabelOf(text: string): Label | undefined {
    const key = keyOf(withoutBrackets(text));
    // A label with its value behind it is none.
    if (/[:：]\s*\S/.test(text)) return undefined;
    if (key.length < 2 || key.length > 30) return undefined;
    const near = this.labels.filter((label) => {
      if (key.startsWith(label.key) && label.key.length >= 2) return key.length - label.key.length <= 3;
      return Math.min(key.length, label.key.length) >= 6 && likeness(key, label.key) >= 0.75;
    });
    return near.length === 1 ? near[0] : undefined;
  }

  private print(every: (visit: (item: Item) => void) => void): void {
    const { form } = this;
    const add = (text: string | undefined): void => {
      if (text !== undefined && keyOf(text) !== "") this.printed.set(keyOf(text), text);
    };
    for (const text of [form.title, form.shortTitle, form.issued]) add(text);
    for (const { label, part, note, hint } of form.sections) for (const text of [label, part, note, hint]) add(text);
    const { letter } = form;
    for (const text of [letter?.part, letter?.title, ...(letter?.paragraphs ?? []), letter?.signature, letter?.date])
      add(text);
    every((item) => {
      if (item.kind === "note") return add(item.text);
      add(item.hint);
      if (item.kind === "table") add(item.note);
      if (item.kind === "group") add(item.note);
    });
  }
}
