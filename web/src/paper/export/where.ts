// What a place in the draft is called: 表5 第3行 竞争对手, 图2.
import type { FormView, Item } from "../../core/form-view";
import { fieldPointer, pointer } from "../../document/draft-file";
import type { Pointer } from "../../document/model";

export function makeWhere(form: FormView): (at: Pointer) => string {
  const labels = new Map<Pointer, string>();
  const tables = new Map<string, Extract<Item, { kind: "table" }>>();
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "group") walk(item.items);
      else if (item.kind === "field") labels.set(fieldPointer(item.id), item.label);
      else if (item.kind === "table") tables.set(item.id, item);
    }
  };
  for (const { items } of form.sections) walk(items);
  const figures = `${pointer("figures")}/`;
  return (at) => {
    const label = labels.get(at);
    if (label !== undefined) return label;
    if (at.startsWith(figures)) return `图片说明`;
    const [, , table = "", row = "", column = ""] = at.split("/");
    const item = tables.get(table);
    const head = item?.columns.find(({ id }) => id === column)?.label ?? column;
    return item ? `${item.label} 第${Number(row) + 1}行 ${head}` : at;
  };
}
