// The commands about drafts as such.
import type { App } from "../shell/app";
import type { Command } from "../shell/commands";
import { openManager, openVersions } from "./views";
import { viewsText } from "./views-text";

export function draftCommands(app: App): Command[] {
  return [
    { label: viewsText.manage, hint: viewsText.manageHint, act: () => openManager(app) },
    {
      label: viewsText.versions,
      hint: viewsText.versionsHint,
      act: () => app.drafts.info.value && openVersions(app, app.drafts.info.value),
      enabled: () => app.drafts.info.value !== undefined,
    },
  ];
}
