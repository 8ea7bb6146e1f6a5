// What the pictures show: the page's own components over a second draft, the example with a few faults put in. Which field
// stands for what is found by its kind, so that another form has its pictures too.
import { url as sampleUrl } from "virtual:sample";
import { type Component, createApp, h, reactive, ref, type App as VueApp } from "vue";
import StopCard from "../../copy/stop-card.vue";
import { copyText } from "../../copy/text";
import { Ticks } from "../../copy/ticks";
import { Walk } from "../../copy/walk";
import type { FieldItem, GroupItem, Item, TableItem } from "../../core/form-view";
import { readPageText } from "../../core/page-file";
import type { Store } from "../../core/store";
import { storeKey } from "../../core/use-store";
import { findingsKey, VisibleFindings } from "../../findings/visible";
import ItemView from "../../form/item-view.vue";
import { Announcer, announcerKey } from "../../shell/announcer";
import { type App, appKey } from "../../shell/app";
import SectionNav from "../../shell/section-nav.vue";
import { usePageSections } from "../../shell/sections";
import type { PictureName } from "./blocks";

export interface Scene {
  readonly app: App;
  readonly store: Store;
  readonly findings: VisibleFindings;
}

const itemsOf = (store: Store): readonly Item[] => store.form.sections.flatMap(({ items }) => items);

const limited = (store: Store): FieldItem | undefined =>
  itemsOf(store).find((item): item is FieldItem => item.kind === "field" && item.limit?.max !== undefined);
const narrative = (store: Store): FieldItem | undefined =>
  itemsOf(store).find((item): item is FieldItem => item.kind === "field" && item.limit?.about !== undefined);
const sentence = (store: Store): GroupItem | undefined =>
  itemsOf(store).find((item): item is GroupItem => item.kind === "group" && item.sentence !== undefined);
const table = (store: Store): TableItem | undefined =>
  itemsOf(store).find((item): item is TableItem => item.kind === "table" && item.rows === "editable");

/** Of the example; where it cannot be had the pictures show blank boxes. */
export async function makeScene(app: App): Promise<Scene> {
  const store = app.store.another();
  const findings = new VisibleFindings(store);
  try {
    await store.open(await readPageText(sampleUrl));
    spoil(store);
  } catch {
    // No network: the words are there all the same.
  }
  findings.touchAll();
  return { app, store, findings };
}

/** A part larger than its whole, and a narrative half as long as it should be. */
function spoil(store: Store): void {
  const parts = sentence(store)?.items.filter((item): item is FieldItem => item.kind === "field") ?? [];
  const [whole, part] = parts;
  if (whole && part) store.type(part.slot, `${store.text(whole.slot)}9`);
  const text = narrative(store);
  if (text) store.type(text.slot, store.text(text.slot).slice(0, (text.limit?.about ?? 400) / 2));
}

function sceneOf(name: PictureName, store: Store): (() => ReturnType<typeof h>) | undefined {
  const item = { field: limited, finding: sentence, table, narrative, progress: undefined, copy: undefined }[name];
  const shown = item?.(store);
  if (shown) return () => h("div", { class: "section" }, h(ItemView as Component, { item: shown }));
  if (name === "progress") {
    const sections = usePageSections(store);
    const current = store.form.sections[1]?.id ?? "";
    return () => h("div", { class: "help-narrow" }, h(SectionNav, { sections: sections.value, current }));
  }
  if (name === "copy") {
    const walk = new Walk(store, new Ticks({ kept: () => null, keep: () => true }, ""), ref(false));
    walk.next();
    walk.tick();
    const first = walk.current.value;
    walk.next();
    const options = reactive({ skipMarkers: false, withHead: true, withRowHeads: true, byCell: false, keys: true });
    const message = { tone: "good", text: copyText.copied(first?.label ?? "") } as const;
    return () => (walk.current.value ? h(StopCard, { walk, item: walk.current.value, options, message }) : h("div"));
  }
  return undefined;
}

export function makePicture(name: PictureName, { app, store, findings }: Scene): VueApp | undefined {
  const announcer = new Announcer();
  const picture = createApp({ setup: () => sceneOf(name, store) ?? (() => h("div")) });
  picture.provide(appKey, { ...app, store, findings, announcer });
  picture.provide(storeKey, store);
  picture.provide(findingsKey, findings);
  picture.provide(announcerKey, announcer);
  return picture;
}
