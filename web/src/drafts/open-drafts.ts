// Puts together what keeps drafts, and opens the one that was open last.
import { watchPictures } from "../figures/watch";
import { watchBrowserPrint } from "../paper/print/watch";
import type { App } from "../shell/app";
import { BlobStore } from "./blob-store";
import { Database } from "./database";
import { draftLocks } from "./draft-locks";
import { Journal } from "./journal";
import { Shelf } from "./shelf";
import { openLast } from "./start";
import { TabChannel } from "./tab-channel";
import type { VersionStore } from "./version-store";
import { watchSaving } from "./watch-saving";
import { webStorage } from "./web-storage";
import { Workspace } from "./workspace";

export interface DraftRooms {
  /** The draft that is open, and how another takes its place. */
  readonly drafts: Workspace;
  /** All drafts of this browser, and their earlier states. */
  readonly shelf: Shelf;
  readonly versions: () => Promise<VersionStore>;
  /** To and from the other pages of this browser. */
  readonly channel: TabChannel;
  /** Their pictures. */
  readonly blobs: BlobStore;
}

/** After what the person waits for. */
function whenIdle(run: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(run, { timeout: 5000 });
  else window.setTimeout(run, 1000);
}

/** The core must be in the store. What was typed by now is kept as a draft of its own. */
export async function openDrafts({ store, findings, banners }: App): Promise<DraftRooms> {
  const { form } = store;
  const database = new Database();
  const [browser, tab] = [webStorage("localStorage"), webStorage("sessionStorage")];
  const prefix = `formcheck/${form.id}/${form.edition}/`;
  const shelf = new Shelf(database, new Journal(browser));
  let loaded: Promise<VersionStore> | undefined;
  const versions = () => (loaded ??= import("./version-store").then(({ VersionStore: Made }) => new Made(database)));
  const channel = new TabChannel(browser);
  const locks = draftLocks(channel, browser);
  const workspace = new Workspace({ store, findings, shelf, versions, locks, channel, tab, browser, prefix });
  await openLast({ workspace, shelf, banners, browser, prefix, store });
  workspace.watchLeaving();
  // Nobody waits for this.
  window.setTimeout(() => void shelf.tidy(workspace.id), 10_000);
  return {
    drafts: workspace,
    shelf,
    versions,
    channel,
    blobs: new BlobStore(database),
  };
}

/** Once they are part of `app`: what goes on beside them from now on. */
export function watchDrafts(app: App): void {
  watchSaving(app);
  watchPictures(app);
  watchBrowserPrint(app);
  if (__EDITION__ === "hosted")
    whenIdle(() => void import("../offline/begin").then(({ beginOffline }) => beginOffline(app)));
}
