// Small helpers over the DOM. Elements are told by their local names alone: Word, WPS and LibreOffice write one namespace,
// "strict" files another, and the names mean the same in both.
import { fail } from "./failure";
import { type XmlPiece, xmlPieces } from "./xml-pieces";

/** The browser's DOMParser, or another with the same manners (tests run under Node). */
export interface XmlParser {
  parseFromString(text: string, type: "application/xml"): Document;
}

/** Lets the page breathe between two pieces of work. */
export interface Breath {
  /** To be called between any two steps; waits when the page has had none for a while. */
  readonly step: () => Promise<void>;
}

/** Characters parsed at a time: some milliseconds. */
const pieceSize = 32_768;

/** Throws a ReadFailure for what is not well-formed and for anything with a DOCTYPE, which no office program writes. */
export function parseXml(bytes: Uint8Array, parser: XmlParser): Element {
  const tree = new Tree(parser);
  for (const piece of xmlPieces(checked(bytes), Number.POSITIVE_INFINITY)) tree.add(piece);
  return tree.root ?? fail("broken");
}

/** The same tree, made piece by piece. */
export async function parseLargeXml(
  bytes: Uint8Array,
  parser: XmlParser,
  breath: Breath,
  size = pieceSize,
): Promise<Element> {
  const tree = new Tree(parser);
  const text = checked(bytes);
  await breath.step();
  for (const piece of xmlPieces(text, size)) {
    tree.add(piece);
    await breath.step();
  }
  return tree.root ?? fail("broken");
}

function checked(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (/<!DOCTYPE/i.test(text)) fail("doctype");
  return text;
}

function parsePiece(text: string, parser: XmlParser): Element {
  let root: Element | null;
  try {
    root = parser.parseFromString(text, "application/xml").documentElement;
    if (root && root.getElementsByTagName("parsererror").length > 0) root = null;
  } catch {
    return fail("broken");
  }
  if (!root || root.localName === "parsererror") fail("broken");
  return root;
}

function lastElement(parent: Element): Element {
  for (let node = parent.lastChild; node; node = node.previousSibling) if (node.nodeType === 1) return node as Element;
  return fail("broken");
}

/** Grows by pieces: what a piece repeats of the way in is open here already. */
class Tree {
  root: Element | undefined;
  /** From the root down to where the next piece goes on. */
  private open: Element[] = [];

  constructor(private readonly parser: XmlParser) {}

  add({ text, from, to }: XmlPiece): void {
    const piece = parsePiece(text, this.parser);
    const way: Element[] = [];
    for (let at = piece; way.length < from; ) {
      way.push(at);
      if (way.length < from) at = childrenOf(at).next().value ?? fail("broken");
    }
    // From the innermost: there the piece goes on first.
    for (let depth = from - 1; depth >= 0; depth--) {
      const [source, target] = [way[depth], this.open[depth]];
      if (!source || !target) throw new Error("pieces do not follow each other");
      if (depth + 1 < from) source.removeChild(way[depth + 1] as Element);
      while (source.firstChild) target.appendChild(source.firstChild);
    }
    this.root ??= piece;
    this.open = [];
    for (let at = this.root; this.open.length < to; ) {
      this.open.push(at);
      if (this.open.length < to) at = lastElement(at);
    }
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** A node's local name; "" for text, comments and the like. */
export function nameOf(node: Node): string {
  return node.nodeType === 1 ? (node as Element).localName : "";
}

export function* childrenOf(parent: Element): Generator<Element> {
  for (let node = parent.firstChild; node; node = node.nextSibling) if (node.nodeType === 1) yield node as Element;
}

export function childOf(parent: Element | undefined, name: string): Element | undefined {
  if (!parent) return undefined;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (nameOf(node) === name) return node as Element;
  }
  return undefined;
}

/** By a path of names: child, grandchild … */
export function under(parent: Element | undefined, ...names: readonly string[]): Element | undefined {
  let at = parent;
  for (const name of names) at = childOf(at, name);
  return at;
}

/** The first element of the name anywhere below. */
export function findIn(parent: Element, name: string): Element | undefined {
  return everyIn(parent, name).next().value ?? undefined;
}

export function* everyIn(parent: Element, name: string): Generator<Element> {
  const stack: Element[] = [...childrenOf(parent)].reverse();
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.localName === name) yield at;
    const below = [...childrenOf(at)];
    for (let i = below.length - 1; i >= 0; i--) {
      const child = below[i];
      if (child) stack.push(child);
    }
  }
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i++) {
    const one = attributes[i];
    if (one && one.localName === name) return one.value;
  }
  return undefined;
}

/** `<w:val w:val="x"/>` of a property: its value; undefined when the property is not there. */
export function valOf(parent: Element | undefined, name: string): string | undefined {
  return attribute(childOf(parent, name), "val");
}

/** A property that is on by being there, unless it says no. */
export function isOn(parent: Element | undefined, name: string): boolean {
  const property = childOf(parent, name);
  return property !== undefined && !/^(0|false|off|none)$/.test(attribute(property, "val") ?? "1");
}

export function numberOf(text: string | undefined): number | undefined {
  const n = Number.parseInt(text ?? "", 10);
  return Number.isFinite(n) ? n : undefined;
}
