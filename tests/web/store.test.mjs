// The mirror of the draft: what is typed, chosen, moved and undone stands in it cell by cell.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { effect } from "@vue/reactivity";
import { makeStore, slotOf } from "./page.mjs";

const table = (store, id) => store.index.tables.get(id).item.table;

describe("the store", () => {
  it("keeps what is typed and counts it", () => {
    const store = makeStore();
    const title = slotOf(store, "title");
    store.type(title, "质量 标杆");
    assert.equal(store.text(title), "质量 标杆");
    assert.deepEqual([...store.counts.get(title)], [4, 5, 4, 5, 4]);
    assert.equal(store.progress.get("cover").filled, 1);
  });

  it("hands a long text over as an edit, with the same result", () => {
    const store = makeStore();
    const slot = slotOf(store, "overview");
    const text = "质量𠮷标杆。".repeat(60);
    store.type(slot, text);
    const edited = `${text.slice(0, 100)}改${text.slice(140)}`;
    store.type(slot, edited);
    assert.equal(JSON.parse(store.draft("")).values.overview, edited);
  });

  it("takes the same text twice as one change", () => {
    const store = makeStore();
    const title = slotOf(store, "title");
    store.type(title, "标杆");
    const { value } = store.revision;
    store.type(title, "标杆");
    assert.equal(store.revision.value, value);
  });

  it("re-renders only what shows the cell", () => {
    const store = makeStore();
    const [title, company] = [slotOf(store, "title"), slotOf(store, "company")];
    let titles = 0;
    let companies = 0;
    effect(() => {
      store.text(title);
      titles++;
    });
    effect(() => {
      store.text(company);
      companies++;
    });
    store.type(title, "标");
    store.type(title, "标杆");
    assert.equal(titles, 3);
    assert.equal(companies, 1);
  });

  it("undoes and redoes rows with what is in them", () => {
    const store = makeStore();
    const rows = () => store.rows.get("competitors");
    const before = rows().length;
    const [{ slot }] = rows();
    store.type(slot, "离心泵");
    store.removeRow(table(store, "competitors"), 0);
    assert.equal(rows().length, before - 1);
    assert.equal(store.place(slot), undefined);
    store.undo();
    assert.equal(rows().length, before);
    assert.equal(store.text(rows()[0].slot), "离心泵");
    store.redo();
    assert.equal(rows().length, before - 1);
  });

  it("knows a blank form although its tables have headings", () => {
    const store = makeStore();
    assert.ok(store.isBlank());
    store.type(slotOf(store, "company"), "某公司");
    assert.ok(!store.isBlank());
    store.startBlank();
    assert.ok(store.isBlank());
    assert.equal(store.text(slotOf(store, "company")), "");
  });

  it("leaves the open draft alone when a file cannot be read", () => {
    const store = makeStore();
    const company = slotOf(store, "company");
    store.type(company, "某公司");
    assert.equal(store.openNow("{").ok, false);
    assert.equal(store.text(company), "某公司");
  });

  it("names rows by their headings and cells by row and column", () => {
    const store = makeStore();
    const [first] = store.rows.get("management");
    assert.equal(store.rowName("management", first), "市场占有率 2023年");
    const column = store.index.tables.get("management").columns.findIndex(({ id }) => id === "aDomestic");
    assert.equal(store.label(first.slot + column, String), "市场占有率 2023年 国内");
    const [rival] = store.rows.get("competitors");
    assert.equal(
      store.label(rival.slot, (n) => `第 ${n} 行`),
      "第 1 行 产品名称",
    );
  });
});
