// Pictures kept by what they hold: once each, in memory where there is no storage, swept out when nothing names them.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, it } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { loadTs } from "../../tools/lib/load-ts.mjs";

globalThis.window = globalThis;
const { Database } = await loadTs("web/src/drafts/database.ts");
const { BlobStore } = await loadTs("web/src/drafts/blob-store.ts");
const { sha256Hex } = await loadTs("web/src/drafts/sha256.ts");

const day = 24 * 60 * 60 * 1000;
const bytesOf = (text) => new TextEncoder().encode(text).buffer;
const textOf = (blob) => new TextDecoder().decode(blob.bytes);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("SHA-256", () => {
  it("is the same with and without the browser's own", async () => {
    const bytes = randomBytes(100_000);
    const expected = createHash("sha256").update(bytes).digest("hex");
    assert.equal(await sha256Hex(new Uint8Array(bytes).buffer), expected);
    const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
    Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
    try {
      assert.equal(await sha256Hex(new Uint8Array(bytes).buffer), expected);
    } finally {
      Object.defineProperty(globalThis, "crypto", own);
    }
  });
});

describe("pictures", () => {
  it("come back as they were, in another page too", async () => {
    const id = await new BlobStore(new Database(), sha256Hex).put(bytesOf("一张图"), "image/png");
    const found = await new BlobStore(new Database(), sha256Hex).get(id);
    assert.equal(textOf(found), "一张图");
    assert.equal(found.type, "image/png");
    assert.match(id, /^sha256-[0-9a-f]{64}$/);
  });

  it("of the same bytes are one", async () => {
    const blobs = new BlobStore(new Database(), sha256Hex);
    assert.equal(await blobs.put(bytesOf("x"), "image/png"), await blobs.put(bytesOf("x"), "image/png"));
    assert.notEqual(await blobs.put(bytesOf("y"), "image/png"), await blobs.put(bytesOf("x"), "image/png"));
  });

  it("stay in memory when there is no storage, and are stored once there is", async () => {
    const factory = globalThis.indexedDB;
    globalThis.indexedDB = undefined;
    const blobs = new BlobStore(new Database(), sha256Hex);
    const id = await blobs.put(bytesOf("图"), "image/png");
    assert.equal(blobs.trouble.value, "denied");
    assert.equal(blobs.unsaved.value, 1);
    assert.equal(textOf(await blobs.get(id)), "图");
    globalThis.indexedDB = factory;
    assert.equal(await blobs.save(), true);
    assert.equal(blobs.unsaved.value, 0);
    assert.equal(textOf(await new BlobStore(new Database(), sha256Hex).get(id)), "图");
  });

  it("that nothing names are swept out, but not new ones", async () => {
    const database = new Database();
    const old = new BlobStore(database, sha256Hex);
    const [used, unused] = [await old.put(bytesOf("used"), "image/png"), await old.put(bytesOf("unused"), "image/png")];
    const later = new BlobStore(database, sha256Hex);
    assert.equal(await later.gc(new Set([used])), 0, "within a day nothing goes");
    const now = Date.now;
    try {
      Date.now = () => now() + 2 * day;
      const fresh = await later.put(bytesOf("fresh"), "image/png");
      assert.equal(await old.gc(new Set([used])), 0, "a page's own stay");
      assert.equal(await later.gc(new Set([used])), 1);
      assert.equal(await later.get(unused), undefined);
      assert.equal(textOf(await later.get(used)), "used");
      assert.equal(textOf(await later.get(fresh)), "fresh");
    } finally {
      Date.now = now;
    }
  });
});

describe("the database", () => {
  it("is opened again when its connection was closed", async () => {
    const database = new Database();
    await database.use((db) => db.put("texts", { id: "a", revision: 1, text: "甲" }));
    await database.use(async (db) => db.close());
    assert.equal((await database.use((db) => db.get("texts", "a"))).text, "甲");
  });

  it("lets a newer page change it, and then says that this page is old", async () => {
    const database = new Database();
    await database.use((db) => db.get("texts", "a"));
    await new Promise((resolve, reject) => {
      const newer = indexedDB.open("formcheck", 99);
      newer.onsuccess = () => resolve(newer.result.close());
      newer.onerror = reject;
    });
    await assert.rejects(
      database.use((db) => db.get("texts", "a")),
      (error) => error.kind === "newer",
    );
  });

  it("tells a full disk from a denied one", async () => {
    const failing = (name) => () => Promise.reject(new DOMException("no", name));
    await assert.rejects(new Database().use(failing("QuotaExceededError")), (error) => error.kind === "full");
    await assert.rejects(new Database().use(failing("InvalidStateError")), (error) => error.kind === "denied");
  });
});
