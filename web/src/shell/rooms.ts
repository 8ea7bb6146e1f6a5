// Opens what is loaded only when somebody asks for it.
import { nextTick } from "vue";
import { text } from "../text/zh-cn";
import type { App } from "./app";
import { lazily } from "./lazily";
import { focusSlot } from "./navigation";
import { wholeForm } from "./slices";

/** What goes to a place of the form needs the form in view. */
async function toForm({ views }: App): Promise<void> {
  views.close("page");
  await wholeForm();
}

/** To the next thing that is open, or the one before. */
export async function showNext(app: App, back: boolean): Promise<void> {
  const { goToNext } = await import("../findings/walk");
  await toForm(app);
  goToNext(app, back);
}

export async function showFind(app: App): Promise<void> {
  const load = () => import("../find/find-dialog.vue");
  await toForm(app);
  await app.views.open({ id: "find", kind: "dialog", title: text.find, load });
}

/** The application on paper, in place of the page that would be printed. */
export function showPrint(app: App): void {
  const load = () => import("../paper/commands");
  void lazily(app, text.menuExport, load, ({ exportPaper }) => exportPaper(app, "print"));
}

export function showHistory({ views, store }: App): void {
  const load = store.rest.with(() => import("../history/history-dialog.vue"));
  void views.open({ id: "history", kind: "dialog", title: text.history, load });
}

/** One long text with the page to itself. */
export function showWriting({ views }: App, cell: number, title: string): void {
  const load = () => import("../form/writing/writing-view.vue");
  const closed = () => void nextTick(() => focusSlot(cell));
  void views.open({ id: "writing", kind: "page", title, load, props: { cell }, closed });
}
