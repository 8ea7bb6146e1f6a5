// What differs between two drafts, and taking it over: whole, by table, by cell; one undo step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { root } from "./core.mjs";
import { makeStore, slotOf } from "./real-store.mjs";

const { differences, differing } = await loadTs("web/src/drafts/compare/differences.ts");
const { takeOver } = await loadTs("web/src/drafts/compare/take-over.ts");
const { keptEntries } = await loadTs("web/src/drafts/compare/kept-findings.ts");
const { asideSection } = await loadTs("web/src/drafts/compare/aside-differences.ts");
const { afterTaking, narrativeFigures } = await loadTs("web/src/drafts/compare/narrative-figures.ts");
const sample = JSON.parse(readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8"));

const draftOf = (store) => JSON.parse(store.draft(""));
const copy = (value) => JSON.parse(JSON.stringify(value));
const treeOf = (store, right, sameOrigin = false) =>
  differences(store.index, draftOf(store), right, sameOrigin, { rowNumber: (n) => `第 ${n} 行` });

// With pictures and with what was kept, as the view compares them.
async function wholeTreeOf(store, rightStore) {
  const kept = (one) =>
    one.examineNow(one.draft("")).snapshot.findings.filter(({ acknowledged }) => acknowledged !== undefined);
  const [left, right] = [draftOf(store), draftOf(rightStore)];
  const figures = { left: await narrativeFigures(left), right: await narrativeFigures(right) };
  const words = { rowNumber: (n) => `第 ${n} 行` };
  return differences(store.index, left, right, true, words, figures, keptEntries(kept(store), kept(rightStore)));
}
const all = (tree) => tree.flatMap(({ entries }) => differing(entries));

// Without the ids of rows, which are each draft's own.
const plain = (values) => JSON.parse(JSON.stringify(values), (key, value) => (key === "id" ? undefined : value));

const withoutBlankRows = (values) =>
  JSON.parse(JSON.stringify(plain(values)), (_, value) =>
    Array.isArray(value) ? value.filter((row) => typeof row !== "object" || Object.keys(row).length > 0) : value,
  );

function opened(draft) {
  const store = makeStore();
  if (draft) assert.ok(store.openNow(JSON.stringify(draft)).ok);
  return store;
}

// A draft as its author's machine would have it: through the core.
const canonical = (draft) => draftOf(opened(draft));

describe("taking over everything", () => {
  it("makes a blank draft the same as the sample, in one step that can be undone", () => {
    const store = opened();
    const blank = store.draft("");
    const right = canonical(sample);
    const tree = treeOf(store, right);
    takeOver(store, tree, new Set(all(tree)), "合并");
    assert.deepEqual(withoutBlankRows(draftOf(store).values), withoutBlankRows(right.values));
    assert.deepEqual(all(treeOf(store, right)), [], "nothing differs any more");
    store.undo();
    assert.equal(store.draft(""), blank);
  });

  it("follows rows that were added, removed, moved and renamed", () => {
    const right = copy(sample);
    const rows = right.values.competitors;
    rows.reverse();
    rows.splice(1, 1);
    rows.push({ id: "new", product: "新产品", rival: "新对手", share: "1%" });
    right.values.indicators = right.values.indicators.filter((_, n) => n !== 2);
    right.values.indicators.push({ id: "own", name: "自定指标" });
    const store = opened(sample);
    const wanted = canonical(right);
    const tree = treeOf(store, wanted, true);
    takeOver(store, tree, new Set(all(tree)), "合并");
    assert.deepEqual(all(treeOf(store, wanted, true)), []);
    assert.deepEqual(plain(draftOf(store).values.competitors), plain(wanted.values.competitors));
  });

  it("of drafts with the same content finds nothing", () => {
    const store = opened(sample);
    assert.deepEqual(all(treeOf(store, canonical(sample))), []);
  });
});

describe("taking over a part", () => {
  it("finance's table into quality's draft: nothing else changes", () => {
    const finance = canonical({ ...copy(sample), values: { indicators: copy(sample.values.indicators) } });
    const quality = copy(sample);
    delete quality.values.indicators;
    const store = opened(quality);
    const before = draftOf(store);
    const tree = treeOf(store, finance);
    const table = tree
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.kind === "table" && entry.item.id === "indicators");
    const keys = differing([table]);
    assert.ok(keys.length > 10);
    takeOver(store, tree, new Set(keys), "合并");
    const after = draftOf(store);
    assert.deepEqual(plain(after.values.indicators), plain(finance.values.indicators));
    assert.deepEqual({ ...after.values, indicators: 0 }, { ...before.values, indicators: 0 });
  });

  it("one cell, and a row only one side has", () => {
    const right = copy(sample);
    right.values.title = "另一个名称";
    right.values.company = "另一家公司";
    right.values.competitors.splice(1, 0, { id: "x", product: "多出的产品" });
    const store = opened(sample);
    const tree = treeOf(store, canonical(right));
    const row = all(tree).find((key) => key.startsWith("r:competitors/r"));
    takeOver(store, tree, new Set(["f:title", row]), "合并");
    assert.equal(store.text(slotOf(store, "title")), "另一个名称");
    assert.equal(store.text(slotOf(store, "company")), sample.values.company);
    const products = draftOf(store).values.competitors.map(({ product }) => product);
    assert.equal(products[1], "多出的产品", "it stands where it stood");
    assert.equal(products.length, sample.values.competitors.length + 1);
  });

  it("random choices: what was chosen is the right's, the rest is as it was", () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    for (let round = 0; round < 20; round++) {
      const right = copy(sample);
      for (const name of Object.keys(right.values))
        if (random() < 0.3 && typeof right.values[name] === "string") right.values[name] += "改";
      for (const row of right.values.competitors) if (random() < 0.5) row.strength = "改写";
      const store = opened(sample);
      const wanted = canonical(right);
      const tree = treeOf(store, wanted, true);
      const chosen = new Set(all(tree).filter(() => random() < 0.5));
      const left = all(tree).filter((key) => !chosen.has(key));
      takeOver(store, tree, chosen, "合并");
      assert.deepEqual(all(treeOf(store, wanted, true)).sort(), left.sort());
    }
  });
});

describe("rows of the same name", () => {
  it("are matched by what else they have in common, and told apart", () => {
    const right = copy(sample);
    const rows = right.values.competitors;
    const before = sample.values.competitors;
    assert.equal(before[0].product, before[1].product, "the sample has rows of one product");
    rows.splice(0, 1);
    rows[0].share = "9.1%";
    const store = opened(sample);
    const tree = treeOf(
      store,
      canonical({
        ...right,
        values: { ...right.values, competitors: rows.map((row, n) => ({ ...row, id: `x${n}` })) },
      }),
    );
    const table = tree
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.kind === "table" && entry.item.id === "competitors");
    const differ = table.rows.filter(({ same }) => !same);
    assert.equal(differ.length, 2, "the row that is gone, and the one that changed");
    assert.ok(differ.some((row) => !row.right && row.left.id === "r1"));
    assert.deepEqual(
      differ
        .find((row) => row.right)
        .cells.filter(({ same }) => !same)
        .map(({ column }) => column),
      ["share"],
    );
    const labels = table.rows.map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
  });
});

describe("rows the form begins with", () => {
  it("come back as what they were, with heading, type and place", async () => {
    const right = canonical(sample);
    const left = copy(sample);
    left.values.indicators = left.values.indicators.filter(({ key }) => key !== "qualityLoss" && key !== "revenue");
    const store = opened(left);
    const before = store.draft("");
    const tree = treeOf(store, right, true);
    takeOver(store, tree, new Set(all(tree)), "合并");
    assert.deepEqual(draftOf(store).values.indicators, right.values.indicators);
    const loss = store.rows.get("indicators").find(({ key }) => key === "qualityLoss");
    store.type(loss.slot + 3, "150");
    assert.ok((await store.report()).includes("number.aboveMax"), "it is a percentage again");
    store.undo();
    store.undo();
    assert.equal(store.draft(""), before);
  });
});

describe("pictures", () => {
  const blob = (n) => `sha256-${String(n).repeat(64)}`;
  const figure = (id, field, n, caption = `图题${n}`) => ({
    id,
    field,
    caption,
    type: "image/png",
    width: 4,
    height: 3,
    bytes: 100 * n,
    blob: blob(n),
  });
  const withFigures = (values, figures) => ({
    ...copy(sample),
    values: { ...copy(sample.values), ...values },
    figures,
  });
  const shown = (store) => store.figures.value.map(({ slot, caption, blob: name }) => [slot, caption, name]);

  const left = withFigures(
    { overview: "甲一\n【图1】\n甲二", method: "乙一\n【图2】\n乙二\n【图3】", results: "戊\n【图4】" },
    [figure("a", "overview", 1), figure("b", "method", 2), figure("c", "method", 3), figure("d", "results", 4)],
  );
  const right = withFigures(
    { overview: "甲一\n甲二", method: "新一\n【图2】\n新二\n  【图1】\n【图9】", results: "戊\n【图3】" },
    [figure("x", "method", 5), figure("y", "method", 6, ""), figure("z", "results", 4), figure("u", "results", 7)],
  );

  it("come with their narrative, numbered where they now stand, in one step", async () => {
    const [store, other] = [opened(left), opened(right)];
    const before = store.draft("");
    const tree = await wholeTreeOf(store, other);
    assert.deepEqual(all(tree).sort(), ["f:method", "f:overview", "f:results"]);
    takeOver(store, tree, new Set(["f:method"]), "合并");
    const slot = (id) => slotOf(store, id);
    assert.equal(store.text(slot("overview")), "甲一\n【图1】\n甲二", "another narrative is as it was");
    assert.equal(store.text(slot("method")), "新一\n【图3】\n新二\n  【图2】\n【图5】");
    assert.equal(store.text(slot("results")), "戊\n【图4】");
    assert.deepEqual(shown(store), [
      [slot("overview"), "图题1", blob(1)],
      [slot("method"), "图题5", blob(5)],
      [slot("method"), "", blob(6)],
      [slot("results"), "图题4", blob(4)],
    ]);
    store.undo();
    assert.equal(store.draft(""), before);
    store.redo();
    assert.equal(store.text(slot("method")), "新一\n【图3】\n新二\n  【图2】\n【图5】");
  });

  it("go with it too, and one without a place comes along without one", async () => {
    const [store, other] = [opened(left), opened(right)];
    const tree = await wholeTreeOf(store, other);
    takeOver(store, tree, new Set(all(tree)), "合并");
    assert.deepEqual(all(await wholeTreeOf(store, other)), [], "nothing differs any more");
    assert.deepEqual(
      draftOf(store).figures.map(({ field, blob: name }) => [field, name]),
      [
        ["method", blob(5)],
        ["method", blob(6)],
        ["results", blob(4)],
        ["results", blob(7)],
      ],
    );
    assert.equal(store.figures.value[3].placed, false);
  });

  it("with the same pictures under other numbers are the same", async () => {
    const one = opened(withFigures({ method: "乙\n【图1】" }, [figure("a", "method", 2)]));
    const two = opened(
      withFigures({ overview: `${sample.values.overview}\n【图1】`, method: "乙\n【图2】" }, [
        figure("p", "overview", 8),
        figure("q", "method", 2),
      ]),
    );
    assert.deepEqual(all(await wholeTreeOf(one, two)), ["f:overview"]);
    const recaptioned = opened(withFigures({ method: "乙\n【图1】" }, [figure("a", "method", 2, "改")]));
    assert.deepEqual(all(await wholeTreeOf(one, recaptioned)), ["f:method"]);
  });

  it("are counted before they are taken", async () => {
    const [one, two] = await Promise.all([
      narrativeFigures(draftOf(opened(left))),
      narrativeFigures(draftOf(opened(right))),
    ]);
    const tree = await wholeTreeOf(opened(left), opened(right));
    const method = tree.flatMap(({ entries }) => entries).find((entry) => entry.cell?.key === "f:method").cell.figures;
    assert.deepEqual(afterTaking(one, []), { count: 4, bytes: 1000 });
    const own = {
      left: one.filter(({ field }) => field === "method"),
      right: two.filter(({ field }) => field === "method"),
    };
    assert.deepEqual(own, { ...method });
    assert.deepEqual(afterTaking(one, [own]), { count: 4, bytes: 1600 });
  });
});

describe("what the form has no place for", () => {
  const name = (n) => `sha256-${String(n).repeat(64)}`;
  const kept = (n, caption) => ({
    id: `k${n}`,
    caption,
    type: n === 3 ? "image/emf" : "image/png",
    width: n === 3 ? 0 : 4,
    height: n === 3 ? 0 : 3,
    bytes: 10,
    blob: name(n),
  });
  const sideOf = async (store) => ({ draft: draftOf(store), figures: await narrativeFigures(draftOf(store)) });
  const treeOf = async (store, other) => {
    const aside = asideSection(await sideOf(store), await sideOf(other), "未能放入表单的内容", "图片");
    return [...(await wholeTreeOf(store, other)), ...(aside ? [aside] : [])];
  };
  const restOf = (store) => {
    const { aside = {}, figures } = draftOf(store);
    return [aside, figures.filter(({ field }) => field === undefined).map(({ blob }) => blob)];
  };

  it("is a difference, texts and pictures alike, and comes and goes in one step", async () => {
    const left = opened({ ...sample, aside: { 甲: "一", 乙: "二" }, figures: [kept(1, "厂标"), kept(2, "证书")] });
    const right = opened({ ...sample, aside: { 甲: "一改", 丙: { a: 1 } }, figures: [kept(2, "证书"), kept(3, "")] });
    const before = left.draft("");
    const tree = await treeOf(left, right);
    assert.deepEqual(all(tree), ["a:甲", "a:乙", "a:丙", `p:${name(1)}`, `p:${name(3)}`]);
    takeOver(left, tree, new Set(["a:丙", `p:${name(3)}`]), "合并");
    assert.deepEqual(restOf(left), [{ 甲: "一", 乙: "二", 丙: '{"a":1}' }, [name(1), name(2), name(3)]]);
    const rest = await treeOf(left, right);
    assert.deepEqual(all(rest), ["a:甲", "a:乙", `p:${name(1)}`]);
    takeOver(left, rest, new Set(all(rest)), "合并");
    assert.deepEqual(restOf(left), [{ 甲: "一改", 丙: '{"a":1}' }, [name(2), name(3)]]);
    assert.deepEqual(all(await treeOf(left, right)), []);
    left.undo();
    left.undo();
    assert.equal(left.draft(""), before);
  });

  it("of two drafts without any is no section", async () => {
    assert.equal(asideSection(await sideOf(opened(sample)), await sideOf(opened(sample)), "", ""), undefined);
  });
});

describe("what was kept with a reason", () => {
  const doubtful = () => {
    const draft = copy(sample);
    draft.values.brand.names = "无";
    return opened(draft);
  };
  const keep = (store, reason) => store.acknowledge("brand.namesMissing", reason, "2025-10-01T08:00:00Z");
  const reasonIn = (store) => draftOf(store).acknowledged?.find(({ rule }) => rule === "brand.namesMissing")?.reason;

  it("is a difference of its own, and is taken in the same step", async () => {
    const [store, other] = [doubtful(), doubtful()];
    keep(other, "商标正在申请");
    const before = store.draft("");
    const tree = await wholeTreeOf(store, other);
    assert.equal(all(tree).length, 1);
    assert.equal(tree.find(({ entries }) => differing(entries).length > 0).id, "main");
    takeOver(store, tree, new Set(all(tree)), "合并", "2025-10-02T08:00:00Z");
    assert.equal(reasonIn(store), "商标正在申请");
    assert.deepEqual(all(await wholeTreeOf(store, other)), []);
    store.undo();
    assert.equal(store.draft(""), before);
  });

  it("comes with the values it is about, and is opened again where the other side did not keep it", async () => {
    const [store, other] = [opened(sample), doubtful()];
    keep(other, "理由");
    const tree = await wholeTreeOf(store, other);
    assert.equal(all(tree).length, 2);
    takeOver(store, tree, new Set(all(tree)), "合并", "2025-10-02T08:00:00Z");
    assert.equal(reasonIn(store), "理由");
    const back = await wholeTreeOf(store, doubtful());
    takeOver(store, back, new Set(all(back)), "合并", "2025-10-02T08:00:00Z");
    assert.equal(reasonIn(store), undefined);
  });
});
