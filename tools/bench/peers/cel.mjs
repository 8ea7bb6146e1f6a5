// @marcbachmann/cel-js; the cross-field rules only, parsed once.
import { Environment } from "@marcbachmann/cel-js";
import { rules } from "./rules.mjs";

export function cel(_form, data) {
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  environment.registerFunction("total(list): double", (numbers) => numbers.reduce((sum, n) => sum + n, 0));
  const parsed = rules.map(({ id, each, cel: text }) => ({
    id,
    run: environment.parse(each ? `${each}.all(row, ${text})` : text),
  }));
  const failing = () => parsed.filter(({ run }) => !run(data)).map(({ id }) => id);
  return { name: "cel-js, rules only", check: () => parsed.every(({ run }) => run(data)), why: () => failing().join() };
}
