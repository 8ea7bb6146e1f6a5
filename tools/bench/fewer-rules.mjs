// The form with as many rule instances as it had when the targets were set, so that they can be held against it.

// `rows`: how many rows each table has in the draft. Keeps rules all over the list until they have `wanted` instances.
// → { files, instances, of }
export function fewerRules(files, rows, wanted) {
  const rules = JSON.parse(files["rules.json"]);
  const weight = ({ each }) => (each === undefined ? 1 : rows[each].length);
  const of = rules.rules.reduce((sum, rule) => sum + weight(rule), 0);
  let instances = 0;
  let seen = 0;
  const kept = rules.rules.filter((rule) => {
    seen += weight(rule);
    const keep = instances + weight(rule) <= Math.ceil((seen * wanted) / of);
    if (keep) instances += weight(rule);
    return keep;
  });
  const ids = new Set(kept.map(({ id }) => id));
  const messagesName = Object.keys(files).find((name) => name.startsWith("messages."));
  const messages = JSON.parse(files[messagesName]);
  messages.rules = Object.fromEntries(Object.entries(messages.rules).filter(([id]) => ids.has(id)));
  const form = JSON.parse(files["form.json"]);
  for (const condition of form.conditions ?? []) {
    if (condition.rules === undefined) continue;
    condition.rules = condition.rules.filter((id) => ids.has(id));
    if (condition.rules.length === 0) delete condition.rules;
  }
  return {
    files: {
      ...files,
      "rules.json": JSON.stringify({ ...rules, rules: kept }),
      "form.json": JSON.stringify(form),
      [messagesName]: JSON.stringify(messages),
    },
    instances,
    of,
  };
}
