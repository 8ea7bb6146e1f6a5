// The peers' times on the same keys. Each must first find the sample in order and a planted fault in it: a peer that checks
// nothing would be infinitely fast.
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
function wholeActs(peer, data, longText) {
  const revenue = data.indicators.find((row) => row.key === "revenue");
  proveItChecks(peer, (value) => {
    data.patents.invention = value;
  });
  const half = longText.length >> 1;
  const longer = `${longText.slice(0, half)}质${longText.slice(half)}`;
  const scalars = ["台州市温岭市一号", "台州市温岭市二号"];
  return {
    number: (i) => {
      revenue.current = i % 2 ? 96400.1 : 96400.2;
      peer.check();
    },
    scalar: (i) => {
      data.address = scalars[i % 2];
      peer.check();
    },
    key4000: (i) => {
      data.implementation = i % 2 ? longText : longer;
      peer.check();
    },
    whole: () => peer.check(),
  };
}

function surveyActs(peer, longText) {
  proveItChecks(peer, peer.setInvention);
  return {
    number: (i) => peer.setNumber(i % 2 ? 96400.1 : 96400.2),
    scalar: (i) => peer.setScalar(i % 2 ? "台州市温岭市一号" : "台州市温岭市二号"),
    key4000: (i) => peer.setNarrative(i % 2 ? longText : `${longText}质`),
    whole: () => peer.check(),
  };
}

// → [{ name, acts: { name: act(i) } }]
export function peerActs(form, longText) {
  const results = [];
  for (const make of [ajv, logic, cel]) {
    const data = peerData(form);
    const peer = make(form, data);
    results.push({ name: peer.name, acts: wholeActs(peer, data, longText) });
  }
  const peer = survey(form, peerData(form));
  results.push({ name: peer.name, acts: surveyActs(peer, longText) });
  return results;
}
