// One passage of tests/cases/narrative against what was found in it (README.md there says what counts).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./case-files.mjs";

// The set that is worked with, the one looked into now and then, and those written without looking at the code: { set, facts, passages }, each
// passage with its file. What a file sets holds for all its passages.
export function passageSets() {
  const facts = JSON.parse(readFileSync(join(root, "tests/cases/narrative/facts.json"), "utf8"));
  return readdirSync(join(root, "tests/cases"))
    .filter((name) => /^narrative(-dev|-unseen.*)?$/.test(name))
    .sort()
    .map((set) => {
      const folder = join(root, "tests/cases", set);
      const names = readdirSync(folder).filter((name) => /^(?!facts|case\.schema).*\.json$/.test(name));
      const passages = names.sort().flatMap((file) => {
        const { set: common, cases } = JSON.parse(readFileSync(join(folder, file), "utf8"));
        return cases.map((passage) => ({ ...passage, file, set: { ...common, ...passage.set } }));
      });
      return { set, facts, passages };
    })
    .filter(({ passages }) => passages.length > 0);
}

export class Score {
  right = 0;
  wrong = 0;
  missed = 0;
  get precision() {
    return this.right + this.wrong === 0 ? 1 : this.right / (this.right + this.wrong);
  }
  get recall() {
    return this.right + this.missed === 0 ? 1 : this.right / (this.right + this.missed);
  }
  toString() {
    const share = (n) => n.toFixed(3);
    return `precision ${share(this.precision)} (${this.wrong} wrong), recall ${share(this.recall)} (${this.missed} missed of ${this.right + this.missed})`;
  }
}

function setAt(draft, pointer, value) {
  const keys = pointer.split("/").slice(1);
  const last = keys.pop();
  let node = draft;
  for (const key of keys) {
    if (node[key] === undefined) node[key] = {};
    node = node[key];
  }
  if (value === null) delete node[last];
  else node[last] = value;
}

export function draftOfPassage(facts, passage) {
  const draft = structuredClone(facts);
  for (const [pointer, value] of Object.entries(passage.set ?? {})) setAt(draft, pointer, value);
  draft.values[passage.in ?? "results"] = passage.text;
  return draft;
}

// The place of the nth `part` in the text, as [from, to).
function placeOf(text, part, nth = 1) {
  let at = -1;
  for (let n = 0; n < nth; n += 1) at = text.indexOf(part, at + 1);
  return at < 0 ? undefined : [at, at + part.length];
}

const sameNumber = (a, b) => Number(a) === Number(b);
const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];
const say = (f) =>
  ["indicator", "role", "of", "product", "rival", "year", "value", "unit", "bound"]
    .map((k) => (f[k] === undefined ? "" : `${k}=${f[k]}`))
    .join(" ");

function figureAgrees(expected, found) {
  if ((expected.indicator ?? null) !== (found.indicator ?? null)) return false;
  if (!sameNumber(expected.value, found.value)) return false;
  if (expected.indicator === null) return true;
  if ((expected.role ?? "level") !== (found.role ?? "level") || expected.unit !== found.unit) return false;
  if (expected.product !== undefined && expected.product !== found.product) return false;
  if (expected.rival !== undefined && expected.rival !== found.rival) return false;
  if ((expected.year ?? null) !== (found.year ?? null)) return false;
  if (expected.of !== undefined && expected.of !== found.of) return false;
  return (expected.bound ?? "exact") === (found.bound ?? "exact");
}

// Compared are the rules that speak of a passage; mismatches are those of figures.
const whole = (rule) => rule.startsWith("coverage.") || rule.startsWith("form.") || rule === "name.methodUnnamed";

export function judgePassage(passage, report, { figures, mismatches, findings }) {
  const faults = [];
  const at = `/values/${passage.in ?? "results"}`;
  const seen = new Map();
  const expectedFigures = passage.figures.map((f) => {
    // The same text may stand for several indicators (a rank of two): each is sought for by itself.
    const nth = f.nth ?? 1;
    return { ...f, place: placeOf(passage.text, f.text, nth) };
  });
  for (const f of expectedFigures) if (!f.place) faults.push(`the case itself: no “${f.text}” in the text`);
  const found = report.figures.filter((f) => f.at === at);
  const used = new Set();
  for (const expected of expectedFigures) {
    const match = found.findIndex(
      (f, i) =>
        !used.has(i) && f.from === expected.place?.[0] && f.to === expected.place?.[1] && figureAgrees(expected, f),
    );
    if (match >= 0) {
      used.add(match);
      figures.right += 1;
    } else {
      figures.missed += 1;
      const there = found.filter((f) => expected.place && overlap([f.from, f.to], expected.place)).map(say);
      faults.push(`missed figure “${expected.text}” ${say(expected)}; read as ${there.join(" | ") || "nothing"}`);
    }
  }
  found.forEach((f, i) => {
    if (used.has(i) || f.indicator === undefined) return;
    figures.wrong += 1;
    faults.push(`wrong figure “${passage.text.slice(f.from, f.to)}” ${say(f)}`);
  });
  const said = report.findings.filter((f) => f.at[0].at === at && !whole(f.rule));
  const met = new Set();
  for (const expected of passage.findings) {
    const key = `${expected.rule} ${expected.at}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const places = [];
    for (
      let n = 1, place = placeOf(passage.text, expected.at, n);
      place;
      n += 1, place = placeOf(passage.text, expected.at, n)
    )
      places.push(place);
    const match = said.findIndex(
      (f, i) => !met.has(i) && f.rule === expected.rule && places.some((p) => overlap(p, [f.at[0].from, f.at[0].to])),
    );
    const scores = expected.rule.startsWith("figure.") ? [mismatches, findings] : [findings];
    if (match >= 0) {
      met.add(match);
      for (const score of scores) score.right += 1;
    } else {
      for (const score of scores) score.missed += 1;
      faults.push(`missed finding ${key}`);
    }
  }
  said.forEach((f, i) => {
    if (met.has(i)) return;
    for (const score of f.rule.startsWith("figure.") ? [mismatches, findings] : [findings]) score.wrong += 1;
    faults.push(`wrong finding ${f.rule}: ${f.message}`);
  });
  return faults;
}
