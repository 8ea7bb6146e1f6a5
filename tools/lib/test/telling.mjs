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

// Of a compiler's or linker's output, each error with what stands round it; warnings do not stop a build.
function errorsIn(log) {
  const lines = log.split("\n");
  const isError = (line) => /\berror\b:|undefined reference|undefined symbol|^FAILED:|^CMake Error|ERROR: /.test(line);
  const near = (i) => lines.slice(Math.max(0, i - 2), i + 5).some(isError);
  const told = lines.filter((_, i) => near(i));
  return told.length > 0 ? told.join("\n") : null;
}

export function tellingPart(whole) {
  const log = whole.replace(/^(.{300}).+$/gm, "$1 …"); // minified code in a stack trace
  const told = failuresIn(log) ?? errorsIn(log);
  if (told !== null) return told.length > shown ? `${told.slice(0, shown)}\n…` : told;
  return log.length > shown ? `…\n${log.slice(-shown)}` : log;
}
