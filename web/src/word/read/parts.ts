// The parts of a Word file: which is the main one, and what the others are by their relations.
import type { Archive } from "./archive";
import type { Picture } from "./blocks";
import { fail } from "./failure";
import { limits } from "./limits";
import { attribute, type Breath, childrenOf, parseLargeXml, parseXml, type XmlParser } from "./xml";

const pictureTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  jfif: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  webp: "image/webp",
  svg: "image/svg+xml",
  tif: "image/tiff",
  tiff: "image/tiff",
  emf: "image/emf",
  wmf: "image/wmf",
};

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
}

/** word/document.xml + ../media/x.png → media/x.png */
function resolve(from: string, target: string): string {
  const parts = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}

function relationsPath(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** A part with what it refers to. */
export class Part {
  private readonly relations = new Map<string, Relation>();

  constructor(
    private readonly archive: Archive,
    private readonly parser: XmlParser,
    readonly path: string,
  ) {
    const bytes = archive.file(relationsPath(path), limits.part);
    if (!bytes) return;
    for (const element of childrenOf(parseXml(bytes, parser))) {
      const id = attribute(element, "Id");
      const target = attribute(element, "Target");
      if (id === undefined || target === undefined) continue;
      const outside = attribute(element, "TargetMode") === "External";
      this.relations.set(id, { type: attribute(element, "Type") ?? "", target, outside });
    }
  }

  /** Its markup; undefined when the file lacks it. */
  root(): Element | undefined {
    const bytes = this.archive.file(this.path, limits.part);
    return bytes && parseXml(bytes, this.parser);
  }

  /** The same without holding up the page. */
  async largeRoot(breath: Breath): Promise<Element | undefined> {
    await this.archive.prepare(this.path, limits.part, breath);
    const bytes = this.archive.file(this.path, limits.part);
    return bytes && parseLargeXml(bytes, this.parser, breath);
  }

  /** Parts it refers to, by the last word of the relation's type: styles, numbering, footnotes … */
  related(kind: string): Part[] {
    return [...this.relations.values()]
      .filter(({ type, outside }) => !outside && type.endsWith(`/${kind}`))
      .map(({ target }) => new Part(this.archive, this.parser, resolve(this.path, target)))
      .filter(({ path }) => this.archive.has(path));
  }

  async first(kind: string, breath: Breath): Promise<Element | undefined> {
    return this.related(kind)[0]?.largeRoot(breath);
  }

  relationPath(id: string): string | undefined {
    const relation = this.relations.get(id);
    return relation && !relation.outside ? resolve(this.path, relation.target) : undefined;
  }

  sibling(path: string): Part {
    return new Part(this.archive, this.parser, path);
  }

  picture(id: string | undefined, alt: string | undefined): Picture {
    const named = alt ? { alt } : {};
    const path = id === undefined ? undefined : this.relationPath(id);
    if (path === undefined) return { path: "", type: "", ...named };
    const type = pictureTypes[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "";
    const bytes = this.archive.file(path, limits.picture);
    return bytes ? { path, type, bytes, ...named } : { path, type, ...named };
  }
}

/** The part that holds the text; says what the file is when it is no Word document. */
export function mainPart(archive: Archive, parser: XmlParser): Part {
  const types = archive.file("[Content_Types].xml", limits.part);
  if (!types) return fail(archive.has("mimetype") || archive.has("content.xml") ? "openDocument" : "notWord");
  const declared = new TextDecoder().decode(types);
  const macros = archive.names.some((name) => /vbaProject\.bin$/i.test(name));
  if (macros || /ms-word\.[^"]*macroEnabled/i.test(declared)) fail("macro");
  const root = new Part(archive, parser, "");
  const main = root.related("officeDocument")[0];
  if (!main) return fail("notWord");
  if (!/wordprocessingml/.test(declared)) fail("otherOffice");
  return main;
}
