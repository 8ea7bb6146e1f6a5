// What a paragraph's style says of it: heading level, list. Styles build on each other; the nearest word counts.
import { attribute, childOf, childrenOf, numberOf, under, valOf } from "./xml";

export interface StyleFacts {
  /** Of what stands below a picture. */
  readonly caption?: boolean;
  readonly level?: number;
  readonly list?: ListPlace;
}

export interface ListPlace {
  readonly list: string;
  readonly depth: number;
}

interface Style extends StyleFacts {
  readonly parent?: string;
}

/** The place in a list that w:numPr names; list "0" takes a paragraph out of its style's list. */
export function listPlace(properties: Element | undefined): ListPlace | undefined {
  const list = valOf(childOf(properties, "numPr"), "numId");
  if (list === undefined) return undefined;
  return { list, depth: numberOf(valOf(childOf(properties, "numPr"), "ilvl")) ?? 0 };
}

/** 1–9; Word counts from 0, and 9 is body text. */
export function outlineLevel(properties: Element | undefined): number | undefined {
  const level = numberOf(valOf(properties, "outlineLvl"));
  return level !== undefined && level >= 0 && level < 9 ? level + 1 : undefined;
}

export class Styles {
  private readonly styles = new Map<string, Style>();

  constructor(root: Element | undefined) {
    if (!root) return;
    for (const element of childrenOf(root)) {
      const id = element.localName === "style" ? attribute(element, "styleId") : undefined;
      if (id === undefined) continue;
      const parent = valOf(element, "basedOn");
      const list = listPlace(childOf(element, "pPr"));
      const named = /^(?:heading|标题) ?([1-9])$/i.exec(valOf(element, "name") ?? "");
      const level = outlineLevel(under(element, "pPr")) ?? numberOf(named?.[1]);
      this.styles.set(id, {
        ...(/caption|题注/i.test(valOf(element, "name") ?? "") ? { caption: true } : {}),
        ...(parent === undefined ? {} : { parent }),
        ...(list === undefined ? {} : { list }),
        ...(level === undefined ? {} : { level }),
      });
    }
  }

  facts(id: string | undefined): StyleFacts {
    let level: number | undefined;
    let list: ListPlace | undefined;
    let caption = false;
    let at = id;
    for (let steps = 0; at !== undefined && steps < 20; steps++) {
      const style = this.styles.get(at);
      level = level ?? style?.level;
      list = list ?? style?.list;
      caption = caption || style?.caption === true;
      at = style?.parent;
    }
    return { caption, ...(level === undefined ? {} : { level }), ...(list === undefined ? {} : { list }) };
  }
}
