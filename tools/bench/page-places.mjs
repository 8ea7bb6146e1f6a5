// Where the page's bench types, in our page and in the peers', and the draft it opens: the sample with 200 rivals.
import { sample } from "./form.mjs";

export const rivals = 200;

// What is called how, where it is, and the character that is typed there.
export const places = [
  ["number in 表2", { table: "indicators", row: 1, column: "current" }, "2"],
  ["name, rival 100", { table: "competitors", row: 99, column: "product" }, "泵"],
  ["share, rival 100", { table: "competitors", row: 99, column: "share" }, "2"],
  ["address", { field: "address" }, "号"],
  ["narrative", { field: "implementation" }, "量"],
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
