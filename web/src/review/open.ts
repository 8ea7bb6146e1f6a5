// The review's door: its command and its address. The rest is loaded when it is opened.
import { room } from "../shell/addresses";
import { reviewName, reviewPrefix } from "./name";

export const {
  open: openReview,
  address: reviewAddress,
  command: reviewCommand,
} = room(reviewPrefix, reviewName, () => import("./review-view.vue"));
