// The figures of a draft by what they show: a file carries the pictures themselves, a stored draft only names them.
import type { DraftFile } from "../../document/draft-file";
import { sha256Hex } from "../sha256";

export interface ComparedFigure {
  readonly field: string;
  readonly caption: string;
  /** As in the store of pictures. */
  readonly picture: string;
}

export async function figureList({ figures = [] }: Pick<DraftFile, "figures">): Promise<ComparedFigure[]> {
  return Promise.all(
    (figures as readonly unknown[]).map(async (figure) => {
      const { field, caption, blob, data } = figure as Readonly<Record<string, unknown>>;
      const picture = typeof blob === "string" ? blob : typeof data === "string" ? await named(data) : "";
      return { field: String(field ?? ""), caption: String(caption ?? ""), picture };
    }),
  );
}

async function named(base64: string): Promise<string> {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return `sha256-${await sha256Hex(bytes.buffer)}`;
  } catch {
    return base64; // no picture after all: the same only as itself
  }
}

export const sameFigures = (a: readonly ComparedFigure[], b: readonly ComparedFigure[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
