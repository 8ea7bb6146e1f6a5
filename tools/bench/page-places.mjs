// Where the page's bench types, in our page and in the peers', and the draft it opens: the sample with 200 rivals.
import { sample } from "./form.mjs";

export const rivals = 200;

export const places = [
  [
    "number in 表2",
    { table: "indicators", row: 1, column: "current" },
    ["128,936.4", "128,936.42"],
    ["128936.4", "128936.42"],
  ],
  ["name, rival 100", { table: "competitors", row: 99, column: "product" }, ["离心泵", "离心泵组"]],
  ["share, rival 100", { table: "competitors", row: 99, column: "share" }, ["0.1", "0.12"]],
  ["address", { field: "address" }, ["台州市温岭市一号", "台州市温岭市一号楼"]],
  [
    "narrative",
    { field: "implementation" },
    [`${sample.values.implementation}质`, `${sample.values.implementation}质量`],
  ],
];

const rivalOf = (row, n) => ({
  ...row,
  id: `r${n + 1}`,
  product: `${row.product}${n}`,
  rival: `${row.rival}${n}`,
  share: "0.1",
});

export function fullDraft() {
  const { competitors } = sample.values;
  const rows = Array.from({ length: rivals }, (_, n) => rivalOf(competitors[n % competitors.length], n));
  return { ...sample, values: { ...sample.values, competitors: rows } };
}
