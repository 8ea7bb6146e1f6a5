// Five hundred damaged draft files: each is opened or refused in words, never a crash; what is open stays as it was on refusal.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "./core.mjs";
import { flush, makeBrowser, makeStore, openPage } from "./real-store.mjs";

const folder = join(root, "tests/cases/drafts");
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".json"));
const bytesOf = (name) => readFileSync(join(folder, name));

// The same numbers every time.
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// Every object and list of a tree, with the way to it.
function nodes(node, found = []) {
  if (typeof node !== "object" || node === null) return found;
  found.push(node);
  for (const child of Object.values(node)) nodes(child, found);
  return found;
}

const otherTypes = [
  null,
  7,
  -1.5e300,
  true,
  "",
  "文",
  [],
  {},
  ["a"],
  [[]],
  { id: {} },
  "\ud800",
  "\u0000",
  "x".repeat(5000),
];

const damages = {
  "bytes flipped": (bytes, pick) => {
    const out = Buffer.from(bytes);
    for (let n = 1 + pick(6); n > 0; n--) out[pick(out.length)] ^= 1 << pick(8);
    return out;
  },
  truncated: (bytes, pick) => bytes.subarray(0, pick(bytes.length)),
  "a piece cut out": (bytes, pick) => {
    const at = pick(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + pick(200))]);
  },
  "keys removed": (bytes, pick) =>
    changed(bytes, pick, (node, key) => {
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete node[key];
    }),
  "types changed": (bytes, pick) =>
    changed(bytes, pick, (node, key) => {
      node[key] = JSON.parse(JSON.stringify(otherTypes[pick(otherTypes.length)]));
    }),
  "keys renamed": (bytes, pick) =>
    changed(bytes, pick, (node, key) => {
      const name = ["__proto__", "constructor", "id", "key", "", "a".repeat(300), "/values"][pick(7)];
      Object.defineProperty(node, name, { value: node[key], enumerable: true, configurable: true, writable: true });
    }),
};

function changed(bytes, pick, change) {
  const tree = JSON.parse(bytes.toString("utf8"));
  for (let n = 1 + pick(4); n > 0; n--) {
    const all = nodes(tree).filter((node) => Object.keys(node).length > 0);
    const node = all[pick(all.length)];
    const keys = Object.keys(node);
    change(node, keys[pick(keys.length)]);
  }
  return Buffer.from(JSON.stringify(tree));
}

describe("draft files kept from earlier days", () => {
  it("are there", () => assert.ok(fixtures.length > 0));
  for (const name of fixtures) {
    it(`${name} opens without a word, and comes back with the same values`, () => {
      const store = makeStore();
      const { ok, notices } = store.openNow(new Uint8Array(bytesOf(name)));
      assert.ok(ok);
      assert.deepEqual(notices, []);
      assert.deepEqual(JSON.parse(store.draft("")).values, JSON.parse(bytesOf(name)).values);
    });
  }
});

describe("damaged draft files", () => {
  it("are opened or refused in words, and nothing that was open is lost", async () => {
    const page = openPage(makeBrowser());
    await page.workspace.create(undefined, {});
    page.type("正在写的草稿");
    await flush(page);
    const mine = page.workspace.id;
    const counts = { opened: 0, refused: 0 };
    const pick = generator(20251125);
    const kinds = Object.entries(damages);
    for (let n = 0; n < 500; n++) {
      const [kind, damage] = kinds[n % kinds.length];
      const bytes = new Uint8Array(damage(bytesOf(fixtures[pick(fixtures.length)]), pick));
      const before = page.store.draft("");
      const examined = await page.store.examine(bytes);
      assert.equal(page.store.draft(""), before, `${kind} ${n}: looking changed the open draft`);
      for (const { message } of examined.notices)
        assert.match(message, /\p{Script=Han}{2,}/u, `${kind} ${n}: ${message}`);
      const created = await page.workspace.create(bytes, {});
      assert.equal(created.ok, examined.ok);
      if (created.ok) {
        counts.opened++;
        const again = makeStore();
        assert.ok(again.openNow(page.store.draft("")).ok, `${kind} ${n}: what was opened cannot be opened again`);
        assert.ok((await page.workspace.openDraft(mine)).ok);
      } else {
        counts.refused++;
        assert.ok(created.notices.length > 0, `${kind} ${n}: refused without a word`);
        assert.equal(page.store.draft(""), before, `${kind} ${n}: the open draft was touched`);
      }
      assert.equal(page.title(), "正在写的草稿");
    }
    console.log(`note: 500 damaged drafts: ${counts.opened} opened, ${counts.refused} refused in words, nothing lost`);
    assert.ok(counts.opened > 50 && counts.refused > 50, "the damage is not of both kinds");
  });
});
