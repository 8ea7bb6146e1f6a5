// What the review says, for the report in the material pack.
import type { ReviewLine } from "../paper/pack/findings-report";
import type { App } from "../shell/app";
import { loadReview } from "./load";
import { linesOf } from "./report-lines";

/** Undefined when the reader cannot be had: the report says so, and the rest of it is made all the same. */
export async function reviewLines(app: App): Promise<readonly ReviewLine[] | undefined> {
  try {
    const review = await loadReview(app);
    review.sync();
    return linesOf(review.findings.value);
  } catch {
    return undefined;
  }
}
