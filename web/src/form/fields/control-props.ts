// What every control is told.
import type { FieldSpec } from "../../core/form-view";

export interface ControlProps {
  readonly field: FieldSpec;
  /** The slot it shows. */
  readonly cell: number;
  readonly id: string;
  /** For controls that have no visible label of their own. */
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}
