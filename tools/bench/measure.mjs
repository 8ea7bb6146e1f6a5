// Medians in nanoseconds, after warming up: of one program 31 batches of at least 2 ms each, of several 51 such batches
// each, taken in turns: a machine that is slow for a while is so for all of them. A quarter of a batch is run before it untimed, so
// that nobody pays for the caches the program before has left.

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

// acts: [[name, act(i)]] → { name: nanoseconds }
export function medians(acts, { warmUp = 300, rounds = 51 } = {}) {
  const runs = acts.map(([name, act]) => {
    const until = performance.now() + warmUp;
    let repeats = 1;
    do if (perCall(repeats, act) * repeats < 2e6) repeats *= 2;
    while (performance.now() < until);
    return { name, act, repeats, times: [] };
  });
  for (let round = 0; round < rounds; round++) {
    for (const { act, repeats, times } of runs) {
      perCall(repeats >> 2, act);
      times.push(perCall(repeats, act));
    }
  }
  return Object.fromEntries(runs.map(({ name, times }) => [name, times.sort((a, b) => a - b)[rounds >> 1]]));
}
