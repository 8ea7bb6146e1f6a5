// The order in which drafts are listed.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { inOrder } = await loadTs("web/src/drafts/list/order.ts");

const draft = (id, time) => ({ id, changed: `2025-10-08T09:30:${time}+08:00` });
const ids = (drafts) => drafts.map(({ id }) => id).join("");

describe("the list of drafts", () => {
  const drafts = [draft("a", "07"), draft("b", "09"), draft("c", "09"), draft("d", "08")];

  it("begins with the newest change, and of two in the same second with the open draft", () => {
    assert.equal(ids(inOrder(drafts, [], "b")), "bcda");
    assert.equal(ids(inOrder(drafts, [], "c")), "cbda");
    assert.equal(ids(inOrder(drafts, [], "a")), "bcda");
  });

  it("leaves what is shown where it is, whatever is changed, and puts what is new above it", () => {
    const shown = [draft("d", "08"), draft("x", "08"), draft("a", "07")];
    assert.equal(ids(inOrder(drafts, shown, "a")), "bcda");
    assert.equal(ids(inOrder([draft("a", "59"), ...drafts.slice(1)], shown, "a")), "bcda");
  });
});
