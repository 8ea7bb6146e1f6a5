// The copy assistant's door: its command and its address. The rest is loaded when it is opened.
import { room } from "../shell/addresses";
import { copyName, copyPrefix } from "./name";

export const { address: copyAddress, command: copyCommand } = room(
  copyPrefix,
  copyName,
  () => import("./copy-view.vue"),
);
