// Reads the published CEL conformance cases (npm @bufbuild/cel-spec, pinned) and writes the ones that apply to our profile
// as JSON lines, one case a line, for conformance_cel and for the WASM build:
//   { "id": "file/section/name", "expr", "vars"?: { name: VALUE }, "types"?: { name: TYPE },
//     "expect": { "value": VALUE } | { "error": "…" } }
// with VALUE and TYPE as in the JSON form of cel.expr.Value and cel.expr.Type ({ "int64Value": "1" }, { "primitive": "INT64" } …);
// "types" is there when the case is meant to pass a type checker. summary.json says what does not apply, and why.
//
//   node extract.mjs OUT_DIR [PACKAGE_DIR]
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { reasonAgainst } from "./profile.mjs";

const [outDir, packageDir] = process.argv.slice(2);
if (!outDir) {
  console.error("usage: node extract.mjs OUT_DIR [PACKAGE_DIR]");
  process.exit(2);
}

function findTestdata() {
  const inside = "dist/esm/testdata/conformance.js";
  if (packageDir) return join(resolve(packageDir), inside);
  const require = createRequire(import.meta.url);
  try {
    return require.resolve("@bufbuild/cel-spec/testdata/conformance.js").replace("/cjs/", "/esm/");
  } catch {
    return join(dirname(fileURLToPath(import.meta.url)), "node_modules/@bufbuild/cel-spec", inside);
  }
}

const testdata = findTestdata();
if (!existsSync(testdata)) {
  console.error("@bufbuild/cel-spec is not installed: run npm ci, or name its unpacked folder");
  process.exit(3);
}
const { tests } = await import(pathToFileURL(testdata).href);

const lines = [];
const files = {};
const reasons = {};
let published = 0;
for (const file of tests.suites) {
  const tally = { published: 0, applicable: 0 };
  files[file.name] = tally;
  for (const section of file.suites ?? []) {
    for (const { original } of section.tests ?? []) {
      published++;
      tally.published++;
      const reason = reasonAgainst(file.name, original);
      if (reason) {
        reasons[reason] = (reasons[reason] ?? 0) + 1;
        continue;
      }
      tally.applicable++;
      const line = toCase(`${file.name}/${section.name}/${original.name}`, original);
      lines.push(JSON.stringify(line, (_, v) => (Object.is(v, -0) ? "-0.0" : v))); // JSON.stringify would drop the sign
    }
  }
}

function toCase(id, test) {
  const vars = Object.fromEntries(Object.entries(test.bindings ?? {}).map(([name, bound]) => [name, bound.value]));
  const types = Object.fromEntries((test.typeEnv ?? []).map(({ name, ident }) => [name, ident.type]));
  // A case that says nothing expects true (simple.proto, "result_matcher").
  const value = test.value ?? test.typedResult?.result ?? { boolValue: true };
  const expect = test.evalError ? { error: test.evalError.errors?.[0]?.message ?? "" } : { value };
  return {
    id,
    expr: test.expr,
    ...(Object.keys(vars).length > 0 && { vars }),
    ...(!test.disableCheck && { types }),
    expect,
  };
}

mkdirSync(outDir, { recursive: true });
writeFileSync(join(outDir, "cases.jsonl"), `${lines.join("\n")}\n`);
const byCount = Object.fromEntries(Object.entries(reasons).sort((a, b) => b[1] - a[1]));
const summary = { published, applicable: lines.length, files, reasons: byCount };
writeFileSync(join(outDir, "summary.json"), `${JSON.stringify(summary, null, 1)}\n`);
console.log(`${lines.length} of ${published} published cases apply`);
