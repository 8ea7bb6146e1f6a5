// The help page's door: its command and its address. The rest is loaded when it is opened.
import { room } from "../shell/addresses";
import { text } from "../text/zh-cn";

/** The second argument names a topic, as in #help/counting. */
export const {
  open: openHelp,
  address: helpAddress,
  command: helpCommand,
} = room("help", text.help, () => import("./page/help-page.vue"));
