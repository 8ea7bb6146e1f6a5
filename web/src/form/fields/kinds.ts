// Which control shows which field.
import type { FieldSpec } from "../../core/form-view";

/** `area` also for names and titles: they are one line, but may be too long for the box. */
export type Kind = "line" | "area" | "radios" | "select" | "boxes";

/** More options than this are a list to open rather than ticks in view. */
export const mostRadios = 6;

export function kindOf(field: FieldSpec): Kind {
  switch (field.type) {
    case "choices":
      return "boxes";
    case "choice":
      return (field.options?.length ?? 0) <= mostRadios ? "radios" : "select";
    case "longText":
      return "area";
    case "text":
      return field.format ? "line" : "area";
    default:
      return "line";
  }
}

/** Whether the control is several inputs, so that a fieldset names them. */
export function isTicks(kind: Kind): boolean {
  return kind === "radios" || kind === "boxes";
}
