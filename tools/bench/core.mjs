// The core as WebAssembly under Node, through the same door as the page.
import { makePageCore } from "./form.mjs";
import { median } from "./measure.mjs";

const encoder = new TextEncoder();

// → { name: nanoseconds } under the names bench_core prints.
export async function wasmTimes({ image, view }, sampleText, places) {
  const cold = process.hrtime.bigint();
  const core = await makePageCore();
  if (core.readImage(image, view, core.whole) !== 0) throw new Error("the image cannot be read");
  const loadCold = Number(process.hrtime.bigint() - cold);
  const raw = new core.Session();
  const put = (text) => {
    const at = core.inputBuffer(text.length * 3);
    return encoder.encodeInto(text, core.HEAPU8.subarray(at, at + text.length * 3)).written;
  };
  const session = {
    open: (text) => raw.open(text),
    delta: () => raw.delta(),
    set: (slot, text) => raw.setInput(slot, put(text)),
    edit: (slot, from, removed, text) => raw.editInput(slot, from, removed, put(text)),
  };
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
  times.whole = median(() => raw.recheck());
  times.open = median(() => session.open(sampleText));
  times.load = median(() => core.readImage(image, view, core.whole), { warmUp: 100, batches: 11 });
  raw.delete();
  return times;
}
