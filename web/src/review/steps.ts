// From one finding that is open to the next, round the end.
import type { ReviewFinding } from "./reader";

/** From one that is gone, or from none, to the first, or the last when going back. */
export function stepFrom(
  open: readonly ReviewFinding[],
  key: string | undefined,
  back: boolean,
): ReviewFinding | undefined {
  const at = open.findIndex((finding) => finding.key === key);
  if (at < 0) return back ? open[open.length - 1] : open[0];
  return open[(at + (back ? open.length - 1 : 1)) % open.length];
}
