// The commands about files: new, open, example, and taking the draft away.
import type { App } from "../shell/app";
import type { Command } from "../shell/commands";
import { lazily } from "../shell/lazily";
import { text } from "../text/zh-cn";
import { pickAnyFile } from "./pick-file";
import { menuText } from "./text";

export function fileCommands(app: App): Command[] {
  const { desk } = app;
  return [
    { label: text.create, act: () => desk.create() },
    {
      label: text.open,
      hint: menuText.openHint,
      act: () => pickAnyFile(app),
    },
    { label: menuText.sample, act: () => desk.openSample() },
  ];
}

export function exportCommands({ desk }: App): Command[] {
  return [{ label: text.download, hint: menuText.downloadHint, keys: "Ctrl+S", act: () => desk.save() }];
}

export function wordCommands(app: App): Command[] {
  const load = () => import("../word/view/export-word");
  const command = (label: string, what: "application" | "letter", hint?: string): Command => ({
    label,
    ...(hint === undefined ? {} : { hint }),
    act: () => lazily(app, menuText.wordFile, load, ({ exportWord }) => exportWord(app, what)),
  });
  const letter = app.store.form.letter ? [command(menuText.wordLetter, "letter")] : [];
  return [command(menuText.wordApplication, "application", menuText.wordHint), ...letter];
}
