// Views with an address of their own (#copy/title, #help/counting): opened by a link, by a reload and by going back, and left
// when the address leads elsewhere.
import { onBeforeUnmount, onMounted } from "vue";
import type { App } from "./app";
import type { Command } from "./commands";
import type { ViewSpec } from "./views";

export interface Addressed {
  /** The view's id, and what the address begins with. */
  readonly prefix: string;
  readonly open: (app: App) => unknown;
}

function partsOf(hash: string): { readonly prefix: string; readonly rest: string } {
  const path = hash.replace(/^#/, "");
  const slash = path.indexOf("/");
  const [prefix, rest] = slash < 0 ? [path, ""] : [path.slice(0, slash), path.slice(slash + 1)];
  try {
    return { prefix, rest: decodeURIComponent(rest) };
  } catch {
    return { prefix, rest }; // typed by hand
  }
}

/** What follows the view's name in the address; undefined when it names something else. */
export function restOfAddress(prefix: string): string | undefined {
  const parts = partsOf(location.hash);
  return parts.prefix === prefix ? parts.rest : undefined;
}

const addressOf = (prefix: string, rest: string): string =>
  `#${prefix}${rest === "" ? "" : `/${rest.split("/").map(encodeURIComponent).join("/")}`}`;

/** Within a view: the address follows, going back leaves the view. */
export function noteAddress(prefix: string, rest: string): void {
  if (restOfAddress(prefix) !== rest) history.replaceState(null, "", addressOf(prefix, rest));
}

/** Opens a page view under its address; closing it brings back the address there was. */
export async function openAt(app: App, spec: ViewSpec, rest = ""): Promise<void> {
  const before = restOfAddress(spec.id) === undefined ? location.hash : "";
  const closed = (): void => {
    if (restOfAddress(spec.id) === undefined) return;
    history.replaceState(null, "", before === "" ? location.pathname + location.search : before);
  };
  if (restOfAddress(spec.id) === undefined) history.pushState(null, "", addressOf(spec.id, rest));
  else if (rest !== "") noteAddress(spec.id, rest);
  const opened = await app.views.open({ ...spec, closed });
  // While it was loaded the form went on naming the section in view.
  if (restOfAddress(spec.id) === undefined) opened && noteAddress(spec.id, rest);
  else if (!opened && app.views.page.value?.id !== spec.id) closed();
}

export interface Room {
  /** `rest`: what its address has after its name. */
  readonly open: (app: App, rest?: string) => Promise<void>;
  readonly address: Addressed;
  readonly command: (app: App) => Command;
}

/** A page view of its own that is opened by a command or its address, and loaded then. */
export function room(prefix: string, title: string, load: ViewSpec["load"]): Room {
  const open: Room["open"] = (app, rest) => openAt(app, { id: prefix, kind: "page", title, load }, rest);
  return {
    open,
    address: { prefix, open },
    command: (app) => ({ label: title, act: () => open(app) }),
  };
}

/** `back`: shows the form again. */
export function useAddresses(app: App, known: readonly Addressed[], back: () => void): void {
  function follow(): void {
    const { prefix } = partsOf(location.hash);
    const open = app.views.page.value?.id;
    if (open === prefix) return;
    const wanted = known.find((one) => one.prefix === prefix);
    if (wanted) wanted.open(app);
    else if (known.some((one) => one.prefix === open)) back();
  }
  onMounted(() => {
    follow();
    window.addEventListener("hashchange", follow);
  });
  onBeforeUnmount(() => window.removeEventListener("hashchange", follow));
}
