// json-logic-engine, compiled; the cross-field rules only. No partial check either: every key costs all the rules.
import { LogicEngine } from "json-logic-engine";
import { rules } from "./rules.mjs";

function makeEngine() {
  const engine = new LogicEngine();
  const patterns = new Map();
  const pattern = (source) => {
    if (!patterns.has(source)) patterns.set(source, new RegExp(source));
    return patterns.get(source);
  };
  engine.addMethod("characters", ([text]) => [...text].length, { sync: true });
  engine.addMethod("matches", ([text, source]) => pattern(source).test(text), { sync: true });
  engine.addMethod(
    "shares",
    ([rows, product]) => rows.reduce((sum, c) => sum + (c.product === product ? c.share : 0), 0),
    {
      sync: true,
    },
  );
  return engine;
}

// {find: [table, key, column]} is the cell of a keyed row: a path, once the rows' places are known.
function withPlaces(node, data) {
  if (Array.isArray(node)) return node.map((part) => withPlaces(part, data));
  if (typeof node !== "object" || node === null) return node;
  if (node.find) {
    const [table, key, column] = node.find;
    return { var: `${table}.${data[table].findIndex((row) => row.key === key)}.${column}` };
  }
  return Object.fromEntries(Object.entries(node).map(([op, args]) => [op, withPlaces(args, data)]));
}

export function logic(_form, data) {
  const engine = makeEngine();
  const compiled = rules.map((rule) => {
    const logic = withPlaces(rule.logic, data);
    return { id: rule.id, holds: engine.build(rule.each ? { all: [{ var: rule.each }, logic] } : logic) };
  });
  const failing = () => compiled.filter(({ holds }) => !holds(data)).map(({ id }) => id);
  return {
    name: "json-logic-engine, rules only",
    check: () => compiled.every(({ holds }) => holds(data)),
    why: () => failing().join(),
  };
}
