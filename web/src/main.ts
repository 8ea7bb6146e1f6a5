// Puts the page together: core and definition first, then the stored draft, then the components.
import { createApp } from "vue";
import { start } from "./core/load";
import type { Store } from "./core/store";
import { storeKey } from "./core/store";
import { Autosave } from "./drafts/autosave";
import { browserStorage, DraftStorage } from "./drafts/draft-storage";
import { restore } from "./drafts/restore";
import { Desk } from "./exchange/desk";
import { findingsKey, VisibleFindings } from "./findings/visible";
import { Banners, bannersKey } from "./shell/banners";
import { Dialogs, dialogsKey } from "./shell/dialogs";
import PageApp from "./shell/page-app.vue";
import { watchPresses } from "./shell/press";
import { showFailure } from "./shell/start-failure";
import { text } from "./text/zh-cn";
import "./style/index.css";

function show(store: Store): void {
  const findings = new VisibleFindings(store);
  const banners = new Banners();
  const dialogs = new Dialogs();
  const storage = new DraftStorage(browserStorage(), `formcheck/${store.form.id}/${store.form.edition}/`);
  const autosave = new Autosave(store, storage);
  const desk = new Desk(store, findings, storage, dialogs, banners);
  autosave.begin(restore(store, findings, storage, banners));

  const app = createApp(PageApp, { desk, autosave, storage });
  app.provide(storeKey, store);
  app.provide(findingsKey, findings);
  app.provide(bannersKey, banners);
  app.provide(dialogsKey, dialogs);
  document.title = `${text.name} · ${store.form.title}`;
  watchPresses();
  app.mount("#app");
}

start().then(
  (started) => {
    if (started.ok) show(started.store);
    else
      showFailure(text.definitionFailed, [started.problem.message, `${started.problem.file} ${started.problem.place}`]);
  },
  (error: unknown) => showFailure(text.loadFailed, [text.loadFailedHint, String(error)]),
);
