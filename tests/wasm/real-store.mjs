// The page's store over the real core, and what a browser gives it: storages that can fail, pages that come and go.
import { IDBFactory } from "fake-indexeddb";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { loadPageForm } from "./core.mjs";

globalThis.window = globalThis;
globalThis.addEventListener ??= () => {};

const { Store } = await loadTs("web/src/core/store.ts");
const { Session } = await loadTs("web/src/core/door.ts");
const { Rest } = await loadTs("web/src/core/rest.ts");
const { VisibleFindings } = await loadTs("web/src/findings/visible.ts");
const { Database } = await loadTs("web/src/drafts/database.ts");
const { Journal } = await loadTs("web/src/drafts/journal.ts");
const { Shelf } = await loadTs("web/src/drafts/shelf.ts");
const { VersionStore } = await loadTs("web/src/drafts/version-store.ts");
const { Workspace } = await loadTs("web/src/drafts/workspace.ts");
const { core, form } = await loadPageForm();

export const makeStore = () => new Store(form, () => new Session(core), new Rest(core, undefined, true));
export const slotOf = (store, id) => store.index.fields.get(id).slot;
export { form };

// localStorage that can be full, denied or emptied.
export class FakeStorage {
  items = new Map();
  room = Number.POSITIVE_INFINITY;
  denied = false;
  get length() {
    return this.items.size;
  }
  key(n) {
    return [...this.items.keys()][n] ?? null;
  }
  getItem(key) {
    if (this.denied) throw new DOMException("no", "SecurityError");
    return this.items.get(key) ?? null;
  }
  setItem(key, value) {
    if (this.denied) throw new DOMException("no", "SecurityError");
    if (value.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key) {
    this.items.delete(key);
  }
}

// One browser: its database and localStorage outlive the pages.
export function makeBrowser() {
  return { indexedDB: new IDBFactory(), storage: new FakeStorage(), locks: new Map() };
}

// Locks as one browser would have them; `without` for a browser that has none.
function locksOf(browser, without) {
  const take = (draft, lost) => {
    const mine = { lost };
    browser.locks.set(draft, mine);
    return { release: () => browser.locks.get(draft) === mine && browser.locks.delete(draft) };
  };
  return {
    async acquire(draft, lost) {
      return browser.locks.has(draft) && !without ? undefined : take(draft, lost);
    },
    async takeOver(draft, lost) {
      await browser.locks.get(draft)?.lost();
      return take(draft, lost);
    },
  };
}

// A page of that browser. `kill()` leaves it as a process that died: nothing more is written.
export function openPage(browser, { withoutLocks = false } = {}) {
  globalThis.indexedDB = browser.indexedDB;
  const store = makeStore();
  const findings = new VisibleFindings(store, { set: () => 0, clear() {} });
  const database = new Database();
  const shelf = new Shelf(database, new Journal(browser.storage));
  const versions = new VersionStore(database);
  const listeners = [];
  const channel = { post() {}, onMessage: (listener) => listeners.push(listener) };
  const workspace = new Workspace({
    store,
    findings,
    shelf,
    versions: async () => versions,
    locks: locksOf(browser, withoutLocks),
    channel,
    tab: new FakeStorage(),
    browser: browser.storage,
    prefix: "formcheck/test/",
  });
  const title = slotOf(store, "title");
  return {
    store,
    shelf,
    versions,
    workspace,
    database,
    type: (text) => store.type(title, text),
    title: () => store.text(title),
  };
}

export const flush = (page) => page.workspace.autosave.flush();
export const stateOf = (page) => page.workspace.autosave.state.value;
