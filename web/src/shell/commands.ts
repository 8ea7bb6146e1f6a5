// What can be done with the draft as a whole, as data: the tool bar lays it out, wide or narrow. A feature adds its commands
// here without loading itself; its code comes when a command is used.

export interface Command {
  readonly label: string;
  /** Said in the tooltip. */
  readonly hint?: string;
  /** As printed beside the label: Ctrl+S. */
  readonly keys?: string;
  readonly act: () => unknown;
  readonly enabled?: () => boolean;
}

export interface Menu {
  readonly label: string;
  /** Lines stand between groups. */
  readonly groups: readonly (readonly Command[])[];
}
