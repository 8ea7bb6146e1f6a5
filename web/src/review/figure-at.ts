// The figure the reader read at a place, with the unit it reckons in: 12.89亿元 is 128900万元 to it.
import type { Place, ReadFigure } from "./reader";

export function figureAt(figures: readonly ReadFigure[], place: Place | undefined): ReadFigure | undefined {
  return place && figures.find(({ at, from, to }) => at === place.at && from === place.from && to === place.to);
}

/** Undefined where it is written as it is reckoned. */
export function normalised(figure: ReadFigure | undefined, written: string): string | undefined {
  if (!figure) return undefined;
  const shown = `${figure.value}${figure.unit}`;
  return shown === written.replace(/[,，\s]/g, "") ? undefined : shown;
}
