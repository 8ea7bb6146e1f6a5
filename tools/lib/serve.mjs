// Usage: node tools/lib/serve.mjs FOLDER PORT. Serves until it is interrupted (see tools/serve).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./static-server.mjs";

const [folder = "build/site", port = "8080"] = process.argv.slice(2);
if (!existsSync(join(folder, "index.html"))) {
  console.error(`serve: ${folder}/index.html is not there; build it first (tools/build site)`);
  process.exit(2);
}
const { url } = await serve(folder, Number(port));
console.log(`标杆填报助手 / formcheck: ${url}   (Ctrl-C stops)`);
