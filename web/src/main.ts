// Puts the page together. A first visit can be written in before this script is there (first-view/), and while the core is on its way;
// where there may be a draft, that comes first.
import { blank } from "virtual:blank-draft";
import { load } from "./core/load";
import { Store } from "./core/store";
import { waitingSession } from "./core/waiting-session";
import { databaseIsThere } from "./drafts/may-be-kept";
import { isFirstVisit, takeOver } from "./first-view/take-over";
import type { App } from "./shell/app";
import { loadLater } from "./shell/later";
import { makeApp } from "./shell/make-app";
import { makePage } from "./shell/page";
import { watchPresses } from "./shell/press";
import { signOfLife, wake, watchForLife } from "./shell/sign-of-life";
import { showFailure } from "./shell/start-failure";
import { text } from "./text/zh-cn";
import "./style/index.css";

/** Whoever writes in the first view is not kept waiting by all that is made here in one go. */
function breathe(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });
}

async function mount(app: App): Promise<void> {
  document.title = `${text.name} · ${app.store.form.title}`;
  watchPresses();
  const host = document.getElementById("app") as HTMLElement;
  await takeOver(host, () => {
    makePage(app).mount(host);
    watchForLife();
  });
}

function fail(error: unknown): void {
  showFailure(text.loadFailed, [text.loadFailedHint, String(error)]);
}

async function begin(): Promise<void> {
  const { form, core, rest } = load();
  core.catch(() => {}); // told where it is waited for
  await breathe();
  const waiting = waitingSession(blank);
  const store = new Store(form, () => waiting.session, rest);
  const connected = core.then((newSession) => store.connect(newSession, waiting.replay));
  const app = makeApp(store, connected);
  if (isFirstVisit()) {
    // What keeps drafts comes with a sign of life; where it has been before, at once.
    void databaseIsThere().then((there) => there && wake());
  } else {
    // Somebody who was here before finds everything as it was.
    wake();
    const others = Promise.all([app.ready(), loadLater()]).catch(() => {});
    await connected;
    await others;
  }
  rest.onMissing = () => app.banners.show({ topic: "view", tone: "bad", text: text.viewFailed(text.actions) });
  await breathe();
  await mount(app);
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
