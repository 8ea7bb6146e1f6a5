// @marcbachmann/cel-js; the cross-field rules only, parsed once.
import { Environment } from "@marcbachmann/cel-js";
import { rules } from "./rules.mjs";

export function cel(_form, data) {
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  environment.registerFunction("total(list): double", (numbers) => numbers.reduce((sum, n) => sum + n, 0));
  const parsed = rules.map((rule) => ({ id: rule.id, each: rule.each, run: environment.parse(rule.cel) }));
  const holds = ({ each, run }) => (each ? data[each].every((row) => run({ ...data, row })) : run(data));
  const failing = () => parsed.filter((rule) => !holds(rule)).map(({ id }) => id);
  return { name: "cel-js, rules only", check: () => parsed.every(holds), why: () => failing().join() };
}
