// The page as one Vue application, with what its parts share.
import { createApp, type App as VueApp } from "vue";
import { storeKey } from "../core/use-store";
import { findingsKey } from "../findings/visible";
import { announcerKey } from "./announcer";
import { type App, appKey } from "./app";
import { bannersKey } from "./banners";
import { dialogsKey } from "./dialogs";
import PageApp from "./page-app.vue";

/** Not mounted yet. `create`: what makes an application of a component. */
export function makePage(app: App, create: typeof createApp = createApp): VueApp {
  const page = create(PageApp);
  page.provide(appKey, app);
  page.provide(storeKey, app.store);
  page.provide(findingsKey, app.findings);
  page.provide(bannersKey, app.banners);
  page.provide(dialogsKey, app.dialogs);
  page.provide(announcerKey, app.announcer);
  return page;
}
