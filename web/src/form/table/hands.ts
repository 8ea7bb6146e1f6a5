// The keys of tables and what is pasted into them: comes with the first sign of life. Should it be late, keys and paste are the
// browser's own until then.
import { signOfLife } from "../../shell/sign-of-life";

type Hands = typeof import("./table-hands");
let come: Hands | undefined;

async function load(): Promise<void> {
  come = await import("./table-hands").catch(() => undefined);
}
void signOfLife.then(load);

/** Undefined as long as it is not there. */
export function hands(): Hands | undefined {
  if (!come) void signOfLife.then(load);
  return come;
}
