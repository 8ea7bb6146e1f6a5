// Sets up the page's modules for a test: the store over the fake core with the real form, findings with a timer in hand.
import { readdirSync, readFileSync } from "node:fs";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const base = new URL("../../schema/", import.meta.url);
const read = (path) => readFileSync(new URL(path, base), "utf8");

export function definitionFiles() {
  const edition = "zj-quality-benchmark/2025/";
  const files = Object.fromEntries(
    ["form.json", "rules.json", "messages.zh-CN.json"].map((name) => [name, read(edition + name)]),
  );
  for (const name of readdirSync(new URL("codes/", base))) files[name] = read(`codes/${name}`);
  files["core.zh-CN.json"] = read("core.zh-CN.json");
  return files;
}

const { Store } = await loadTs("web/src/core/store.ts");
const { Session, loadDefinition } = await loadTs("web/src/core/door.ts");
const { makeFakeCore } = await loadTs("tests/web/fake-core.ts");
const { VisibleFindings } = await loadTs("web/src/findings/visible.ts");

export function makeStore() {
  const core = makeFakeCore();
  const loaded = loadDefinition(core, JSON.stringify(definitionFiles()));
  return new Store(loaded.form, () => new Session(core));
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
