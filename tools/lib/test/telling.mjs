// The part of a failed stage's log that is worth showing; the whole log is in build/test-logs.
const shown = 12_000; // characters
const noise =
  /^ *(duration_ms|location|type|failureType|code|name|stack|expected|actual|operator): .*\n|^ *(---|\.\.\.)\n/gm;

// Of TAP, what failed and why, without the suites round it. null when the log is no TAP or nothing in it failed.
function failuresIn(log) {
  const found = log.match(/^ *not ok .*\n(?: +(?!not ok |ok |# ).*\n)*/gm);
  const own = found?.filter((failure) => !failure.includes("'subtestsFailed'"));
  return own?.length > 0 ? own.map((failure) => failure.replace(noise, "")).join("") : null;
}

export function tellingPart(whole) {
  const log = whole.replace(/^(.{300}).+$/gm, "$1 …"); // minified code in a stack trace
  const failures = failuresIn(log);
  if (failures !== null) return failures.length > shown ? `${failures.slice(0, shown)}\n…` : failures;
  return log.length > shown ? `…\n${log.slice(-shown)}` : log;
}
