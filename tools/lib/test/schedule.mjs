// Runs stages two at a time, each after what it needs, and reports each as it ends.
import { mkdirSync, writeFileSync } from "node:fs";
import { again, unsteady } from "./again.mjs";
import { run } from "./command.mjs";
import { judge, total } from "./counts.mjs";
import { tellingPart } from "./telling.mjs";

const lanes = 2;

// → { ok, counts, log } of a step that is a test run; a step with `twice` may run what failed once more.
async function judged(step) {
  const first = await run(step.command, step.args, step);
  const counts = judge(first.output, first.ok);
  const second = !first.ok && step.twice ? again(step, first.output) : undefined;
  if (!second) return { counts, log: first.output };
  const { ok, output } = await run(second.command, second.args, second);
  const log = `${first.output}\n${output}`;
  if (!ok) return { counts, log };
  const passed = counts.passed + counts.failed;
  return { counts: { ...counts, passed, failed: 0 }, log: `${log}\n${unsteady(first.output).join("")}` };
}

async function perform(stage) {
  const results = [];
  const logs = [];
  for (const step of await stage.steps()) {
    if (step.isTest === undefined) {
      const { counts, log } = await judged(step);
      results.push(counts);
      logs.push(log);
      continue;
    }
    const { ok, output } = await run(step.command, step.args, step);
    logs.push(output);
    if (step.isTest === false) results.push({ passed: 0, failed: ok ? 0 : 1, skipped: 0 });
    else results.push({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
    if (!ok && step.isTest === false) break; // nothing to run on a broken build
  }
  return { ...total(results), log: logs.join("\n") };
}

function report(stage, result, seconds) {
  const mark = result.failed > 0 ? "FAILED" : "ok";
  const count = stage.builds
    ? "built"
    : `${result.passed} passed${result.failed ? `, ${result.failed} failed` : ""}${result.skipped ? `, ${result.skipped} skipped` : ""}`;
  const told = result.failed > 0 && stage.builds ? "did not build" : count;
  console.log(`${mark.padEnd(6)} ${stage.name.padEnd(16)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${told}`);
  for (const line of result.log.match(/^(?:# )?(note|skipped|CEL conformance|stat::number_of_executed_units): .*$/gm) ??
    [])
    console.log(`       ${line.replace("# ", "")}`);
  if (result.failed > 0) console.log(`${tellingPart(result.log)}\n       (build/test-logs/${stage.name}.log)`);
}

async function runOne(stage, logs) {
  const began = Date.now();
  let result;
  try {
    result = await perform(stage);
  } catch (error) {
    result = { passed: 0, failed: 1, skipped: 0, log: `${error.message}\n` };
  }
  if (logs) {
    mkdirSync(logs, { recursive: true });
    writeFileSync(`${logs}/${stage.name}.log`, result.log);
  }
  report(stage, result, (Date.now() - began) / 1000);
  return result;
}

// → the results, in the order the stages ended. `stages` holds every stage that one of them needs; a stage whose need
// failed counts as one failure. Whole logs go to the folder `logs`, or nowhere.
export async function runAll(stages, { logs = "build/test-logs" } = {}) {
  const waiting = [...stages];
  const ended = new Map(); // name → result
  const running = new Map(); // name → promise
  const take = (fits) => waiting.splice(waiting.findIndex(fits), 1)[0];
  while (waiting.length > 0 || running.size > 0) {
    const isBarred = (stage) => stage.needs.some((need) => ended.get(need)?.failed > 0);
    const isReady = (stage) => stage.needs.every((need) => ended.has(need));
    if (waiting.some(isBarred)) {
      const stage = take(isBarred);
      ended.set(stage.name, { passed: 0, failed: 1, skipped: 0 });
      console.log(`FAILED ${stage.name.padEnd(16)}       –   not run: ${stage.needs.join(" or ")} failed`);
    } else if (running.size < lanes && waiting.some(isReady)) {
      const stage = take(isReady);
      const work = runOne(stage, logs).then((result) => {
        ended.set(stage.name, result);
        running.delete(stage.name);
      });
      running.set(stage.name, work);
    } else {
      await Promise.race(running.values());
    }
  }
  return [...ended.values()];
}
