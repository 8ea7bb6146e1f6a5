// Counts the paragraphs of lists and says what Word prints before each: 1. （二） •
import { numeral } from "./numerals";
import type { ListPlace } from "./styles";
import { symbolText, textInFont } from "./symbols";
import { attribute, childOf, childrenOf, numberOf, under, valOf } from "./xml";

interface Level {
  readonly format: string;
  /** %1 … %9 stand for the numbers of the levels. */
  readonly pattern: string;
  readonly start: number;
  readonly font: string;
}

const depths = 9;

function readLevel(element: Element): Level {
  const fonts = under(element, "rPr", "rFonts");
  return {
    format: valOf(element, "numFmt") ?? "decimal",
    pattern: valOf(element, "lvlText") ?? "",
    start: numberOf(valOf(element, "start")) ?? 1,
    font: attribute(fonts, "ascii") ?? attribute(fonts, "hAnsi") ?? "",
  };
}

interface List {
  /** Lists of one kind count on in each other's steps unless they start anew. */
  readonly kind: string;
  readonly levels: readonly (Level | undefined)[];
}

export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, number[]>();

  constructor(root: Element | undefined) {
    if (!root) return;
    const kinds = new Map<string, (Level | undefined)[]>();
    for (const element of childrenOf(root)) {
      if (element.localName === "abstractNum") {
        kinds.set(attribute(element, "abstractNumId") ?? "", levelsOf(element));
      } else if (element.localName === "num") {
        const id = attribute(element, "numId") ?? "";
        const kind = valOf(element, "abstractNumId") ?? "";
        const levels = [...(kinds.get(kind) ?? [])];
        let own = false;
        for (const over of childrenOf(element)) {
          if (over.localName !== "lvlOverride") continue;
          const depth = numberOf(attribute(over, "ilvl")) ?? 0;
          const level = childOf(over, "lvl");
          const start = numberOf(valOf(over, "startOverride"));
          const base = level ? readLevel(level) : levels[depth];
          if (base) levels[depth] = start === undefined ? base : { ...base, start };
          own = own || start !== undefined;
        }
        this.lists.set(id, { kind: own ? `own ${id}` : kind, levels });
      }
    }
  }

  /** Counts one paragraph; undefined when the list does not exist or prints nothing. */
  next(place: ListPlace): string | undefined {
    const list = this.lists.get(place.list);
    const depth = Math.min(Math.max(place.depth, 0), depths - 1);
    const level = list?.levels[depth];
    if (!list || !level) return undefined;
    const counts = this.counts.get(list.kind) ?? [];
    this.counts.set(list.kind, counts);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    if (level.format === "bullet") {
      const mark = textInFont(level.pattern, level.font);
      return mark === "" ? symbolText("Symbol", 0xb7) : mark;
    }
    const printed = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = list.levels[at]?.format ?? "decimal";
      return numeral(counts[at] ?? list.levels[at]?.start ?? 1, format);
    });
    return printed === "" ? undefined : printed;
  }
}

function levelsOf(element: Element): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const child of childrenOf(element)) {
    if (child.localName !== "lvl") continue;
    const depth = numberOf(attribute(child, "ilvl")) ?? 0;
    if (depth >= 0 && depth < depths) levels[depth] = readLevel(child);
  }
  return levels;
}
