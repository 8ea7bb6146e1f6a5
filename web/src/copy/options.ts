// How one likes to copy; kept in the browser for all drafts.
import { reactive, watch } from "vue";
import type { NoteKeeper } from "./ticks";

export interface CopyOptions {
  /** Leave out the lines that mark a figure's place. */
  skipMarkers: boolean;
  withHead: boolean;
  withRowHeads: boolean;
  byCell: boolean;
  /** Keys without Ctrl. */
  keys: boolean;
}

const place = "copy-options";
const usual: CopyOptions = { skipMarkers: false, withHead: true, withRowHeads: true, byCell: false, keys: true };

export function useCopyOptions(notes: NoteKeeper): CopyOptions {
  const options = reactive({ ...usual });
  try {
    const kept = JSON.parse(notes.kept(place) ?? "{}") as Partial<Record<keyof CopyOptions, unknown>>;
    for (const name of Object.keys(usual) as (keyof CopyOptions)[]) {
      const value = kept?.[name];
      if (typeof value === "boolean") options[name] = value;
    }
  } catch {
    // As usual, then.
  }
  watch(options, () => notes.keep(place, JSON.stringify(options)));
  return options;
}
