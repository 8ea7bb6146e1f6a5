// The same numbers every time, on any machine: an input that broke an importer can be made again from its seed.

// → pick(below): a whole number from 0 on.
export function chance(seed) {
  let state = seed >>> 0;
  const pick = (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  pick.of = (list) => list[pick(list.length)];
  return pick;
}
