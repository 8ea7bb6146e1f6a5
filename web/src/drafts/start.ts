// Brings back what was open when the page was last used. What cannot be read stays where it is; nothing is thrown away.
import type { Notice } from "../core/door";
import type { Store } from "../core/store";
import { download } from "../exchange/download";
import type { Banners } from "../shell/banners";
import type { Shelf } from "./shelf";
import { text } from "./text";
import { readText, type StorageLike, writeText } from "./web-storage";
import type { Workspace } from "./workspace";

interface StartParts {
  readonly workspace: Workspace;
  readonly shelf: Shelf;
  readonly banners: Banners;
  readonly browser: StorageLike | null;
  readonly prefix: string;
  readonly store: Store;
}

export async function openLast(parts: StartParts): Promise<void> {
  if (await adoptFormer(parts)) return;
  const { workspace, shelf, banners, store } = parts;
  const { here, anywhere } = workspace.lastOpen();
  // There is something to open, most likely.
  if (here ?? anywhere) store.rest.soon();
  const first = here === null ? "missing" : await tryOpen(parts, here);
  if (first === "opened") return;
  const { drafts, trouble } = await shelf.list();
  if (trouble) banners.show({ topic: "restore", tone: "bad", text: text.silent, actions: [reload] });
  const ours = drafts.filter(
    ({ deleted, form: { id, edition } }) => !deleted && id === store.form.id && edition === store.form.edition,
  );
  // A page that was blank before it was loaded again is blank again; another tab begins where one was last.
  // What was typed before its page knew of any draft is one of its own.
  const next = here !== null || !store.isBlank() ? undefined : (ours.find(({ id }) => id === anywhere) ?? ours[0]);
  if (!next || (await tryOpen(parts, next.id)) !== "opened") await workspace.begin();
}

const reload = { label: text.reload, act: () => location.reload() };

async function tryOpen(
  { workspace, shelf, banners }: StartParts,
  id: string,
): Promise<"opened" | "missing" | "broken"> {
  const switched = await workspace.openDraft(id);
  if (switched.ok) return "opened";
  if (switched.why !== "unreadable") return "missing";
  showBroken(banners, switched.notices, (await shelf.read(id))?.text ?? "");
  return "broken";
}

function showBroken(banners: Banners, notices: readonly Notice[], content: string): void {
  const lines = notices.map(({ message }) => message);
  const action = { label: text.downloadBroken, act: () => download(`${text.brokenFile}.json`, content) };
  banners.show({ topic: "restore", tone: "bad", text: text.broken, lines, actions: [action] });
}

/** Before there were several drafts there was one, in localStorage. It becomes a draft like any other, and stays there too. */
async function adoptFormer({ workspace, banners, browser, prefix }: StartParts): Promise<boolean> {
  const former = readText(browser, `${prefix}draft`);
  const stamp = readText(browser, `${prefix}stamp`) ?? String(former?.length);
  if (former === null || readText(browser, `${prefix}adopted`) === stamp) return false;
  const created = await workspace.create(former, {});
  if (!created.ok) showBroken(banners, created.notices, former);
  if (workspace.autosave.state.value.kind !== "failed") writeText(browser, `${prefix}adopted`, stamp);
  return created.ok;
}
