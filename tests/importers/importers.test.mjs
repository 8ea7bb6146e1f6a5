// Files and clips from anywhere, damaged by chance or by intent: every one is read or refused in known words, nothing else is
// thrown, nothing goes on without end, nothing takes more memory than its limits allow.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Worker } from "node:worker_threads";

const seed = Number(process.env.FORMCHECK_SEED ?? 20251125);
const times = process.env.FORMCHECK_LONG ? 20 : 1;
// Far above what the slowest machine needs for one input: this is about what would never end.
const patience = 120_000;

/** → { outcomes, faults, kept } */
function fuzz(module, count) {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), {
    workerData: { module, seed, count },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise((resolve, reject) => {
    let at = "loading";
    let watch;
    const again = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        reject(new Error(`never ended: ${at}`));
        void worker.terminate();
      }, patience);
    };
    again();
    worker.on("message", (message) => {
      again();
      if (message.at) at = message.at;
      else resolve(message);
    });
    worker.on("error", (error) => reject(new Error(`${at}: ${error.message}`)));
    worker.on("exit", () => clearTimeout(watch));
  });
}

const importers = {
  "Word files": ["./docx.mjs", 300],
  "PDFs with a draft": ["./pdf.mjs", 2000],
};

describe("importers", () => {
  for (const [name, [module, count]] of Object.entries(importers)) {
    it(`read or refuse damaged ${name}`, async () => {
      const { outcomes, faults, kept } = await fuzz(module, count * times);
      if (faults.length > 0) assert.fail(`${faults.length} of them do not:\n${faults.join("\n")}`);
      const told = Object.entries(outcomes).map(([outcome, n]) => `${n} ${outcome}`);
      console.log(`note: ${count * times} ${name} mutated from seed ${seed}, ${kept} kept: ${told.join(", ")}`);
      assert.ok(Object.keys(outcomes).length >= 3, "the damage is all of one kind");
    });
  }
});
