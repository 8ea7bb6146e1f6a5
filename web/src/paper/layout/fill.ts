// Fills pages with strips. Every strip is drawn, whatever its height: what fits nowhere is cut, what cannot be cut is placed
// alone. Nothing is ever left out.
import { type PageSetup, type Points, textHeight } from "../../document/model";
import type { Bookmark, Op, Page, Pen } from "./page";
import type { Strip } from "./strip";

interface Open {
  readonly ops: Op[];
  readonly bookmarks: Bookmark[];
}

/** Less than a hundredth of a point is a matter of arithmetic. */
const tolerance = 0.01;

class Filler {
  readonly pages: Open[] = [];
  private y: Points = 0;
  private readonly top: Points;
  private readonly bottom: Points;
  /** Nothing but a repeated head stands on the page. */
  private fresh = true;

  constructor(private readonly setup: PageSetup) {
    this.top = setup.margin.top;
    this.bottom = setup.margin.top + textHeight(setup);
    this.turn();
  }

  turn(): void {
    this.pages.push({ ops: [], bookmarks: [] });
    this.y = this.top;
    this.fresh = true;
  }

  /** Strips that hold on to each other, up to the one that lets go. */
  place(chunk: readonly Strip[]): void {
    if (chunk[0]?.newPage && !this.fresh) this.turn();
    const whole = heightOf(chunk);
    const room = this.bottom - this.y;
    const alone = textHeight(this.setup) - (chunk[0]?.head?.height ?? 0);
    if (whole > room + tolerance && !this.fresh && !canCut(chunk, room)) {
      if (whole <= alone + tolerance || room < this.setup.height / 3) this.turn();
    }
    for (const strip of chunk) this.put(strip);
  }

  private put(strip: Strip): void {
    if (this.fresh && this.y === this.top && strip.head) {
      strip.head.draw(this.pen(), this.y);
      this.y += strip.head.height;
    }
    const before = this.fresh ? 0 : strip.before;
    const room = this.bottom - this.y - before;
    if (strip.height <= room + tolerance) {
      this.draw(strip, before);
      return;
    }
    const parts = strip.cut?.(room, this.fresh);
    if (parts) {
      this.draw(parts[0], before);
      this.turn();
      this.put(parts[1]);
    } else if (this.fresh) {
      this.draw(strip, before);
    } else {
      this.turn();
      this.put(strip);
    }
  }

  private draw(strip: Strip, before: Points): void {
    this.y += before;
    strip.draw(this.pen(), this.y);
    this.y += strip.height;
    this.fresh = false;
  }

  private pen(): Pen {
    const page = this.pages[this.pages.length - 1] as Open;
    return {
      op: (op) => page.ops.push(op),
      bookmark: (title, level, y) => page.bookmarks.push({ title, level, y }),
    };
  }
}

/** Whether the strip that crosses the edge can be cut there. */
function canCut(chunk: readonly Strip[], room: Points): boolean {
  let left = room;
  for (const strip of chunk) {
    left -= strip.before;
    if (strip.height > left + tolerance) return strip.cut?.(left, false) !== undefined;
    left -= strip.height;
  }
  return false;
}

const heightOf = (strips: readonly Strip[]): Points =>
  strips.reduce((sum, { height, before }) => sum + height + before, 0);

export function fillPages(strips: readonly Strip[], setup: PageSetup): readonly Page[] {
  const filler = new Filler(setup);
  let chunk: Strip[] = [];
  for (const strip of strips) {
    chunk.push(strip);
    if (strip.glued) continue;
    filler.place(chunk);
    chunk = [];
  }
  if (chunk.length > 0) filler.place(chunk);
  return filler.pages;
}
