// The draft in the browser's storage: full, denied, emptied or written by another page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { DraftStorage } = await loadTs("web/src/drafts/draft-storage.ts");

class FakeStorage {
  items = new Map();
  room = Number.POSITIVE_INFINITY;
  getItem(key) {
    return this.items.get(key) ?? null;
  }
  setItem(key, value) {
    if (value.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key) {
    this.items.delete(key);
  }
}

let stamps = 0;
const open = (storage) => new DraftStorage(storage, "form/", () => String(++stamps));

describe("stored drafts", () => {
  it("come back as they were", () => {
    const storage = new FakeStorage();
    assert.equal(open(storage).write("{}"), "written");
    assert.equal(open(storage).read(), "{}");
  });

  it("are not overwritten when another page has written", () => {
    const storage = new FakeStorage();
    const [mine, other] = [open(storage), open(storage)];
    mine.read();
    other.read();
    assert.equal(other.write("other"), "written");
    assert.ok(mine.changedElsewhere());
    assert.equal(mine.write("mine"), "conflict");
    assert.equal(storage.getItem("form/draft"), "other");
  });

  it("are overwritten when the person says so, and then the other page is the one to ask", () => {
    const storage = new FakeStorage();
    const [mine, other] = [open(storage), open(storage)];
    mine.read();
    other.read();
    other.write("other");
    assert.equal(mine.write("mine", true), "written");
    assert.equal(mine.write("mine 2"), "written");
    assert.equal(other.write("other 2"), "conflict");
  });

  it("tell a full storage from a denied one", () => {
    const storage = new FakeStorage();
    const mine = open(storage);
    storage.room = 3;
    assert.equal(mine.write("long draft"), "full");
    assert.equal(open(null).write("{}"), "denied");
    assert.equal(open(null).read(), null);
  });

  it("can be written again after the storage was emptied", () => {
    const storage = new FakeStorage();
    const mine = open(storage);
    mine.write("1");
    storage.items.clear();
    assert.equal(mine.write("2"), "written");
  });
});
