// The page's core in two halves: what is early works without the rest, what is late cannot be called before it is there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { compileForm, loadRest, makeFirstHalf, makePageCore } from "../../tools/lib/whole-core.mjs";
import { loadFirstHalf, loadPageForm, root } from "./core.mjs";
import { randomFrom } from "./random.mjs";

const sample = readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8");
const door = readFileSync(join(root, "web/src/core/door.ts"), "utf8");
const encoder = new TextEncoder();

// What the page knows of a session: its calls, as the door's types name them.
const typed = [...door.match(/interface RawSession \{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)\(/gm)].map(
  ([, name]) => name,
);

// Arguments for every call, early or late.
const given = {
  setInput: [0, 0],
  editInput: [0, 0, 0, 0],
  insertRow: [0, 0, 0xffffffff],
  removeRow: [0, 0],
  moveRow: [0, 0, 1],
  begin: ["一步"],
  setOrigin: ["id", 1, "名"],
  draft: ["2025-10-08T09:30:00+08:00"],
  open: [sample],
  insertFigure: [0, 0, "图", "image/png", 1, 1, 1, "b"],
  replaceFigure: ["f", "image/png", 1, 1, 1, "b"],
  placeFigure: ["f", 0, 0],
  moveFigure: ["f", 0],
  removeFigure: ["f"],
  captionFigure: ["f", "图"],
  orderFigures: [0],
  pictureData: ["f"],
  storePicture: ["f", "b", 1],
  keepAside: ["表.docx", "字"],
  dropAside: ["表.docx"],
  acknowledge: ["k", "因", "t"],
  reopen: ["k"],
  applyFix: ["k"],
};

const namesOf = (core) => Object.getOwnPropertyNames(core.Session.prototype).filter((name) => name !== "constructor");
const lateOf = (core) => Object.keys(core.late);

function set(core, session, slot, text) {
  const bytes = encoder.encode(text);
  const at = core.inputBuffer(bytes.length);
  core.HEAPU8.set(bytes, at);
  return session.setInput(slot, bytes.length);
}

describe("the first half alone", () => {
  let half;
  before(async () => {
    half = await loadFirstHalf();
  });

  it("is split: some calls are late, and what keeps typed text safe is not", () => {
    const late = lateOf(half.core);
    assert.ok(!half.core.whole && late.length > 10);
    for (const name of ["snapshot", "setInput", "editInput", "delta", "clear", "draft", "setOrigin", "delete"])
      assert.ok(!late.includes(name), name);
  });

  it("has every call the page's types name, each early or late", () => {
    const names = namesOf(half.core);
    for (const name of typed) assert.ok(names.includes(name), `${name} is not in the core`);
    for (const name of lateOf(half.core)) assert.ok(typed.includes(name), `${name} is late and unknown to the page`);
  });

  it("refuses every late call before anything is touched", () => {
    const session = new half.core.Session();
    set(half.core, session, 0, "已写");
    session.delta();
    const held = session.snapshot();
    for (const name of lateOf(half.core)) {
      assert.throws(() => session[name](...(given[name] ?? [])), /too early/, name);
      assert.equal(session.snapshot(), held, name);
    }
    session.delete();
  });

  it("answers every early call", () => {
    for (const name of namesOf(half.core).filter((one) => !half.core.late[one] && one !== "delete")) {
      const session = new half.core.Session();
      assert.doesNotThrow(() => session[name](...(given[name] ?? [])), name);
      session.delete();
    }
  });

  it("edits, tells and saves as the whole does: 3,000 random edits", async () => {
    const whole = await loadPageForm();
    const cores = [half.core, whole.core];
    const sessions = cores.map((core) => new core.Session());
    const pick = randomFrom(20261126);
    const texts = [
      "",
      "12",
      "1,200.5",
      "１２％",
      "abc",
      "浙江某某泵业有限公司",
      "91330000MA27U0000X",
      "2025-02-30",
      "13800000000",
      "a@b",
      "a\u0007b",
      "质量".repeat(400),
      "前\n【图1】\n后",
    ];
    const slots = 400;
    for (let n = 0; n < 3000; n++) {
      const [kind, slot, text] = [pick(16), pick(slots), texts[pick(texts.length)]];
      const seen = sessions.map((session, i) => {
        if (kind < 13) return set(cores[i], session, slot, text);
        if (kind === 13) return session.mark();
        if (kind === 14) return session.draft("");
        return n % 500 === 0 ? session.clear() : session.snapshot();
      });
      assert.equal(seen[0], seen[1], `edit ${n}`);
      assert.equal(sessions[0].delta(), sessions[1].delta(), `edit ${n}`);
    }
  });

  it("keeps what was written when the rest comes, and then does all", async () => {
    const session = new half.core.Session();
    set(half.core, session, 0, "先写的");
    const held = session.draft("");
    await half.loadRest();
    assert.ok(half.core.whole);
    assert.equal(session.draft(""), held);
    assert.ok(JSON.parse(session.open(sample)).ok);
    const { core } = await loadPageForm();
    const other = new core.Session();
    other.open(sample);
    assert.equal(session.report(), other.report());
    for (const name of lateOf(half.core)) session[name](...(given[name] ?? []));
  });

  it("takes no rest that is no WebAssembly, and one that is afterwards", async () => {
    const { core, loadRest } = await loadFirstHalf();
    await assert.rejects(core.rest(new Uint8Array([1, 2, 3])));
    assert.ok(!core.whole);
    await loadRest();
    assert.ok(core.whole);
  });
});

// A form of its own with one rule that needs an operation of the second half: what a rule says, and whether 其中 3 of 总数 5 breaks it.
const rare = {
  int: ["int(string(count.part)) > 3", true],
  double: ["double(count.part) > 2.5", false],
  bool: ["bool(string(count.part > 4))", true],
  has: ["has({'a': 1}.b)", true],
  select: ["{'a': 1}.a == 1", false],
  negate: ["-count.part < -4", true],
  existsOne: ["[1, 2, 2].exists_one(n, n == 2)", true],
  transformMap: ["{'a': 1}.transformMap(k, v, v + 1) == {'a': 1}", true],
};

describe("a form whose rules need what comes later", async () => {
  const { readDefinition, Session } = await loadTs("web/src/core/door.ts");
  const folder = join(root, "tests/cases/definition/mini");
  const mini = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const wording = { "core.zh-CN.json": readFileSync(join(root, "schema/core.zh-CN.json"), "utf8") };
  const compile = (rule) => {
    const rules = JSON.parse(mini["rules.json"]);
    const messages = JSON.parse(mini["messages.zh-CN.json"]);
    rules.rules.push({ id: "rare", rule, at: ["count.part"], severity: "warning", basis: "practice" });
    messages.rules.rare = { message: "{label}" };
    const files = {
      ...mini,
      ...wording,
      "rules.json": JSON.stringify(rules),
      "messages.zh-CN.json": JSON.stringify(messages),
    };
    return compileForm(files);
  };
  const judged = (core, form) => {
    const slots = form.sections.flatMap(({ items }) => items).flatMap((item) => item.items ?? [item]);
    const slot = (id) => slots.find((item) => item.id === id).slot;
    const session = new Session(core);
    session.set(slot("count.all"), "5");
    session.set(slot("count.part"), "3");
    const found = JSON.parse(session.report()).findings.some(({ rule }) => rule === "rare");
    session.dispose();
    return found;
  };

  for (const [name, [rule, fires]] of Object.entries(rare)) {
    it(`${name}: is not read by the first half, and is once the rest was brought`, async () => {
      const { view, image } = await compile(rule);
      const core = await makeFirstHalf();
      assert.equal(core.readImage(image, view, false), 3);
      let brought = 0;
      const bring = async () => {
        brought++;
        return readFileSync(join(root, "build/wasm/formcheck-rest.wasm"));
      };
      await readDefinition(core, image, new TextEncoder().encode(view), bring);
      assert.equal(brought, 1);
      assert.equal(judged(core, JSON.parse(view)), fires);
      const whole = await makePageCore();
      assert.equal(whole.readImage(image, view, true), 0);
      assert.equal(judged(whole, JSON.parse(view)), fires);
    });
  }

  it("the first half reads a form without", async () => {
    const { view, image } = await compile("count.part >= 4");
    const core = await makeFirstHalf();
    await readDefinition(core, image, new TextEncoder().encode(view), () => assert.fail("brought for nothing"));
    assert.ok(!core.whole);
    await loadRest(core);
    assert.equal(judged(core, JSON.parse(view)), true);
  });
});
