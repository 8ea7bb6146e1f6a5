// Every key that C++ asks of the wording stands in schema/core.zh-CN.json, and none stands there for nobody.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const wording = JSON.parse(readFileSync(join(root, "schema/core.zh-CN.json"), "utf8"));
const families = ["draft", "definition", "cel", "knowledge", "cli", "report", "history", "label", "severity", "basis"];
const key = new RegExp(`"((?:${families.join("|")})\\.[A-Za-z0-9]+)"`, "g");

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.(cc|h)$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

const asked = new Map();
for (const file of [...sources("wasm"), ...sources("tools/formcheck")]) {
  for (const [, name] of readFileSync(join(root, file), "utf8").matchAll(key)) asked.set(name, file);
}
// Built from a prefix in C++: the names of severities and bases.
for (const name of ["error", "warning", "advice"]) asked.set(`severity.${name}`, "report_text.cc");
for (const name of ["notice", "form", "standard", "practice"]) asked.set(`basis.${name}`, "report_text.cc");

test("every key the core asks for has a wording", () => {
  assert.ok(asked.size > 40);
  const missing = [...asked].filter(([name]) => !(name in wording)).map(([name, file]) => `${name} (${file})`);
  assert.deepEqual(missing, []);
});

test("no wording is left over", () => {
  const page = sources("tools/formcheck").length; // the page may use the report and severity families too
  assert.ok(page > 0);
  const left = Object.keys(wording).filter((name) => families.includes(name.split(".")[0]) && !asked.has(name));
  assert.deepEqual(left, []);
});
