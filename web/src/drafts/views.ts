// The views about drafts: loaded when first opened, and how one leads to another.
import type { App } from "../shell/app";
import type { ViewSpec } from "../shell/views";
import { shownName } from "./describe";
import type { Source } from "./list/sources";
import type { DraftInfo } from "./records";
import { viewsText } from "./views-text";

export interface Arrival {
  readonly file: string;
  readonly replace: () => Promise<boolean>;
  readonly keepBoth: () => Promise<void>;
}

export interface Compared {
  readonly left: Source;
  readonly right: Source;
  readonly arrival?: Arrival;
}

export const isManager = (view: ViewSpec | undefined): boolean => view?.id === "drafts";

export function openManager({ views }: App): void {
  void views.open({
    id: "drafts",
    kind: "page",
    title: viewsText.manage,
    load: () => import("./list/manager-view.vue"),
  });
}

export function openVersions({ views }: App, draft: DraftInfo): void {
  void views.open({
    id: "versions",
    kind: "page",
    title: `${viewsText.versions} · ${shownName(draft)}`,
    load: () => import("./list/versions-view.vue"),
    props: { draft },
  });
}

/** `back`: where closing leads; else to the form. */
export function openCompare({ views, store }: App, compared: Compared, back?: () => void): void {
  void views.open({
    id: "compare",
    kind: "page",
    title: compared.arrival ? viewsText.arrivalTitle : viewsText.compareTitle,
    load: store.rest.with(() => import("./compare/compare-view.vue")),
    props: { ...compared, back },
  });
}

export function openLook({ views, store }: App, source: Source, back?: () => void): void {
  void views.open({
    id: "look",
    kind: "page",
    title: viewsText.lookTitle,
    load: store.rest.with(() => import("./compare/look-view.vue")),
    props: { source, back },
  });
}
