// The commands that put the application on paper. Everything behind them is loaded when one is used.
import type { App } from "../shell/app";
import type { Command } from "../shell/commands";
import { menuText as text } from "./menu-text";

export async function exportPaper(app: App, what: "application" | "letter" | "pack" | "print"): Promise<void> {
  await app.views.open({
    id: "export",
    kind: "dialog",
    title: text[what].replace("…", ""),
    load: () => import("./export/export-dialog.vue"),
    props: { what },
  });
}

export function paperCommands(app: App): Command[] {
  const open = (what: Parameters<typeof exportPaper>[1]): Promise<void> => exportPaper(app, what);
  return [
    { label: text.application, hint: text.applicationHint, act: () => open("application") },
    ...(app.store.form.letter ? [{ label: text.letter, hint: text.letterHint, act: () => open("letter") }] : []),
    { label: text.pack, hint: text.packHint, act: () => open("pack") },
    { label: text.print, hint: text.printHint, act: () => open("print") },
  ];
}
