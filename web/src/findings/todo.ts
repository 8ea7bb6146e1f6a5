// What is still to be filled in, with the cell it means. The core says what; its pointers are turned into slots here.
import { onBeforeUnmount, type ShallowRef, shallowRef, watch } from "vue";
import type { RowView, Todo } from "../core/door";
import type { FormIndex } from "../core/form-index";
import type { Store } from "../core/store";

export interface TodoEntry extends Todo {
  /** Undefined when it speaks of no single cell. */
  readonly slot: number | undefined;
}

/** `/values/patents/total` or `/values/indicators/1/current`, RFC 6901. */
export function slotOfPointer(
  pointer: string,
  index: FormIndex,
  rows: ReadonlyMap<string, readonly RowView[]>,
): number | undefined {
  const [root, ...path] = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  if (root !== "values") return undefined;
  const scalar = index.fields.get(path.join("."));
  if (scalar) return scalar.slot;
  for (let end = path.length; end > 0; end--) {
    const table = index.tables.get(path.slice(0, end).join("."));
    if (!table) continue;
    const row = rows.get(table.item.id)?.[Number(path[end] ?? 0)];
    const column = table.columns.findIndex(({ id }) => id === path[end + 1]);
    return row && row.slot + Math.max(column, 0);
  }
  return undefined;
}

const todoPause = 300;

/** Kept up to date shortly after changes, as long as the component lives. */
export function useTodo(store: Store): ShallowRef<readonly TodoEntry[]> {
  const todo = shallowRef<readonly TodoEntry[]>([]);
  let timer = 0;
  function look(): void {
    todo.value = store.todo().map((entry) => ({ ...entry, slot: slotOfPointer(entry.at, store.index, store.rows) }));
  }
  look();
  watch(store.revision, () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, todoPause);
  });
  onBeforeUnmount(() => window.clearTimeout(timer));
  return todo;
}
