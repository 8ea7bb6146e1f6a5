// The functions the rules need in SurveyJS's expressions.
import { FunctionFactory } from "survey-core";

export function registerFunctions() {
  const patterns = new Map();
  const add = (title, run) => FunctionFactory.Instance.register(title, run);
  add("characters", ([text]) => [...(text ?? "")].length);
  add("matches", ([text, source]) => {
    if (!patterns.has(source)) patterns.set(source, new RegExp(source));
    return patterns.get(source).test(text ?? "");
  });
  add("cellOf", ([rows, key, column]) => rows?.find((row) => row.key === key)?.[column]);
  add("cellAt", ([rows, index, column]) => rows?.[index]?.[column]);
  add("shares", ([rows, product]) => (rows ?? []).reduce((sum, c) => sum + (c.product === product ? c.share : 0), 0));
}
