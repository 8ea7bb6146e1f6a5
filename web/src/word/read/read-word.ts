// The door of this folder: bytes of a .docx in, its paragraphs and tables out, or why not. Works in slices, since DOMParser
// exists only where the page is drawn: unpacking, parsing and reading stop for breath.
import { Archive } from "./archive";
import type { Block, Origin, WordDocument } from "./blocks";
import { BodyReader } from "./body";
import { Context } from "./context";
import { draftInside } from "./draft-inside";
import { type FailureCode, fail, ReadFailure } from "./failure";
import { refusalOf } from "./file-kind";
import { Numbering } from "./numbering";
import { mainPart } from "./parts";
import { Styles } from "./styles";
import { attribute, type Breath, childOf, childrenOf, type XmlParser } from "./xml";

export type WordRead =
  | { readonly ok: true; readonly document: WordDocument }
  | { readonly ok: false; readonly code: FailureCode };

export interface Surroundings {
  readonly parser: XmlParser;
  /** Lets the page breathe; called about every 20 ms. */
  readonly pause: () => Promise<void>;
  readonly now: () => number;
}

const slice = 20;

export async function readWord(bytes: Uint8Array, around: Surroundings): Promise<WordRead> {
  try {
    const refusal = refusalOf(bytes);
    if (refusal) return { ok: false, code: refusal };
    return { ok: true, document: await read(bytes, around) };
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, code: error.code };
    throw error;
  }
}

async function read(bytes: Uint8Array, around: Surroundings): Promise<WordDocument> {
  const archive = Archive.open(bytes);
  const breath = breathing(around);
  const main = mainPart(archive, around.parser);
  await breath.step();
  const body = childOf(await main.largeRoot(breath), "body") ?? fail("broken");
  const notes = new Map<string, Element>();
  for (const kind of ["footnote", "endnote"] as const) {
    for (const [id, note] of notesOf(await main.first(`${kind}s`, breath), kind)) notes.set(id, note);
  }
  const styles = new Styles(await main.first("styles", breath));
  const numbering = new Numbering(await main.first("numbering", breath));
  const context = new Context(main, styles, numbering, notes);

  const blocks = await inSlices(new BodyReader(context, "body").read(body), breath);
  if (!blocks.some(hasContent)) fail("noText");
  for (const [kind, origin] of [
    ["header", "header"],
    ["footer", "footer"],
    ["comments", "comment"],
  ] as const satisfies readonly (readonly [string, Origin])[]) {
    for (const part of main.related(kind)) {
      const inside = await part.largeRoot(breath);
      if (inside) blocks.push(...(await inSlices(new BodyReader(context.inPart(part), origin).read(inside), breath)));
    }
  }
  const draft = draftInside(archive);
  return { blocks, notes: context.report(), ...(draft === undefined ? {} : { draft }) };
}

function* notesOf(root: Element | undefined, kind: "footnote" | "endnote"): Generator<[string, Element]> {
  if (!root) return;
  for (const element of childrenOf(root)) {
    const id = attribute(element, "id");
    // Those with a type are the lines between text and notes.
    if (id !== undefined && attribute(element, "type") === undefined) yield [`${kind} ${id}`, element];
  }
}

export function breathing(around: Surroundings): Breath {
  let began = around.now();
  return {
    step: async () => {
      if (around.now() - began < slice) return;
      await around.pause();
      began = around.now();
    },
  };
}

export async function inSlices<T>(steps: Generator<void, T>, breath: Breath): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breath.step();
  }
}

function hasContent(block: Block): boolean {
  if (block.kind === "paragraph") return block.text.trim() !== "" || block.pictures.length > 0;
  return block.cells.some(({ paragraphs }) => paragraphs.some(hasContent));
}
