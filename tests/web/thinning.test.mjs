// Which versions go when there are too many.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { superfluous, mostVersions } = await loadTs("web/src/drafts/thinning.ts");
const version = (id, time, byHand = false) => ({ id, time, byHand });
const kept = (versions, most) => {
  const gone = new Set(superfluous(versions, most));
  return versions.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
};
const today = (id, minutes, byHand) =>
  version(id, new Date(Date.UTC(2025, 9, 8, 0, minutes)).toISOString().replace("Z", "+00:00"), byHand);

describe("versions", () => {
  it("all stay while there are few", () => assert.deepEqual(kept([today(1, 0), today(2, 5), today(3, 6)]), [1, 2, 3]));
  it("are none of none", () => assert.deepEqual(superfluous([]), []));

  it("of an earlier day: the last, and what was kept by hand", () => {
    const before = [
      "2025-10-06T09:00:00+08:00",
      "2025-10-07T09:00:00+08:00",
      "2025-10-07T10:00:00+08:00",
      "2025-10-07T11:00:00+08:00",
    ];
    const list = before.map((time, n) => version(n + 1, time, n === 1));
    assert.deepEqual(kept([...list, version(9, "2025-10-08T08:00:00+08:00")]), [1, 2, 4, 9]);
  });

  it("are at most twenty; the newest five stay, the crowded go first", () => {
    const list = Array.from({ length: 40 }, (_, n) => today(n + 1, n < 20 ? n * 30 : 600 + n));
    const ids = kept(list);
    assert.equal(ids.length, mostVersions);
    assert.deepEqual(ids.slice(-5), [36, 37, 38, 39, 40]);
    assert.ok(ids.includes(1) || ids.includes(2), "the beginning of the day is not forgotten");
  });

  it("kept by hand go last, the newest never", () => {
    const list = Array.from({ length: 30 }, (_, n) => today(n + 1, n, n < 19));
    const ids = kept(list);
    assert.deepEqual(ids, [...Array.from({ length: 19 }, (_, n) => n + 1), 30]);
    const many = Array.from({ length: 30 }, (_, n) => today(n + 1, n, true));
    assert.equal(kept(many).length, mostVersions);
    assert.ok(kept(many).includes(30));
  });

  it("keep their order when the clock was moved back", () => {
    const list = [today(1, 100), today(2, 200), version(3, "2024-01-01T00:00:00+08:00")];
    assert.ok(kept(list, 2).includes(3), "the newest is the one that came last");
  });
});
