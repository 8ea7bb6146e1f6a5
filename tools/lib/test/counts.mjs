// Reads from a test program's output how many tests passed, failed and were skipped.
// Understood: Catch2's closing lines, node:test's TAP comments, a line "N passed, N failed[, N skipped]", and the
// "N of N applicable cases pass" of the CEL conformance run.

const number = (match, group = 1) => Number(match?.[group] ?? 0);

function fromCatch(output) {
  const all = output.match(/^All tests passed \(.*?in (\d+) test cases?\)/m);
  if (all) return { passed: number(all), failed: 0, skipped: 0 };
  const some = output.match(/^test cases:.*$/m)?.[0];
  if (!some) return null;
  return { passed: number(some.match(/(\d+) passed/)), failed: number(some.match(/(\d+) failed/)), skipped: 0 };
}

function fromTap(output) {
  if (!/^# tests \d+/m.test(output)) return null;
  const of = (word) => number(output.match(new RegExp(`^# ${word} (\\d+)`, "m")));
  return { passed: of("pass"), failed: of("fail") + of("cancelled"), skipped: of("skipped") + of("todo") };
}

function fromSummary(output) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  return last ? { passed: number(last, 1), failed: number(last, 2), skipped: number(last, 3) } : null;
}

function fromConformance(output) {
  const [, passed, run] = output.match(/^CEL conformance: (\d+) of (\d+) applicable cases pass/m) ?? [];
  return run ? { passed: Number(passed), failed: Number(run) - Number(passed), skipped: 0 } : null;
}

// null when the output holds no count at all.
export function countsIn(output) {
  return fromSummary(output) ?? fromTap(output) ?? fromCatch(output) ?? fromConformance(output);
}

// The counts of one finished program. It failed as a whole when its exit code says so while its counts do not, and
// when it ran no test at all: a stage that lost its tests must not look healthy.
export function judge(output, ok) {
  const counts = countsIn(output) ?? { passed: 0, failed: 0, skipped: 0 };
  if (!ok && counts.failed === 0) return { ...counts, failed: 1 };
  if (ok && counts.passed + counts.failed + counts.skipped === 0) return { ...counts, failed: 1 };
  return counts;
}

export function total(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key of Object.keys(sum)) sum[key] += result[key];
  return sum;
}
