// Which versions stay when there are too many: all of today that fit, one of each day before, none but the newest is sacred.

export const mostVersions = 20;

export interface Dated {
  /** Grows with each version: their order, whatever the clock said. */
  readonly id: number;
  /** RFC 3339, local: its first ten characters name the day. */
  readonly time: string;
  /** Kept by hand: goes last. */
  readonly byHand: boolean;
}

/** The ids to drop. */
export function superfluous(versions: readonly Dated[], most: number = mostVersions): number[] {
  let kept = [...versions].sort((a, b) => b.id - a.id);
  const newest = kept[0];
  if (!newest) return [];
  const today = dayOf(newest);
  // Of each earlier day the last, and what was kept by hand.
  const days = new Set<string>();
  kept = kept.filter((version) => {
    const day = dayOf(version);
    if (day === today || version.byHand) return true;
    if (days.has(day)) return false;
    days.add(day);
    return true;
  });
  while (kept.length > most) {
    const goes = crowded(kept, today) ?? oldest(kept);
    kept = kept.filter((version) => version !== goes);
  }
  const ids = new Set(kept.map(({ id }) => id));
  return versions.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
}

const dayOf = ({ time }: Dated): string => time.slice(0, 10);

/** Of today's, beyond the newest five: the one whose neighbours stand closest. Undefined when today has few. */
function crowded(kept: readonly Dated[], today: string): Dated | undefined {
  const candidates = kept.filter((version, n) => n >= 5 && !version.byHand && dayOf(version) === today);
  let best: Dated | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const version of candidates) {
    const at = kept.indexOf(version);
    const [after, before] = [kept[at - 1], kept[at + 1]];
    const room = after && before ? Math.abs(Date.parse(after.time) - Date.parse(before.time)) : least;
    if (!(room < least) && best) continue;
    best = version;
    least = room;
  }
  return best;
}

/** What was not kept by hand first; the newest never. */
function oldest(kept: readonly Dated[]): Dated | undefined {
  const others = kept.slice(1).reverse();
  return others.find(({ byHand }) => !byHand) ?? others[0];
}
