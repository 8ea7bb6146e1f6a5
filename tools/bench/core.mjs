// The core as WebAssembly under Node, through the same door as the page.
import { makePageCore } from "./form.mjs";

const encoder = new TextEncoder();

// → { acts: { name: act(i) }, loadCold: nanoseconds } under the names bench_core prints. Each act has what it changes to itself.
export async function wasmActs({ image, view }, sampleText, places) {
  const cold = process.hrtime.bigint();
  const core = await makePageCore();
  if (core.readImage(image, view, core.whole) !== 0) throw new Error("the image cannot be read");
  const loadCold = Number(process.hrtime.bigint() - cold);
  const put = (text) => {
    const at = core.inputBuffer(text.length * 3);
    return encoder.encodeInto(text, core.HEAPU8.subarray(at, at + text.length * 3)).written;
  };
  const { number, scalar, invention, narrative, longText, middle } = places;
  const open = (text) => {
    const raw = new core.Session();
    if (!JSON.parse(raw.open(sampleText)).ok) throw new Error("the sample cannot be opened");
    const session = {
      open: () => raw.open(sampleText),
      recheck: () => raw.recheck(),
      delta: () => JSON.parse(raw.delta()),
      set: (slot, value) => raw.setInput(slot, put(value)),
      edit: (slot, from, removed, inserted) => raw.editInput(slot, from, removed, put(inserted)),
    };
    if (text !== undefined) session.set(narrative, text);
    return session;
  };
  const plain = open();
  const withDelta = open();
  const mid = open(longText);
  const midDelta = open(longText);
  const whole = open(longText);
  const long = open(`${longText}\n`.repeat(10));
  const reopened = open();
  const key = (session) => (i) => session.edit(narrative, middle, i % 2, i % 2 ? "" : "质");
  const midKey = key(midDelta);

  const acts = {
    number: (i) => plain.set(number, i % 2 ? "96,400.10" : "96,400.20"),
    scalar: (i) => plain.set(scalar, i % 2 ? "台州市温岭市一号" : "台州市温岭市二号"),
    whole: () => plain.recheck(),
    numberDelta: (i) => {
      if (withDelta.set(number, i % 2 ? "96,400.10" : "96,400.20") !== 0) withDelta.delta();
    },
    finding: (i) => {
      if (withDelta.set(invention, i % 2 ? "999" : "23") !== 0) withDelta.delta();
    },
    key4000: key(mid),
    key4000Delta: (i) => {
      midKey(i);
      midDelta.delta();
    },
    set4000: (i) => whole.set(narrative, i % 2 ? longText : `${longText}质`),
    key40000: key(long),
    open: () => reopened.open(),
    load: () => core.readImage(image, view, core.whole),
  };
  return { acts, loadCold };
}
