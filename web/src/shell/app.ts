// What the features of the page share. Made once in make-app.ts, handed to every command and view.
import { type InjectionKey, inject, type ShallowRef } from "vue";
import type { Store } from "../core/store";
import type { DraftRooms } from "../drafts/open-drafts";
import type { Notes } from "../drafts/web-storage";
import type { Desk } from "../exchange/desk";
import type { VisibleFindings } from "../findings/visible";
import type { Review } from "../review/review";
import type { Announcer } from "./announcer";
import type { Banners } from "./banners";
import type { Dialogs } from "./dialogs";
import type { Views } from "./views";

/** What keeps drafts is asked for by whoever runs after `ready`, as everything does that is loaded when it is used. */
export interface App extends DraftRooms {
  readonly store: Store;
  readonly findings: VisibleFindings;
  /** Small texts of the page's own, kept beside the drafts. */
  readonly storage: Notes;
  readonly desk: Desk;
  readonly dialogs: Dialogs;
  readonly banners: Banners;
  readonly views: Views;
  /** Once it has been asked for in this session. */
  readonly review: ShallowRef<Review | undefined>;
  readonly announcer: Announcer;
  /** What keeps drafts, once it is there. */
  readonly rooms: ShallowRef<DraftRooms | undefined>;
  /** It could not be had. Tried again with the next change, and whenever `ready` is asked for. */
  readonly roomless: ShallowRef<boolean>;
  /** The core is there: what was typed before is in it. */
  readonly connected: Promise<void>;
  /** That, and what keeps drafts, with the draft that was open. Rejects where it cannot be had. */
  readonly ready: () => Promise<void>;
}

export const appKey: InjectionKey<App> = Symbol("app");

export function useApp(): App {
  const app = inject(appKey);
  if (!app) throw new Error("no app was provided");
  return app;
}
