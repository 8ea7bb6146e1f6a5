// What axe-core finds wrong with the page as it stands: WCAG 2.2 AA and best practice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Of what is in order one example is enough: naming every place takes a good deal of the time. Style sheets are not read again: within
// shadow trees axe would do it by inline styles, which our policy refuses and reports.
// `seen`: a selector of what was looked at before, in the same state, and is not walked again.
export async function violations(page, { seen } = {}) {
  await page.evaluate(axeSource);
  const { violations: found, passes } = await page.evaluate(
    (exclude) =>
      globalThis.axe.run(exclude ? { exclude: [[exclude]] } : document, {
        preload: false,
        resultTypes: ["violations"],
      }),
    seen,
  );
  assert.ok(passes.length > 20, "axe did not run");
  return found.map(
    (v) =>
      `${v.id} (${v.impact}): ${v.help}\n    ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 5)
        .join("\n    ")}`,
  );
}
