// What a first visit sees before the page's script is there: the page as it begins, up to the end of the form's first section, as plain
// HTML. Only the build runs this (build/first-view-plugin.ts); what takes its place in the browser is take-over.ts.
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import type { FormView } from "../core/form-view";
import { Rest } from "../core/rest";
import { Store } from "../core/store";
import { type BlankDraft, waitingSession } from "../core/waiting-session";
import { makeApp } from "../shell/make-app";
import { makePage } from "../shell/page";
import { usePageSections } from "../shell/sections";

const never = new Promise<never>(() => {});

export async function renderFirstView(form: FormView, blank: BlankDraft): Promise<string> {
  const { session } = waitingSession(blank);
  const store = new Store(form, () => session, new Rest(never, () => never));
  const html = await renderToString(makePage(makeApp(store, never), createSSRApp));
  return lean(upToFirstForm(html, store));
}

/** What follows the form's first section is far down the page, and comes with the page itself. */
function upToFirstForm(html: string, store: Store): string {
  const sections = usePageSections(store).value;
  const next = sections[sections.findIndex(({ kind }) => kind === "form") + 1];
  const from = next ? html.indexOf(`<section id="s-${next.id}"`) : -1;
  const to = html.indexOf("</main>");
  if (from < 0 || to < from) throw new Error("the first section of the form does not end where it should");
  return html.slice(0, from) + html.slice(to);
}

/** Without what is not seen: it is there a moment, and weighs on every visit. That the form is not all there yet stays said. */
const lean = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, "")
    .replace(/ (?:title|focusable|role|aria-(?!label=|busy=)[a-z]+)="[^"]*"| type="button"/g, "")
    .replace(/<span class="sr-only">[^<]*<\/span>/g, "")
    .replace(/<\/(?:li|dt|dd)>| style=""/g, "")
    .replace(/=""/g, "");
