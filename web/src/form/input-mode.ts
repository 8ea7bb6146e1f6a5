// Which keyboard a phone should offer. Only where every allowed text can be typed on it: the number pads of some phones
// have no minus and no slash.
import type { FieldSpec } from "../core/form-view";

export function inputMode(field: FieldSpec): "numeric" | "decimal" | "text" {
  if (field.notApplicable && field.notApplicable.length > 0) return "text";
  if (field.type === "percent") return "decimal";
  if (Number(field.min ?? -1) < 0) return "text";
  if (field.type === "integer") return "numeric";
  return field.type === "decimal" ? "decimal" : "text";
}
