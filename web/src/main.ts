// Puts the page together. A first visit is drawn as soon as the form is known, and can be written in while the core is on its way; where
// there may be a draft, that comes first.
import { blank } from "virtual:blank-draft";
import { createApp } from "vue";
import { load } from "./core/load";
import { Store } from "./core/store";
import { storeKey } from "./core/use-store";
import { waitingSession } from "./core/waiting-session";
import { databaseIsThere, mayBeKept } from "./drafts/may-be-kept";
import { findingsKey } from "./findings/visible";
import { announcerKey } from "./shell/announcer";
import { type App, appKey } from "./shell/app";
import { bannersKey } from "./shell/banners";
import { dialogsKey } from "./shell/dialogs";
import { loadLater } from "./shell/later";
import { makeApp } from "./shell/make-app";
import PageApp from "./shell/page-app.vue";
import { watchPresses } from "./shell/press";
import { signOfLife, wake, watchForLife } from "./shell/sign-of-life";
import { showFailure } from "./shell/start-failure";
import { text } from "./text/zh-cn";
import "./style/index.css";

function mount(app: App): void {
  const page = createApp(PageApp);
  page.provide(appKey, app);
  page.provide(storeKey, app.store);
  page.provide(findingsKey, app.findings);
  page.provide(bannersKey, app.banners);
  page.provide(dialogsKey, app.dialogs);
  page.provide(announcerKey, app.announcer);
  document.title = `${text.name} · ${app.store.form.title}`;
  watchPresses();
  page.mount("#app");
}

function fail(error: unknown): void {
  showFailure(text.loadFailed, [text.loadFailedHint, String(error)]);
}

async function begin(): Promise<void> {
  const { form, core, rest } = load();
  let kept = mayBeKept();
  if (!kept) {
    // Told by the time the form is here, or what keeps drafts comes behind it as with a sign of life.
    void databaseIsThere().then((there) => {
      kept = there;
      if (there) wake();
    });
  }
  core.catch(() => {}); // told where it is waited for
  const waiting = waitingSession(blank);
  const store = new Store(await form, () => waiting.session, rest);
  const connected = core.then((newSession) => store.connect(newSession, waiting.replay));
  const app = makeApp(store, connected);
  if (kept) {
    // Somebody who was here before finds everything as it was.
    wake();
    const others = Promise.all([app.ready(), loadLater()]).catch(() => {});
    await connected;
    await others;
  }
  rest.onMissing = () => app.banners.show({ topic: "view", tone: "bad", text: text.viewFailed(text.actions) });
  mount(app);
  watchForLife();
  void signOfLife.then(() => {
    loadLater().catch(() => {});
    app.ready().catch(() => {});
    rest.soon();
  });
  await connected.catch((error: unknown) => {
    if (store.isBlank()) throw error;
    // What has been typed stays in view.
    app.banners.show({
      topic: "start",
      tone: "bad",
      text: text.loadFailed,
      lines: [text.loadFailedHint],
      sticky: true,
    });
  });
}

begin().catch(fail);
