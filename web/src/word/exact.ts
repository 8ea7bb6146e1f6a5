// A file of our own export carries its draft. What is seen wins; but where it says what the draft says, the draft's own
// writing is taken: its spaces, its way of writing a date, its percent sign or none.
import type { FieldSpec, FormView, Item } from "../core/form-view";
import { squash, trimmed } from "./match/normal";
import type { CellReading, ImportResult, Leftover } from "./match/result";
import { isoDate } from "./match/values";

type Json = unknown;

const member = (node: Json, name: string): Json =>
  typeof node === "object" && node !== null ? (node as Readonly<Record<string, unknown>>)[name] : undefined;

/** A value of the draft as the page holds it: choices joined by line ends. */
function textOf(node: Json): string | undefined {
  if (Array.isArray(node)) return node.every((one) => typeof one === "string") ? node.join("\n") : undefined;
  return typeof node === "string" ? node : undefined;
}

/** What of a text can be seen on paper, whatever its spaces. */
function seen(spec: FieldSpec, text: string): string {
  const plain = squash(trimmed(text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => (/\s/.test(char) ? char : ""))));
  const date = spec.type === "date" ? isoDate(text) : undefined;
  if (date !== undefined) return date;
  return spec.unit !== undefined && plain.endsWith(squash(spec.unit))
    ? plain.slice(0, -squash(spec.unit).length)
    : plain;
}

/** What a choice holds although it is no option. */
function othersOf(spec: FieldSpec, text: string): string[] {
  const isOption = (value: string): boolean => spec.options?.some((option) => option.value === value) ?? false;
  return text.split("\n").filter((value) => value !== "" && !isOption(value));
}

/** What was chosen in the order it was chosen; and what the draft holds although it is no option. */
function exactChoice(spec: FieldSpec, reading: CellReading, texts: readonly string[]): CellReading {
  const sorted = (text: string): string => text.split("\n").sort().join("\n");
  const own = texts.find((text) => {
    if (reading.state === "found" && sorted(text) === sorted(reading.value)) return true;
    const others = othersOf(spec, text);
    const chosen = text.split("\n").filter((value) => value !== "" && !others.includes(value));
    const says = reading.state === "found" ? reading.value.split("\n") : [];
    return (
      others.length > 0 &&
      sorted(chosen.join("\n")) === sorted(says.join("\n")) &&
      others.every((value) => squash(reading.raw).includes(squash(value)))
    );
  });
  return own === undefined ? reading : { ...reading, state: "found", value: own };
}

/** A text of underlines alone looks like a line to write on. */
function onlyLines(reading: CellReading, texts: readonly string[]): CellReading {
  const own = texts.find((text) => text.trim() !== "" && squash(text) === squash(reading.raw));
  return own === undefined ? reading : { ...reading, state: "found", value: own };
}

/** A text, and the same without lines of pictures at its end: those that no line of the draft places are printed there. */
function* withoutLastFigures(text: string): Generator<string> {
  yield text;
  for (let rest = text; /(^|\n)【图\d+】$/.test(rest); ) {
    rest = rest.replace(/\n?【图\d+】$/, "");
    yield rest;
  }
}

function exact(spec: FieldSpec, reading: CellReading, texts: readonly string[]): CellReading {
  if (spec.type === "choice" || spec.type === "choices") return exactChoice(spec, reading, texts);
  if (reading.state === "empty") return onlyLines(reading, texts);
  if (reading.state !== "found") return reading;
  if (texts.includes(reading.value)) return reading;
  for (const value of withoutLastFigures(reading.value)) {
    if (value === "" && texts.includes("")) return { ...reading, state: "empty", value };
    const own = texts.find((text) => text !== "" && seen(spec, text) === seen(spec, value));
    if (own !== undefined) return { ...reading, value: own };
  }
  return reading;
}

/** Less what has a place after all: each of `given` is one line of one leftover. */
function without(leftovers: readonly Leftover[], given: readonly string[]): readonly Leftover[] {
  const rest = leftovers.map((left) => ({ left, lines: left.text.split("\n") }));
  for (const value of given) {
    const isIt = (line: string): boolean => squash(line) === squash(value);
    const from = rest.find(({ lines }) => lines.some(isIt));
    from?.lines.splice(from.lines.findIndex(isIt), 1);
  }
  return rest.flatMap(({ left, lines }) => (lines.length > 0 ? [{ ...left, text: lines.join("\n") }] : []));
}

/** `json`: the draft inside the file; anything that is no draft of this form changes nothing. */
export function exactTexts(form: FormView, result: ImportResult, json: string | undefined): ImportResult {
  let draft: Json;
  try {
    draft = JSON.parse(json ?? "");
  } catch {
    return result;
  }
  if (member(member(draft, "form"), "id") !== form.id) return result;
  const values = member(draft, "values");
  const specs = new Map<number, { spec: FieldSpec; text: Json }>();
  const tables = new Map<string, { columns: ReadonlyMap<string, FieldSpec>; rows: Json }>();
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "group") walk(item.items);
      else if (item.kind === "table") {
        const columns = new Map(item.columns.map((column) => [column.id, column] as const));
        tables.set(item.id, { columns, rows: member(values, item.id) });
      } else if (item.kind === "field") {
        specs.set(item.slot, { spec: item, text: item.id.split(".").reduce(member, values) });
      }
    }
  };
  for (const section of form.sections) walk(section.items);

  const given: string[] = [];
  const settle = (spec: FieldSpec, reading: CellReading, texts: readonly string[]): CellReading => {
    const settled = exact(spec, reading, texts);
    if (settled !== reading && spec.options) given.push(...othersOf(spec, settled.value));
    return settled;
  };
  const scalars = result.scalars.map((reading) => {
    const known = specs.get(reading.slot);
    const own = known?.text === undefined ? "" : textOf(known.text);
    return known && own !== undefined ? { ...reading, ...settle(known.spec, reading, [own]) } : reading;
  });
  const read = result.tables.map((table) => {
    const known = tables.get(table.table);
    if (!known || !Array.isArray(known.rows)) return table;
    const drafted: readonly Json[] = known.rows;
    const rows = table.rows.map((row, n) => {
      // The row of the same name or place first; another row may have the same text with other spaces.
      const own = drafted.find((one) => row.key !== undefined && member(one, "key") === row.key) ?? drafted[n];
      const cells = Object.entries(row.cells).map(([id, cell]) => {
        const spec = known.columns.get(id);
        const texts = [own, ...drafted].map((one) => textOf(member(one, id))).filter((text) => text !== undefined);
        return [id, spec ? settle(spec, cell, texts) : cell] as const;
      });
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return { ...table, rows };
  });
  return { ...result, scalars, tables: read, leftovers: without(result.leftovers, given) };
}
