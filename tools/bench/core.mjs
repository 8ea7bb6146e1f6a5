// The core as WebAssembly under Node, through the same door as the page.
import { median } from "./measure.mjs";

// → { name: nanoseconds } under the names bench_core prints.
export function wasmTimes(core, files, sampleText, places) {
  const cold = process.hrtime.bigint();
  const loaded = JSON.parse(core.load(files));
  const loadCold = Number(process.hrtime.bigint() - cold);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const session = new core.Session();
  if (!JSON.parse(session.open(sampleText)).ok) throw new Error("the sample cannot be opened");
  const { number, scalar, invention, narrative, longText, middle } = places;
  const tenTimes = `${longText}\n`.repeat(10);
  const key = (i) => session.edit(narrative, middle, i % 2, i % 2 ? "" : "质");

  const times = { loadCold };
  times.number = median((i) => session.set(number, i % 2 ? "96,400.10" : "96,400.20"));
  times.numberDelta = median((i) => {
    if (session.set(number, i % 2 ? "96,400.10" : "96,400.20") !== 0) JSON.parse(session.delta());
  });
  times.finding = median((i) => {
    if (session.set(invention, i % 2 ? "999" : "23") !== 0) JSON.parse(session.delta());
  });
  times.scalar = median((i) => session.set(scalar, i % 2 ? "台州市温岭市一号" : "台州市温岭市二号"));
  session.set(narrative, longText);
  times.key4000 = median(key);
  times.key4000Delta = median((i) => {
    key(i);
    JSON.parse(session.delta());
  });
  times.set4000 = median((i) => session.set(narrative, i % 2 ? longText : `${longText}质`));
  session.set(narrative, tenTimes);
  times.key40000 = median(key);
  session.set(narrative, longText);
  times.whole = median(() => session.recheck());
  times.open = median(() => session.open(sampleText));
  times.load = median(() => core.load(files), { warmUp: 100, batches: 11 });
  session.delete();
  return times;
}
