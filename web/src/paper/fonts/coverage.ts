// Which characters of a document no font has: told before anything is exported, with where they stand.
import type { PaperDocument, Paragraph, Pointer } from "../../document/model";
import { clusters, type Fonts, fontOf } from "../layout/faces";

export interface Uncovered {
  readonly character: string;
  readonly sources: readonly Pointer[];
}

export function paragraphsIn({ blocks }: PaperDocument): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    switch (block.kind) {
      case "paragraph":
        return [block];
      case "table":
        return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
      case "figure":
        return [block.caption];
      case "cover":
        return block.lines.map(({ runs }) => ({ kind: "paragraph", style: "coverValue", runs }));
      default:
        return [];
    }
  });
}

export function uncoveredIn(documents: readonly PaperDocument[], fonts: Fonts): readonly Uncovered[] {
  const found = new Map<string, Set<Pointer>>();
  for (const { runs } of documents.flatMap(paragraphsIn)) {
    for (const run of runs) {
      if (run.kind !== "text") continue;
      for (const cluster of clusters(run.text)) {
        if (fontOf(fonts, "song", cluster) !== undefined) continue;
        const sources = found.get(cluster) ?? new Set();
        if (run.source !== undefined) sources.add(run.source);
        found.set(cluster, sources);
      }
    }
  }
  return [...found].map(([character, sources]) => ({ character, sources: [...sources] }));
}

/** Whether the font for rare hanzi would help. */
export const needsRest = (documents: readonly PaperDocument[], fonts: Fonts): boolean =>
  uncoveredIn(documents, fonts).length > 0;
