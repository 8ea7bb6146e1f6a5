// The files the house rules speak of: what git tracks or would track, deleted ones left out.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const listing = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const all = [...new Set(listing.split("\0"))].filter((path) => path !== "" && existsSync(root + path)).sort();

// Paths, relative to the repository, that `pattern` matches.
export const filesLike = (pattern) => all.filter((path) => pattern.test(path));

export const textOf = (path) => readFileSync(root + path, "utf8");

// "path:line: text" for each line of the files in which `pattern` is found.
export function linesWith(paths, pattern) {
  return paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}
