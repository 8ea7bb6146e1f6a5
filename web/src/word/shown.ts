// A draft's text as people read it: options by their labels.
import type { FieldSpec } from "../core/form-view";

export function shownValue(spec: FieldSpec, text: string): string {
  if (text === "" || (spec.type !== "choice" && spec.type !== "choices")) return text;
  const label = (value: string): string => spec.options?.find((option) => option.value === value)?.label ?? value;
  return text.split("\n").map(label).join("、");
}
