// What a pasted text becomes in a cell of a kind: options by their labels, one line where there is only one.
import type { FieldSpec, Option } from "../core/form-view";
import { partOf, sameName } from "./names";

function optionOf(options: readonly Option[], text: string): string | undefined {
  const exact = options.find(({ label, value }) => sameName(label, text) || value === text.trim());
  if (exact) return exact.value;
  const near = options.filter(({ label }) => partOf(label, text));
  return near.length === 1 ? near[0]?.value : undefined;
}

const cjk = /[\u2e80-\u9fff\uff00-\uffef]/;

/** A text in one line: between Chinese characters a line break says nothing, elsewhere it is a blank. */
export function oneLine(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.reduce((all, line) => {
    const joins = all === "" || (cjk.test(all.charAt(all.length - 1)) && cjk.test(line.charAt(0)));
    return all + (joins ? "" : " ") + line;
  }, "");
}

/** Undefined when the field offers no such option. */
export function valueFor(field: FieldSpec, text: string): string | undefined {
  const options = field.options ?? [];
  if (field.type === "choice") return optionOf(options, text);
  if (field.type === "choices") {
    const values = text
      .split(/[、，,；;\n]+/)
      .filter((part) => part.trim() !== "")
      .map((part) => optionOf(options, part));
    return values.includes(undefined) ? undefined : values.join("\n");
  }
  return field.type === "longText" ? text : oneLine(text);
}
