// Says in what a report differs from what a case expects; an empty list means it agrees.

const keyOf = (entry) => (entry.row === undefined ? entry.rule : `${entry.rule}@${entry.row}`);
const describe = (finding) => `${finding.severity} ${keyOf(finding)} at ${finding.at.join(" ")}`;

// Both lists as multisets: what stands in one only.
function difference(expected, actual) {
  const rest = [...actual];
  const missing = [];
  for (const entry of expected) {
    const found = rest.indexOf(entry);
    if (found < 0) missing.push(entry);
    else rest.splice(found, 1);
  }
  return { missing, surplus: rest };
}

// What every finding owes its reader, whatever the case.
function faultsOf(finding) {
  const faults = [];
  if (!finding.message) faults.push(`${keyOf(finding)}: no message`);
  if (/[{}]/.test(finding.message ?? "")) faults.push(`${keyOf(finding)}: unfilled message: ${finding.message}`);
  if (finding.severity === "error" && finding.basis === "practice")
    faults.push(`${keyOf(finding)}: error by mere practice`);
  return faults;
}

function compareSummary(report) {
  const faults = [];
  for (const severity of ["error", "warning", "advice"]) {
    const open = report.findings.filter((f) => f.severity === severity && !f.acknowledged).length;
    if (report.summary[severity] !== open) {
      faults.push(`summary.${severity} is ${report.summary[severity]}, the list holds ${open}`);
    }
  }
  if (report.summary.pending !== report.pending.length) faults.push("summary.pending differs from the list");
  if (report.summary.todo !== report.todo.length) faults.push("summary.todo differs from the list");
  return faults;
}

function compareTexts(expected, report) {
  const faults = [];
  for (const want of expected.findings ?? []) {
    const got = report.findings.find((f) => keyOf(f) === keyOf(want) && f.at.join() === want.at.join());
    if (!got) continue;
    for (const part of want.says ?? []) {
      if (!got.message.includes(part)) faults.push(`${keyOf(want)}: message lacks “${part}”: ${got.message}`);
    }
    if ("fix" in want && JSON.stringify(got.fix?.to) !== JSON.stringify(want.fix)) {
      faults.push(`${keyOf(want)}: fix is ${JSON.stringify(got.fix?.to)}, not ${JSON.stringify(want.fix)}`);
    }
    if ("acknowledged" in want && Boolean(got.acknowledged) !== want.acknowledged) {
      faults.push(`${keyOf(want)}: acknowledged is ${Boolean(got.acknowledged)}`);
    }
  }
  return faults;
}

export function compare(expect, report) {
  const faults = report.findings.flatMap(faultsOf).concat(compareSummary(report), compareTexts(expect, report));
  if (expect.findings) {
    const { missing, surplus } = difference(expect.findings.map(describe), report.findings.map(describe));
    faults.push(...missing.map((f) => `not found: ${f}`), ...surplus.map((f) => `not expected: ${f}`));
  }
  const pending = report.pending.map(keyOf);
  if (expect.pending) {
    const { missing, surplus } = difference(expect.pending.map(keyOf), pending);
    faults.push(...missing.map((k) => `not pending: ${k}`), ...surplus.map((k) => `pending unexpectedly: ${k}`));
  }
  for (const entry of expect.pendingIncludes ?? []) {
    if (!pending.includes(keyOf(entry))) faults.push(`not pending: ${keyOf(entry)}`);
  }
  const todo = report.todo.map((t) => t.at);
  for (const at of expect.todoIncludes ?? []) if (!todo.includes(at)) faults.push(`not to do: ${at}`);
  for (const at of expect.todoExcludes ?? []) if (todo.includes(at)) faults.push(`to do unexpectedly: ${at}`);
  for (const [at, words] of Object.entries(expect.words ?? {})) {
    const got = report.counts.find((c) => c.at === at)?.words;
    if (got !== words) faults.push(`字数 of ${at} is ${got}, not ${words}`);
  }
  return faults;
}
