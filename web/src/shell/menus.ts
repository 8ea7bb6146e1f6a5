// The menus of the tool bar: here the features' commands are put together and nowhere else. Loaded when the bar is neared.
import { draftCommands } from "../drafts/commands";
import { exportCommands, fileCommands, wordCommands } from "../exchange/commands";
import { paperCommands } from "../paper/commands";
import { reviewCommand } from "../review/open";
import { text } from "../text/zh-cn";
import type { App } from "./app";
import type { Menu } from "./commands";
import "../style/menu-open.css";

export function menusOf(app: App): Menu[] {
  return [
    { label: text.menuDraft, groups: [fileCommands(app), draftCommands(app), [reviewCommand(app)]] },
    { label: text.menuExport, groups: [exportCommands(app), paperCommands(app), wordCommands(app)] },
  ];
}
