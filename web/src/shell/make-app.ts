// Puts together what the features share, and has the keeping of drafts loaded: in time for a draft there may be, else with the first
// sign of life.
import { shallowRef, watch } from "vue";
import type { Store } from "../core/store";
import type { DraftRooms } from "../drafts/open-drafts";
import { Notes, webStorage } from "../drafts/web-storage";
import { Desk } from "../exchange/desk";
import { VisibleFindings } from "../findings/visible";
import { text } from "../text/zh-cn";
import { Announcer } from "./announcer";
import type { App } from "./app";
import { Banners } from "./banners";
import { Dialogs } from "./dialogs";
import { Views } from "./views";

const topic = "rooms";

/** `connected`: the core is in the store. */
export function makeApp(store: Store, connected: Promise<void>): App {
  const rooms = shallowRef<DraftRooms | undefined>();
  const roomless = shallowRef(false);
  const banners = new Banners();
  let coming: Promise<void> | undefined;

  const there = (): DraftRooms => {
    if (!rooms.value) throw new Error("not ready");
    return rooms.value;
  };
  async function open(): Promise<void> {
    const [{ openDrafts, watchDrafts }] = await Promise.all([import("../drafts/open-drafts"), connected]);
    rooms.value = await openDrafts(app);
    roomless.value = false;
    banners.close(topic);
    watchDrafts(app);
  }
  function ready(): Promise<void> {
    coming ??= open().catch((error: unknown) => {
      coming = undefined;
      roomless.value = true;
      throw error;
    });
    return coming;
  }
  /** What is typed is not kept: said, and tried again with every change. */
  function tell(): void {
    if (!roomless.value) return;
    const actions = [
      { label: text.tryAgain, act: () => void ready().catch(tell) },
      { label: text.download, act: () => void app.desk.save() },
    ];
    banners.show({ topic, tone: "bad", text: text.roomless, actions, sticky: true });
  }
  watch([store.revision, roomless], () => {
    if (rooms.value || (store.isBlank() && !roomless.value)) return;
    tell();
    void ready().catch(() => {});
  });

  const app: App = {
    store,
    findings: new VisibleFindings(store),
    storage: new Notes(webStorage("localStorage"), `formcheck/${store.form.id}/${store.form.edition}/`),
    desk: new Desk(() => app),
    dialogs: new Dialogs(),
    banners,
    views: new Views(banners, ready),
    review: shallowRef(),
    announcer: new Announcer(),
    rooms,
    roomless,
    connected,
    ready,
    get drafts() {
      return there().drafts;
    },
    get shelf() {
      return there().shelf;
    },
    get versions() {
      return there().versions;
    },
    get channel() {
      return there().channel;
    },
    get blobs() {
      return there().blobs;
    },
  };
  return app;
}
