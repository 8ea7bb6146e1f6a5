// Runs one importer over many inputs, away from the test, which watches that it comes to an end.
import { parentPort, workerData } from "node:worker_threads";
import { chance } from "./chance.mjs";

const { module, seed, count, from = 0 } = workerData;
const { input, execute, kept = {} } = await import(module);
const outcomes = {};
const faults = [];

async function run(name, make) {
  parentPort.postMessage({ at: name });
  try {
    const outcome = await execute(make());
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  } catch (error) {
    faults.push(`${name}: ${error?.stack ?? error}`.slice(0, 900));
  }
}

if (from === 0) for (const [name, make] of Object.entries(kept)) await run(`kept: ${name}`, make);
for (let n = from; n < from + count; n++) {
  const [what, made] = input(chance(seed + n));
  await run(`seed ${seed + n} (${what})`, () => made);
  if (faults.length > 20) break;
}
parentPort.postMessage({ outcomes, faults, kept: Object.keys(kept).length });
