// Turns a case (where to start from, what to change) into the draft it speaks of.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const FORM = { id: "zj-quality-benchmark", edition: "2025", version: "1.0.0" };

// A draft in which nothing has been typed yet.
export function blankDraft() {
  return { format: "formcheck-draft/1", form: { ...FORM }, values: {} };
}

function tokensOf(pointer) {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new Error(`not a JSON Pointer: ${pointer}`);
  return pointer
    .slice(1)
    .split("/")
    .map((t) => t.replaceAll("~1", "/").replaceAll("~0", "~"));
}

// The container and last token of a pointer. Missing objects on the way are made, so that a blank draft can be
// filled; rows are never made this way, because a row without an id is a case of its own.
function locate(draft, pointer) {
  const tokens = tokensOf(pointer);
  const last = tokens.pop();
  if (last === undefined) throw new Error("the root cannot be changed");
  let node = draft;
  for (const token of tokens) {
    if (Array.isArray(node) ? !(Number(token) in node) : !(token in node)) {
      if (Array.isArray(node)) throw new Error(`${pointer}: no row ${token}`);
      node[token] = {};
    }
    node = node[token];
  }
  return { node, last };
}

function applyStep(draft, step) {
  const [verb] = ["set", "remove", "insertRow", "moveRow"].filter((v) => v in step);
  if (verb === undefined) throw new Error(`unknown change: ${JSON.stringify(step)}`);
  const { node, last } = locate(draft, step[verb]);
  const isRow = Array.isArray(node);
  if (verb === "set") {
    if (isRow && !(Number(last) in node)) throw new Error(`${step.set}: no such row`);
    node[last] = step.to;
  } else if (verb === "remove") {
    if (!(last in node)) throw new Error(`${step.remove}: nothing there to remove`);
    if (isRow) node.splice(Number(last), 1);
    else delete node[last];
  } else if (verb === "insertRow") {
    if (!isRow) throw new Error(`${step.insertRow}: not a table`);
    node.splice(last === "-" ? node.length : Number(last), 0, structuredClone(step.value));
  } else {
    if (!isRow) throw new Error(`${step.moveRow}: not a table`);
    const [row] = node.splice(Number(last), 1);
    node.splice(step.to, 0, row);
  }
}

export function applyChanges(draft, changes = []) {
  const copy = structuredClone(draft);
  for (const step of changes) applyStep(copy, step);
  return copy;
}

// `file` is the case's own path: `from` is relative to it.
export function draftOf(test, file) {
  const base =
    test.from === "blank" ? blankDraft() : JSON.parse(readFileSync(resolve(dirname(file), test.from), "utf8"));
  return applyChanges(base, test.change);
}
