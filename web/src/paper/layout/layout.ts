// A document laid out on pages.
import { type Block, type PageSetup, type PaperDocument, textWidth } from "../../document/model";
import { coverStrips } from "./cover-strips";
import type { Fonts } from "./faces";
import { fillPages } from "./fill";
import { footerOps } from "./footer";
import type { Page } from "./page";
import { type Area, figureStrips, paragraphStrips } from "./paragraph-strips";
import { type Strip, space } from "./strip";
import { tableStrips } from "./table-strips";

function stripsOf(block: Exclude<Block, { kind: "pageBreak" }>, area: Area, page: PageSetup): readonly Strip[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphStrips(block, area);
    case "table":
      return tableStrips(block, area);
    case "figure":
      return figureStrips(block, area);
    case "cover":
      return coverStrips(block, area, page);
    case "space":
      return [space(block.height)];
  }
}

export function layOut({ blocks, page, footer }: PaperDocument, fonts: Fonts): readonly Page[] {
  const area: Area = { x: page.margin.left, width: textWidth(page), fonts };
  const strips: Strip[] = [];
  let turn = false;
  for (const block of blocks) {
    if (block.kind === "pageBreak") {
      turn = true;
      continue;
    }
    const [first, ...rest] = stripsOf(block, area, page);
    const before = strips[strips.length - 1];
    // A note stays with its table.
    if (before && block.kind === "paragraph" && block.style === "note")
      strips[strips.length - 1] = { ...before, glued: true };
    if (first) strips.push(turn ? { ...first, newPage: true } : first, ...rest);
    turn = false;
  }
  const pages = fillPages(strips, page);
  return pages.map(({ ops, bookmarks }, n) => ({
    bookmarks,
    ops: [...ops, ...footerOps(footer, page, area, n + 1, pages.length)],
  }));
}
