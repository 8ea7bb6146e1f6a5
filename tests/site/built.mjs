// The built page as the gates see it: its files, and which of them the first load needs.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export const site = fileURLToPath(new URL("../../build/site/", import.meta.url));

export const files = existsSync(site)
  ? readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length))
      .sort()
  : [];

export const textOf = (path) => readFileSync(site + path, "utf8");
export const zipped = (path) => gzipSync(readFileSync(site + path), { level: 9 }).length;
export const filesLike = (pattern) => files.filter((path) => pattern.test(path));

// Local addresses a file names outright: attributes of a page, static imports of a script, url() of a style sheet.
function namedBy(path) {
  const text = textOf(path);
  const patterns = {
    ".html": /\b(?:src|href)="([^"#]+)"/g,
    ".js": /\b(?:from|import)\s*"(\.[^"]+)"/g,
    ".css": /url\(["']?([^"')]+)/g,
  };
  const pattern = patterns[posix.extname(path)];
  const names = pattern ? [...text.matchAll(pattern)].map((match) => match[1]) : [];
  return names.map((name) => posix.normalize(posix.join(dirname(path), name))).filter((name) => files.includes(name));
}

// What is fetched before the form can be used: the page, what it names at once, the core and the definition.
export function firstLoad() {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    namedBy(path).forEach(visit);
  };
  visit("index.html");
  for (const path of filesLike(/(formcheck-(?!rest-)[^/]*\.wasm|definition[^/]*\.bin)$/)) visit(path);
  return [...found];
}
