// The peers' times on the same keys. Each must first find the sample in order and a planted fault in it: a peer that checks
// nothing would be infinitely fast.
import { median } from "./measure.mjs";
import { ajv } from "./peers/ajv.mjs";
import { cel } from "./peers/cel.mjs";
import { peerData } from "./peers/data.mjs";
import { logic } from "./peers/logic.mjs";
import { survey } from "./peers/survey.mjs";

function proveItChecks(peer, plant) {
  if (!peer.check()) throw new Error(`${peer.name} finds fault with the sample: ${peer.why()}`);
  plant(999);
  if (peer.check()) throw new Error(`${peer.name} misses the planted fault`);
  plant(23);
  if (!peer.check()) throw new Error(`${peer.name} does not see the fault mended: ${peer.why()}`);
}

// A peer without partial checks: a key is a changed value and a check of everything.
function wholeTimes(peer, data, longText) {
  const revenue = data.indicators.find((row) => row.key === "revenue");
  proveItChecks(peer, (value) => {
    data.patents.invention = value;
  });
  const half = longText.length >> 1;
  const longer = `${longText.slice(0, half)}质${longText.slice(half)}`;
  const scalars = ["台州市温岭市一号", "台州市温岭市二号"];
  const { address, implementation } = data;
  const current = revenue.current;
  const times = {
    number: median((i) => {
      revenue.current = i % 2 ? 96400.1 : 96400.2;
      peer.check();
    }),
    scalar: median((i) => {
      data.address = scalars[i % 2];
      peer.check();
    }),
    key4000: median((i) => {
      data.implementation = i % 2 ? longText : longer;
      peer.check();
    }),
    whole: median(() => peer.check()),
  };
  Object.assign(data, { address, implementation });
  revenue.current = current;
  return times;
}

function surveyTimes(peer, longText) {
  proveItChecks(peer, peer.setInvention);
  const few = { warmUp: 500, batches: 15 };
  return {
    number: median((i) => peer.setNumber(i % 2 ? 96400.1 : 96400.2), few),
    scalar: median((i) => peer.setScalar(i % 2 ? "台州市温岭市一号" : "台州市温岭市二号"), few),
    key4000: median((i) => peer.setNarrative(i % 2 ? longText : `${longText}质`), few),
    whole: median(() => peer.check(), few),
  };
}

// → [{ name, times }]
export function peerTimes(form, longText) {
  const results = [];
  for (const make of [ajv, logic, cel]) {
    const data = peerData(form);
    const peer = make(form, data);
    results.push({ name: peer.name, times: wholeTimes(peer, data, longText) });
  }
  const peer = survey(form, peerData(form));
  results.push({ name: peer.name, times: surveyTimes(peer, longText) });
  return results;
}
