// Unpacks the old Chromiums that npm packages carry, once, into build/browsers. They are unpatched: they see localhost only.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const here = fileURLToPath(new URL("./", import.meta.url));
const folder = fileURLToPath(new URL("../../../build/browsers/", import.meta.url));
const packages = { 83: "chrome-aws-lambda", 109: "@sparticuz/chromium" };

// → the path of the browser of that version
export function oldChromium(version) {
  const path = join(folder, `chromium-${version}`);
  if (existsSync(path)) return path;
  const packed = join(here, "node_modules", packages[version], "bin/chromium.br");
  mkdirSync(folder, { recursive: true });
  const parts = `${path}.${process.pid}`;
  writeFileSync(parts, brotliDecompressSync(readFileSync(packed)));
  chmodSync(parts, 0o755);
  renameSync(parts, path);
  return path;
}
