// What is derived from the form for showing it: sentences with blanks, table heads, widths, keyboards, times.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { sentenceParts } = await loadTs("web/src/form/sentence-parts.ts");
const { headOf, widthOf } = await loadTs("web/src/form/table/columns.ts");
const { inputMode } = await loadTs("web/src/form/input-mode.ts");
const { kindOf } = await loadTs("web/src/form/fields/kinds.ts");
const { rfc3339, clock } = await loadTs("web/src/drafts/time.ts");

describe("a sentence with blanks", () => {
  it("is cut into text and fields", () => {
    assert.deepEqual(sentenceParts("共{patents.total}个，其中{patents.invention}个。"), [
      { text: "共" },
      { field: "patents.total" },
      { text: "个，其中" },
      { field: "patents.invention" },
      { text: "个。" },
    ]);
    assert.deepEqual(sentenceParts("{a}{b}"), [{ field: "a" }, { field: "b" }]);
    assert.deepEqual(sentenceParts(""), []);
  });
});

describe("the head of a table", () => {
  const columns = ["item", "a", "b", "c"].map((id) => ({ id, label: id.toUpperCase(), type: "decimal" }));

  it("is one line without groups", () => {
    const head = headOf({ columns });
    assert.deepEqual(
      head.upper.map(({ label, rows }) => [label, rows]),
      [
        ["ITEM", 1],
        ["A", 1],
        ["B", 1],
        ["C", 1],
      ],
    );
    assert.deepEqual(head.lower, []);
  });

  it("puts groups above their columns and lets the others reach over both lines", () => {
    const head = headOf({ columns, columnGroups: [{ field: "products.a", slot: 7, columns: ["a", "b"] }] });
    assert.deepEqual(
      head.upper.map(({ label, columns: n, rows, slot }) => [label, n, rows, slot]),
      [
        ["ITEM", 1, 2, undefined],
        ["", 2, 1, 7],
        ["C", 1, 2, undefined],
      ],
    );
    assert.deepEqual(
      head.lower.map(({ label }) => label),
      ["A", "B"],
    );
  });

  it("gives prose the room that names and figures leave", () => {
    const [name, figure, prose] = [
      { id: "n", type: "text" },
      { id: "f", type: "percent" },
      { id: "p", type: "longText" },
    ];
    const table = { columns: [name, figure, prose] };
    assert.deepEqual(
      table.columns.map((column) => widthOf(column, table)),
      ["col-text", "col-number", "col-rest"],
    );
  });
});

describe("a field", () => {
  it("offers a number pad only where everything allowed can be typed on it", () => {
    assert.equal(inputMode({ type: "integer", min: "0" }), "numeric");
    assert.equal(inputMode({ type: "decimal", min: "0" }), "decimal");
    assert.equal(inputMode({ type: "decimal" }), "text");
    assert.equal(inputMode({ type: "percent", notApplicable: ["/"] }), "text");
    assert.equal(inputMode({ type: "percent" }), "decimal");
  });

  it("with more than six options is a list to open", () => {
    const options = Array.from({ length: 7 }, (_, n) => ({ value: String(n), label: String(n) }));
    assert.equal(kindOf({ type: "choice", options: options.slice(1) }), "radios");
    assert.equal(kindOf({ type: "choice", options }), "select");
    assert.equal(kindOf({ type: "choices", options }), "boxes");
  });
});

describe("a time", () => {
  it("is written with the local offset, and read back as the same moment", () => {
    const date = new Date(2025, 9, 8, 9, 5, 7);
    assert.match(rfc3339(date), /^2025-10-08T09:05:07[+-]\d\d:\d\d$/);
    assert.equal(new Date(rfc3339(date)).getTime(), date.getTime());
    assert.equal(clock(date), "09:05");
  });
});
