// The sample as the peers want it: numbers as JavaScript numbers, blanks as null. Reading what was typed (38,500 or 12.5%)
// is left out of their times; the core's times include it.
import { partsOf, sample } from "../form.mjs";

const number = (typed) => (typed === undefined || typed === "" ? null : Number(typed.replace(/[,%\s]/g, "")));
const isNumber = ({ type }) => ["integer", "decimal", "percent"].includes(type);
const read = (field, typed) => (isNumber(field) ? number(typed) : (typed ?? ""));

function put(target, id, value) {
  const keys = id.split(".");
  const last = keys.pop();
  let node = target;
  for (const key of keys) {
    node[key] ??= {};
    node = node[key];
  }
  node[last] = value;
}

const at = (values, id) => id.split(".").reduce((node, key) => node?.[key], values);

// A row with the attributes rules use beside its cells: its key, and which direction is better.
function readRow(table, row) {
  const seed = table.seed?.find(({ key }) => key === row.key);
  const cells = table.columns
    .filter(({ header }) => !header)
    .map((column) => [column.id, read(column, row[column.id])]);
  return { key: row.key ?? "", better: seed?.attributes?.better ?? "", ...Object.fromEntries(cells) };
}

export function peerData(form) {
  const { fields, tables } = partsOf(form);
  const data = {};
  for (const field of fields) put(data, field.id, read(field, at(sample.values, field.id)));
  for (const table of tables) data[table.id] = sample.values[table.id].map((row) => readRow(table, row));
  return data;
}
