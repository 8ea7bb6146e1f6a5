// What a page is filled with: strips as wide as the text, one below the other. A strip may hold on to the next one (a heading to
// its text), bring a head along to every new page (a table), and may let itself be cut where it does not fit.
import type { Points } from "../../document/model";
import type { Pen } from "./page";

export interface Strip {
  readonly height: Points;
  /** Left out at the top of a page. */
  readonly before: Points;
  /** Stays on one page with the next strip. */
  readonly glued: boolean;
  draw(pen: Pen, y: Points): void;
  /** Drawn again above the strip when it begins a page. */
  readonly head?: Strip;
  /** At `room` points, undefined where that cannot be done. `force`: the page is empty, something must be placed. */
  cut?(room: Points, force: boolean): readonly [Strip, Strip] | undefined;
  /** Begins a page whatever room is left. */
  readonly newPage?: boolean;
}

export const space = (height: Points): Strip => ({ height, before: 0, glued: false, draw: () => undefined });
