// What goes on the clipboard for a value: the text as it was typed, for choices the labels of what was chosen.
import type { FieldSpec } from "../core/form-view";

const separator = "、";
/** A line that marks the place of a figure; the core counts by the same rule. */
const markerLine = /^\s*【图[0-9]{1,6}】\s*$/;

export function hasMarkers(text: string): boolean {
  return text.split("\n").some((line) => markerLine.test(line));
}

export function withoutMarkers(text: string): string {
  return text
    .split("\n")
    .filter((line) => !markerLine.test(line))
    .join("\n");
}

/** `value` as the core keeps it: the choices of a list one a line. What is no option stays as it is. */
export function copiedText(spec: FieldSpec, value: string): string {
  if (!spec.options) return value;
  const label = (chosen: string): string => spec.options?.find((option) => option.value === chosen)?.label ?? chosen;
  if (spec.type === "choice") return label(value);
  return value
    .split("\n")
    .filter((chosen) => chosen !== "")
    .map(label)
    .join(separator);
}

/** Whether people count its characters. */
export const isProse = (spec: FieldSpec): boolean => spec.type === "text" || spec.type === "longText";
