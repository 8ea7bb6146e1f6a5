// The page's keeping of drafts over the real core, with the storages failing in every way they are known to.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "./core.mjs";
import { flush, makeBrowser, openPage, slotOf, stateOf } from "./real-store.mjs";

const sample = readFileSync(join(root, "tests/cases/sample/draft.json"), "utf8");
const broken = (name) => {
  throw new DOMException("broken", name);
};
let faults = 0;

// A page with a new draft in which something is written and saved.
async function written(browser, text = "第一稿") {
  const page = openPage(browser);
  await page.workspace.create(undefined, {});
  page.type(text);
  await flush(page);
  return page;
}

// What another page finds when it opens the draft later.
async function found(browser, id) {
  browser.locks.clear();
  const page = openPage(browser);
  const { ok } = await page.workspace.openDraft(id);
  return ok ? page : undefined;
}

describe("ten thousand rapid edits", () => {
  it("are all in what is stored, and the revisions only grow", async () => {
    const browser = makeBrowser();
    const page = await written(browser, "");
    const slot = slotOf(page.store, "overview");
    const number = slotOf(page.store, "patents.total");
    let text = "";
    let saves = 0;
    for (let n = 1; n <= 10_000; n++) {
      text = n % 7 === 0 ? text.slice(0, -1) : text + "质量管控"[n % 4];
      if (n % 500 === 0) text = `${text.slice(0, 40)}\n`;
      page.store.type(slot, text);
      if (n % 3 === 0) page.store.type(number, String(n));
      if (n % 250 !== 0) continue;
      await flush(page);
      saves++;
      const kept = await page.shelf.read(page.workspace.id);
      assert.equal(JSON.parse(kept.text).values.overview, text);
    }
    await flush(page);
    const { store, workspace } = await found(browser, page.workspace.id);
    assert.equal(store.text(slot), text);
    assert.equal(store.text(number), "9999");
    assert.ok(workspace.info.value.revision >= saves);
    console.log(`note: 10000 edits, ${saves} saves, nothing lost`);
  });
});

describe("a fault of the storage", () => {
  it("database denied: the second copy holds the draft, several drafts too", async () => {
    const browser = makeBrowser();
    browser.indexedDB = undefined;
    const page = await written(browser, "甲稿");
    assert.equal(stateOf(page).kind, "saved");
    assert.equal(stateOf(page).limited, "denied");
    const first = page.workspace.id;
    await page.workspace.create(sample, {});
    const { drafts, trouble } = await page.shelf.list();
    assert.equal(trouble, "denied");
    assert.equal(drafts.length, 2);
    assert.equal((await found(browser, first)).title(), "甲稿");
    faults++;
  });

  it("everything denied: the page says so, keeps it in memory, and does not close it unasked", async () => {
    const browser = makeBrowser();
    browser.indexedDB = undefined;
    browser.storage.denied = true;
    const page = await written(browser, "只在内存");
    assert.deepEqual(stateOf(page), { kind: "failed", why: "denied" });
    assert.deepEqual(await page.workspace.create(undefined, {}), { ok: false, why: "unsaved", notices: [] });
    assert.equal(page.title(), "只在内存");
    browser.storage.denied = false;
    page.type("又可以存了");
    await flush(page);
    assert.equal(stateOf(page).kind, "saved");
    faults++;
  });

  it("no room: told as such, and saved as soon as there is", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    const use = page.database.use;
    page.database.use = async () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    browser.storage.room = 10;
    page.type("写满了");
    await flush(page);
    assert.deepEqual(stateOf(page), { kind: "failed", why: "full" });
    page.database.use = use;
    await flush(page);
    assert.equal(stateOf(page).kind, "saved");
    assert.equal((await found(browser, page.workspace.id)).title(), "写满了");
    faults++;
  });

  it("cleared while the draft is open: the next change stores all of it again", async () => {
    const browser = makeBrowser();
    const page = openPage(browser);
    await page.workspace.create(sample, {});
    for (const store of ["drafts", "texts", "versions", "versionTexts"])
      await page.database.use((db) => db.clear(store));
    browser.storage.items.clear();
    page.type("清空之后");
    await flush(page);
    const again = await found(browser, page.workspace.id);
    assert.equal(again.title(), "清空之后");
    assert.deepEqual(
      { ...JSON.parse(again.store.draft("")).values, title: "" },
      { ...JSON.parse(sample).values, title: "" },
    );
    faults++;
  });

  it("the whole database deleted while the draft is open", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    await new Promise((done) => {
      browser.indexedDB.deleteDatabase("formcheck").onsuccess = done;
    });
    page.type("库删了");
    await flush(page);
    browser.storage.items.clear();
    assert.equal((await found(browser, page.workspace.id)).title(), "库删了");
    faults++;
  });

  it("the database fails in the middle, at each of its calls", async () => {
    for (const name of ["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"]) {
      const browser = makeBrowser();
      const page = await written(browser);
      const { use } = page.database;
      page.database.use = (act) => use.call(page.database, (db) => act(failing(db, name)));
      page.type(`坏在 ${name}`);
      await flush(page);
      assert.equal(stateOf(page).kind, "saved", name);
      assert.equal((await found(browser, page.workspace.id)).title(), `坏在 ${name}`);
      faults++;
    }
  });

  it("a newer page has changed the database: what is written here is in the second copy", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    await new Promise((done) => {
      browser.indexedDB.open("formcheck", 99).onsuccess = ({ target }) => done(target.result.close());
    });
    page.type("旧页面写的");
    await flush(page);
    assert.equal(stateOf(page).limited, "newer");
    assert.match(browser.storage.getItem(`formcheck/draft/${page.workspace.id}`), /旧页面写的/);
    faults++;
  });

  it("the second copy is newer: a page that died after its last second", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    const { use } = page.database;
    page.database.use = () => new Promise(() => {}); // the process dies before the database answers
    page.type("最后一秒");
    page.workspace.autosave.leave();
    page.database.use = use;
    const again = await found(browser, page.workspace.id);
    assert.equal(again.title(), "最后一秒");
    await flush(again);
    browser.storage.items.clear();
    assert.equal(
      (await found(browser, page.workspace.id)).title(),
      "最后一秒",
      "it was written to the database at once",
    );
    faults++;
  });

  it("the second copy is garbage", async () => {
    for (const garbage of ["", "{}", "no line end", '{"id":1}\n{}', '{"id":"x","revision":1e99}\n']) {
      const browser = makeBrowser();
      const page = await written(browser);
      browser.storage.setItem(`formcheck/draft/${page.workspace.id}`, garbage);
      browser.storage.setItem("formcheck/draft/other", garbage);
      assert.equal((await page.shelf.list()).drafts.length, 1);
      assert.equal((await found(browser, page.workspace.id)).title(), "第一稿");
      faults++;
    }
  });

  it("the clock is moved back: the newer text stays the newer", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    const real = Date;
    try {
      globalThis.Date = class extends real {
        constructor(...args) {
          super(...(args.length > 0 ? args : [real.now() - 400 * 24 * 3600 * 1000]));
        }
        static now() {
          return real.now() - 400 * 24 * 3600 * 1000;
        }
      };
      page.type("钟拨回去之后");
      await flush(page);
      page.type("最后一秒也在去年");
      page.workspace.autosave.leave();
      const again = await found(browser, page.workspace.id);
      assert.equal(again.title(), "最后一秒也在去年");
      await again.workspace.keeper.keep("hand", "去年");
      again.type("再改");
      await flush(again);
      await again.workspace.keeper.keep("hand");
    } finally {
      globalThis.Date = real;
    }
    const last = await found(browser, page.workspace.id);
    assert.equal(last.title(), "再改");
    assert.equal((await last.versions.list(page.workspace.id))[1].note, "去年");
    faults++;
  });

  it("two pages without locks write one draft: neither overwrites the other", async () => {
    const browser = makeBrowser();
    const first = await written(browser);
    const second = openPage(browser, { withoutLocks: true });
    await second.workspace.openDraft(first.workspace.id);
    second.type("后开的页面写的");
    await flush(second);
    first.type("先开的页面写的");
    await flush(first);
    assert.equal(stateOf(first).kind, "conflict");
    assert.equal(await first.workspace.branch("另存"), true);
    const { drafts } = await first.shelf.list();
    assert.deepEqual(drafts.map(({ title }) => title).sort(), ["先开的页面写的", "后开的页面写的"]);
    faults++;
  });

  it("was injected so many times", () => console.log(`note: ${faults} faults of the storage injected, nothing lost`));
});

describe("another page", () => {
  it("only reads a draft that is open, and takes it over with all that was typed", async () => {
    const browser = makeBrowser();
    const first = await written(browser);
    const second = openPage(browser);
    await second.workspace.openDraft(first.workspace.id);
    assert.equal(second.workspace.access.value, "elsewhere");
    second.type("不该写进去");
    assert.equal(second.title(), "第一稿");
    first.type("还没保存的");
    assert.equal(await second.workspace.takeOver(), true);
    assert.equal(second.title(), "还没保存的");
    assert.equal(first.workspace.access.value, "taken");
    first.type("不该写进去");
    assert.equal(first.title(), "还没保存的");
    second.type("接着写");
    await flush(second);
    assert.equal((await found(browser, first.workspace.id)).title(), "接着写");
  });

  it("may have another draft open at the same time", async () => {
    const browser = makeBrowser();
    const [first, second] = [await written(browser, "甲"), await written(browser, "乙")];
    first.type("甲甲");
    second.type("乙乙");
    await Promise.all([flush(first), flush(second)]);
    const { drafts } = await first.shelf.list();
    assert.deepEqual(drafts.map(({ title }) => title).sort(), ["乙乙", "甲甲"]);
  });
});

describe("versions", () => {
  it("are kept before content is replaced, and bring it back", async () => {
    const browser = makeBrowser();
    const page = await written(browser, "替换之前");
    assert.equal((await page.workspace.replace(sample, "replace")).ok, true);
    assert.notEqual(page.title(), "替换之前");
    const [version] = await page.versions.list(page.workspace.id);
    assert.equal(version.reason, "replace");
    assert.equal((await page.workspace.replace(await page.versions.text(version.id), "restore")).ok, true);
    assert.equal(page.title(), "替换之前");
    const reasons = (await page.versions.list(page.workspace.id)).map(({ reason }) => reason);
    assert.deepEqual(reasons.slice(0, 2), ["restore", "replace"]);
  });

  it("are twenty at most, the newest among them", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    for (let n = 1; n <= 30; n++) {
      page.type(`第 ${n} 版`);
      await flush(page);
      await page.workspace.keeper.keep("replace");
    }
    const list = await page.versions.list(page.workspace.id);
    assert.equal(list.length, 20);
    assert.equal(JSON.parse(await page.versions.text(list[0].id)).values.title, "第 30 版");
    const texts = await page.database.use((db) => db.getAllKeys("versionTexts"));
    assert.equal(texts.length, 20, "no text is left behind");
  });

  it("refused content changes nothing", async () => {
    const browser = makeBrowser();
    const page = await written(browser);
    assert.equal((await page.workspace.replace("{", "restore")).ok, false);
    assert.equal(page.title(), "第一稿");
  });
});

// A connection whose transactions fail, as engines do when the disk or the profile is broken.
function failing(db, name) {
  return new Proxy(db, {
    get: (target, key) => {
      const value = target[key];
      if (key === "transaction" || key === "put" || key === "get") return () => broken(name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
