// Medians in nanoseconds: 31 batches of at least 2 ms each, after warming up.

function perCall(repeats, act) {
  const begin = process.hrtime.bigint();
  for (let i = 0; i < repeats; i++) act(i);
  return Number(process.hrtime.bigint() - begin) / repeats;
}

// `act(i)` is called many times with i = 0, 1, 2 …; even and odd calls usually write two different values.
export function median(act, { warmUp = 300, batches = 31 } = {}) {
  const until = performance.now() + warmUp;
  let repeats = 2;
  while (performance.now() < until || perCall(repeats, act) * repeats < 2e6) {
    if (perCall(repeats, act) * repeats < 2e6) repeats *= 2;
  }
  const times = Array.from({ length: batches }, () => perCall(repeats, act)).sort((a, b) => a - b);
  return times[batches >> 1];
}
