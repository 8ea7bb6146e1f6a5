// A second chance for tests of the page in a real browser: on a loaded machine one in some hundreds stumbles over its own timing.
// What fails twice has failed. What passes the second time is counted as passed and named, so that it gets mended.

const mostFiles = 2; // more than that is no stumble

/** Of TAP with one file to a test run: the failed files, and the names of the tests that failed in them. */
export function failuresIn(tap) {
  const files = new Map();
  for (const [, name, block] of tap.matchAll(/^ *not ok \d+ - (.*)\n((?: +(?!not ok |ok |# ).*\n)*)/gm)) {
    if (block.includes("'subtestsFailed'")) continue;
    const file = block.match(/location: '(.*):\d+:\d+'/)?.[1];
    if (file === undefined) return undefined;
    files.set(file, [...(files.get(file) ?? []), name]);
  }
  return files;
}

/** The step that runs the failed files once more; undefined when there are none, or too many. */
export function again(step, output) {
  const files = failuresIn(output);
  if (!files || files.size === 0 || files.size > mostFiles) return undefined;
  const options = step.args.filter((arg) => arg.startsWith("--"));
  return { ...step, args: [...options, ...files.keys()] };
}

/** What is said of tests that passed the second time. */
export function unsteady(output) {
  return [...(failuresIn(output) ?? [])].flatMap(([file, names]) =>
    names.map((name) => `note: unsteady, passed only when run again: "${name}" (${file})\n`),
  );
}
