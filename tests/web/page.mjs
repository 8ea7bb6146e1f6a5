// Sets up the page's modules for a test: the store over the fake core with the real form, findings with a timer in hand.
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { editionFiles } from "../../tools/lib/whole-core.mjs";

const { Store } = await loadTs("web/src/core/store.ts");
const { Session } = await loadTs("web/src/core/door.ts");
const { Rest } = await loadTs("web/src/core/rest.ts");
const { makeFakeCore, viewOf } = await loadTs("tests/web/fake-core.ts");
const { VisibleFindings } = await loadTs("web/src/findings/visible.ts");

export function makeStore() {
  const form = viewOf(editionFiles());
  const core = makeFakeCore(form);
  return new Store(form, () => new Session(core), new Rest(core, undefined, true));
}

/** Time passes only when told to. */
export class HandTimer {
  #jobs = new Map();
  #next = 1;
  #now = 0;
  set(run, ms) {
    this.#jobs.set(this.#next, { run, due: this.#now + ms });
    return this.#next++;
  }
  clear(id) {
    this.#jobs.delete(id);
  }
  pass(ms) {
    this.#now += ms;
    for (const [id, { run, due }] of [...this.#jobs]) {
      if (due > this.#now) continue;
      this.#jobs.delete(id);
      run();
    }
  }
}

export function makePage() {
  const store = makeStore();
  const timer = new HandTimer();
  return { store, timer, findings: new VisibleFindings(store, timer) };
}

export const slotOf = (store, id) => store.index.fields.get(id).slot;

/** What a text box does for a key. */
export function typeInto(page, slot, text) {
  page.findings.typed(slot);
  page.store.type(slot, text);
}
