// What is known while one file is read: its lists and styles so far, open fields, notes, and what must be told at the end.
import type { NoteCode, Origin, Paragraph, PicturePlace, ReadNote } from "./blocks";
import { fail } from "./failure";
import { limits } from "./limits";
import type { Numbering } from "./numbering";
import type { Part } from "./parts";
import type { Styles } from "./styles";

/** A field is first its code, which nobody sees, then its result. */
interface OpenField {
  inResult: boolean;
}

export class Context {
  readonly fields: OpenField[] = [];
  private readonly told = new Map<NoteCode, number>();
  private nextId = 0;
  private depth = 0;
  private pictures = 0;
  private references = 0;
  private rows = 0;

  constructor(
    readonly part: Part,
    readonly styles: Styles,
    readonly numbering: Numbering,
    /** By kind and id: footnote 2. */
    readonly notes: ReadonlyMap<string, Element>,
  ) {}

  /** The same file, another part: a header has pictures and fields of its own. */
  inPart(part: Part): Context {
    return new Proxied(this, part);
  }

  id(): number {
    if (this.nextId >= limits.paragraphs) fail("tooMany");
    return this.nextId++;
  }

  /** Runs `body` one level deeper. */
  deeper<T>(body: () => T): T {
    this.enter();
    const result = body();
    this.leave();
    return result;
  }
  enter(): void {
    if (++this.depth > limits.depth) fail("tooDeep");
  }
  leave(): void {
    this.depth--;
  }

  tell(code: NoteCode, count = 1): void {
    this.told.set(code, (this.told.get(code) ?? 0) + count);
  }

  countPicture(): void {
    if (++this.pictures > limits.pictures) fail("tooMany");
  }

  countRow(): void {
    if (++this.rows > limits.rows) fail("tooMany");
  }

  /** The number that marks a note in the text and before its own text. */
  nextReference(): number {
    return ++this.references;
  }

  report(): ReadNote[] {
    return [...this.told].map(([code, count]) => ({ code, count }));
  }

  paragraph(
    text: string,
    origin: Origin,
    more: {
      pictures?: readonly PicturePlace[];
      level?: number | undefined;
      list?: string | undefined;
      caption?: boolean | undefined;
    } = {},
  ): Paragraph {
    return {
      kind: "paragraph",
      id: this.id(),
      text,
      pictures: more.pictures ?? [],
      origin,
      ...(more.caption ? { caption: true } : {}),
      ...(more.level === undefined ? {} : { level: more.level }),
      ...(more.list === undefined ? {} : { list: more.list }),
    };
  }
}

/** Shares everything with the main context but the part and the open fields. */
class Proxied extends Context {
  constructor(
    private readonly main: Context,
    part: Part,
  ) {
    super(part, main.styles, main.numbering, main.notes);
  }
  override id(): number {
    return this.main.id();
  }
  override tell(code: NoteCode, count = 1): void {
    this.main.tell(code, count);
  }
  override countPicture(): void {
    this.main.countPicture();
  }
  override countRow(): void {
    this.main.countRow();
  }
  override nextReference(): number {
    return this.main.nextReference();
  }
}
