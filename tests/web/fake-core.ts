// A stand-in for the core behind the same door: keeps values, rows and one history, counts lengths, judges only limits.
// For unit tests of the page and for looking at the page without a wasm build. Never part of the site.
import type { FindingView, RawCore, RawSession, RowView } from "../../web/src/core/door";
import type { FieldItem, FieldSpec, FormView, Item, TableItem } from "../../web/src/core/form-view";

// biome-ignore lint/suspicious/noExplicitAny: form.json before it is a FormView
type Raw = any;

interface State {
  values: Record<number, string>;
  rows: Record<string, RowView[]>;
}

export function viewOf(files: Record<string, string>): FormView {
  const raw: Raw = JSON.parse(files["form.json"] ?? "{}");
  const filled: Raw = JSON.parse(
    JSON.stringify(raw).replace(/\{year(-\d)?\}/g, (_, back: string) => String(raw.year + Number(back ?? 0))),
  );
  let slot = 0;
  let table = 0;
  const ids = new Map<string, number>();
  const inline = (field: Raw): void => {
    if (field.codes) field.options = JSON.parse(files[raw.codes[field.codes]] ?? "{}").codes;
  };
  const number = (item: Raw): void => {
    if (item.kind === "field") {
      ids.set(item.id, slot);
      item.slot = slot++;
      inline(item);
    } else if (item.kind === "table") {
      item.table = table++;
      item.columns.forEach(inline);
    }
    item.items?.forEach(number);
  };
  const link = (item: Raw): void => {
    if (item.kind === "mirror") item.slot = ids.get(item.of);
    for (const group of item.columnGroups ?? []) if (group.field) group.slot = ids.get(group.field);
    item.items?.forEach(link);
  };
  for (const section of filled.sections) section.items.forEach(number);
  for (const section of filled.sections) section.items.forEach(link);
  return filled as FormView;
}

function countsOf(text: string): [number, number, number, number, number] {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const other = text.replace(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu, " ").match(/\S+/g)?.length ?? 0;
  const marks = text.match(/[\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return [han + marks + other, [...text].length, [...text.replace(/\s/g, "")].length, text.length, han];
}

class FakeSession implements RawSession {
  private state: State = { values: {}, rows: {} };
  private past: State[] = [];
  private future: State[] = [];
  private fresh = true;
  private origin: Raw = undefined;
  private nextSlot = 0;
  private told: string | undefined;
  private readonly fields: { field: FieldItem; section: string }[] = [];
  private readonly tables: { item: TableItem; section: string }[] = [];

  constructor(
    private readonly form: FormView,
    private readonly memory: Uint8Array,
  ) {
    const walk = (items: readonly Item[], section: string): void => {
      for (const item of items) {
        if (item.kind === "field") this.fields.push({ field: item, section });
        else if (item.kind === "table") this.tables.push({ item, section });
        else if (item.kind === "group") walk(item.items, section);
      }
    };
    for (const { id, items } of form.sections) walk(items, id);
    this.nextSlot = this.fields.length;
    this.clear();
  }
  clear(): void {
    this.state = { values: {}, rows: {} };
    this.past = [];
    this.future = [];
    for (const { item } of this.tables) {
      this.state.rows[item.id] = (item.seed ?? []).map(({ key }) => ({ id: key, key, slot: this.takeSlots(item) }));
      for (let n = 1; n <= ((item as Raw).startRows ?? 0); n++) this.state.rows[item.id]?.push(this.row(item, `r${n}`));
    }
  }
  private takeSlots(item: TableItem): number {
    this.nextSlot += item.columns.length;
    return this.nextSlot - item.columns.length;
  }
  private row(item: TableItem, id: string): RowView {
    return { id, slot: this.takeSlots(item) };
  }
  private cells(): { field: FieldSpec; slot: number; section: string }[] {
    const scalars = this.fields.map(({ field, section }) => ({ field, slot: field.slot, section }));
    const inRows = this.tables.flatMap(({ item, section }) =>
      (this.state.rows[item.id] ?? []).flatMap((row) => {
        const blocked = item.seed?.find(({ key }) => key === row.key)?.blocked ?? [];
        return item.columns.flatMap((field, c) =>
          blocked.includes(field.id) || (field.header && row.key) ? [] : [{ field, slot: row.slot + c, section }],
        );
      }),
    );
    return [...scalars, ...inRows];
  }
  private text(slot: number): string {
    return this.state.values[slot] ?? "";
  }
  private findings(): FindingView[] {
    return this.cells().flatMap(({ field, slot, section }) => {
      const n = countsOf(this.text(slot))[0];
      const { max, low, high } = field.limit ?? {};
      const broken = n > 0 && ((max && n > max) || (low && n < low) || (high && n > high));
      if (!broken) return [];
      const rule = max ? "limit.over" : n < (low ?? 0) ? "limit.short" : "limit.long";
      const severity = max ? ("error" as const) : ("advice" as const);
      const basis = max ? ("form" as const) : ("practice" as const);
      return [{ key: `${rule}@${slot}`, rule, slots: [slot], section, severity, basis, message: `${field.label}：${n} 字` }];
    });
  }
  private all() {
    const cells = this.cells();
    return {
      values: this.state.values,
      rows: this.state.rows,
      counts: Object.fromEntries(cells.filter((c) => c.field.limit).map((c) => [c.slot, countsOf(this.text(c.slot))])),
      todo: cells.filter((c) => c.field.required && !this.text(c.slot).trim()).map((c) => c.slot),
      sections: this.form.sections.map(({ id }) => {
        const needed = cells.filter((c) => c.section === id && c.field.required);
        return { id, required: needed.length, filled: needed.filter((c) => this.text(c.slot).trim()).length };
      }),
      aside: [],
      checked: [],
      figures: [],
      history: { undo: this.past.length > 0 ? "修改" : null, redo: this.future.length > 0 ? "修改" : null },
    };
  }
  private change(next: State): number {
    if (this.fresh) this.past.push(this.state);
    this.fresh = false;
    this.future = [];
    this.state = next;
    return 63;
  }

  open(json: string | Uint8Array): string {
    const text = typeof json === "string" ? json : new TextDecoder().decode(json);
    let draft: Raw;
    try {
      draft = JSON.parse(text);
    } catch {
      return JSON.stringify({ ok: false, notices: [{ code: "draft.notJson", at: "", message: "文件不是 JSON。" }] });
    }
    const state: State = { values: {}, rows: {} };
    for (const { field } of this.fields) {
      const value: Raw = field.id.split(".").reduce((at: Raw, part) => at?.[part], draft.values);
      if (value !== undefined) state.values[field.slot] = Array.isArray(value) ? value.join("\n") : value;
    }
    for (const { item } of this.tables) {
      state.rows[item.id] = (draft.values[item.id] ?? []).map((row: Raw) => {
        const slot = this.takeSlots(item);
        item.columns.forEach(({ id }, c) => {
          if (row[id] !== undefined) state.values[slot + c] = row[id];
        });
        return { id: row.id, slot, ...(row.key ? { key: row.key } : {}) };
      });
    }
    this.state = state;
    this.past = [];
    this.future = [];
    return JSON.stringify({ ok: true, notices: [] });
  }
  // Figures are the real core's business.
  insertFigure(): number {
    return 0;
  }
  replaceFigure(): number {
    return 0;
  }
  placeFigure(): number {
    return 0;
  }
  moveFigure(): number {
    return 0;
  }
  removeFigure(): number {
    return 0;
  }
  captionFigure(): number {
    return 0;
  }
  orderFigures(): number {
    return 0;
  }
  pictureData(): string {
    return "";
  }
  storePicture(): number {
    return 0;
  }
  snapshot(): string {
    const findings = this.findings();
    this.told = JSON.stringify(findings.map(({ key }) => key));
    return JSON.stringify({ ...this.all(), findings });
  }
  private input(bytes: number): string {
    return new TextDecoder().decode(this.memory.subarray(0, bytes));
  }
  setInput(slot: number, bytes: number): number {
    return this.set(slot, this.input(bytes));
  }
  editInput(slot: number, from: number, removed: number, bytes: number): number {
    const text = this.text(slot);
    return this.set(slot, text.slice(0, from) + this.input(bytes) + text.slice(from + removed));
  }
  private set(slot: number, text: string): number {
    if (this.text(slot) === text) return 0;
    return this.change({ ...this.state, values: { ...this.state.values, [slot]: text } });
  }
  delta(): string {
    const changed = this.findings();
    const keys = changed.map(({ key }) => key);
    const gone = (JSON.parse(this.told ?? "[]") as string[]).filter((key) => !keys.includes(key));
    this.told = JSON.stringify(keys);
    return JSON.stringify({ ...this.all(), findings: { changed, gone } });
  }
  private reorder(table: number, act: (rows: RowView[], item: TableItem) => void): number {
    const entry = this.tables[table];
    if (!entry) return 0;
    const rows = [...(this.state.rows[entry.item.id] ?? [])];
    act(rows, entry.item);
    return this.change({ ...this.state, rows: { ...this.state.rows, [entry.item.id]: rows } });
  }
  insertRow(table: number, index: number): number {
    return this.reorder(table, (rows, item) => rows.splice(index, 0, this.row(item, `r${this.nextSlot}`)));
  }
  removeRow(table: number, index: number): number {
    return this.reorder(table, (rows) => rows.splice(index, 1));
  }
  moveRow(table: number, from: number, to: number): number {
    return this.reorder(table, (rows) => rows.splice(to, 0, ...rows.splice(from, 1)));
  }
  begin(): void {}
  end(): void {}
  mark(): void {
    this.fresh = true;
  }
  private travel(from: State[], to: State[]): number {
    const state = from.pop();
    if (!state) return 0;
    to.push(this.state);
    const blanks = Object.fromEntries(Object.keys(this.state.values).map((slot) => [slot, ""]));
    this.state = { rows: state.rows, values: { ...blanks, ...state.values } };
    return 63;
  }
  undo(): number {
    return this.travel(this.past, this.future);
  }
  redo(): number {
    return this.travel(this.future, this.past);
  }
  acknowledge(): number {
    return 0;
  }
  reopen(): number {
    return 0;
  }
  applyFix(): number {
    return 0;
  }
  setOrigin(id: string, revision: number, name: string): void {
    this.origin = { id, revision, ...(name ? { name } : {}) };
  }
  steps(): string {
    const list = (states: State[]) => states.map(() => ({ label: "修改" })).reverse();
    return JSON.stringify({ done: list(this.past), undone: list(this.future) });
  }
  draft(saved: string): string {
    const values: Raw = {};
    for (const { field } of this.fields) {
      const path = field.id.split(".");
      const last = path.pop() ?? "";
      const host = path.reduce((at: Raw, part) => (at[part] ??= {}), values);
      if (this.text(field.slot)) host[last] = this.text(field.slot);
    }
    for (const { item } of this.tables) {
      values[item.id] = (this.state.rows[item.id] ?? []).map((row) => ({
        id: row.id,
        key: row.key,
        ...Object.fromEntries(item.columns.map(({ id }, c) => [id, this.text(row.slot + c)]).filter(([, text]) => text)),
      }));
    }
    return JSON.stringify({ format: "formcheck-draft/1", form: { id: this.form.id }, saved, origin: this.origin, values });
  }
}

export function makeFakeCore(form: FormView): RawCore {
  const memory = new Uint8Array(1 << 20);
  return {
    HEAPU8: memory,
    whole: true,
    late: {},
    rest: async () => undefined,
    inputBuffer: () => 0,
    readImage: () => 0,
    Session: class extends FakeSession {
      constructor() {
        super(form, memory);
      }
    },
  };
}
