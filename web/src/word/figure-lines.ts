// The lines that stand for pictures in a long text, when it is taken over: those whose picture comes along get a line of
// their own; of the others only the words below them stay.
import type { PictureReading } from "./match/result";

export interface FigureLines {
  readonly text: string;
  readonly placed: ReadonlySet<PictureReading>;
}

/** `lineOf`: undefined for a picture that does not come. */
export function withFigureLines(
  text: string,
  pictures: readonly PictureReading[],
  lineOf: (reading: PictureReading) => string | undefined,
): FigureLines {
  const open = [...pictures];
  const placed = new Set<PictureReading>();
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const n = open.findIndex(({ marker }) => marker === line);
    const [reading] = n < 0 ? [] : open.splice(n, 1);
    const own = reading && lineOf(reading);
    if (!reading) lines.push(line);
    else if (own !== undefined) {
      lines.push(own);
      placed.add(reading);
    } else if (reading.captionLine !== undefined) lines.push(reading.captionLine);
  }
  return { text: lines.join("\n"), placed };
}
