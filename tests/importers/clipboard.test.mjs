// Clips from anywhere, damaged by chance or by intent: every one is laid out over the form's tables or found to be none.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withClips } from "./clip.mjs";

const seed = Number(process.env.FORMCHECK_SEED ?? 20251125);
const count = 300 * (process.env.FORMCHECK_LONG ? 20 : 1);
// Far above what the slowest machine needs for one clip: this is about what would never end.
const patience = 120_000;

function within(run, name) {
  let watch;
  const late = new Promise((_, reject) => {
    watch = setTimeout(() => reject(new Error(`never ended: ${name}`)), patience);
  });
  return Promise.race([run, late]).finally(() => clearTimeout(watch));
}

describe("clips of tables", () => {
  it("are laid out or found to be none", async () => {
    const outcomes = {};
    const faults = [];
    await withClips(async (run, kept) => {
      const all = [
        ...kept.map((name) => [`kept: ${name}`, { name }]),
        ...Array.from({ length: count }, (_, n) => [`seed ${seed + n}`, { seed: seed + n }]),
      ];
      for (const [name, which] of all) {
        try {
          const outcome = await within(run(which), name);
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        } catch (error) {
          faults.push(`${name}: ${error.message}`.slice(0, 900));
          if (faults.length > 10 || /never ended|closed|crashed/.test(error.message)) break;
        }
      }
      const told = Object.entries(outcomes).map(([outcome, n]) => `${n} ${outcome}`);
      console.log(`note: ${count} clips mutated from seed ${seed}, ${kept.length} kept: ${told.join(", ")}`);
    });
    if (faults.length > 0) assert.fail(`${faults.length} of them are not:\n${faults.join("\n")}`);
    assert.equal(Object.keys(outcomes).length, 3, "the damage is all of one kind");
  });
});
