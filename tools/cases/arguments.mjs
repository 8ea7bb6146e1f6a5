// What the runners of cases are told: [NAME-PART] [--binary FILE] or --help.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./case-files.mjs";

/** → { binary, args }: the command line to run and what is left. Ends the program after `usage` or where there is no binary. */
export function readArguments(usage) {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    console.log(usage);
    process.exit(0);
  }
  const at = args.indexOf("--binary");
  const binary = at >= 0 ? args.splice(at, 2)[1] : join(root, "build/native/formcheck");
  if (!existsSync(binary)) {
    console.error(`no binary at ${binary}: build it first`);
    process.exit(2);
  }
  return { binary, args };
}
