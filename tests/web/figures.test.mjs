// Decisions about pictures, and how they travel with a draft.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { shallowRef } from "vue";
import { loadTs } from "../../tools/lib/load-ts.mjs";

const { within, hasFewColours, prefersPng } = await loadTs("web/src/figures/size.ts");
const { kindOf } = await loadTs("web/src/figures/kind.ts");
const carry = await loadTs("web/src/figures/carry.ts");
const { watchPictures } = await loadTs("web/src/figures/watch.ts");
const { fromBase64, toBase64 } = await loadTs("web/src/figures/base64.ts");

const bytes = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe("the size of a kept picture", () => {
  it("has the long edge asked for, in proportion, and is never enlarged", () => {
    assert.deepEqual(within({ width: 4000, height: 3000 }, 1600), { width: 1600, height: 1200 });
    assert.deepEqual(within({ width: 3000, height: 4000 }, 1600), { width: 1200, height: 1600 });
    assert.deepEqual(within({ width: 800, height: 600 }, 1600), { width: 800, height: 600 });
    assert.deepEqual(within({ width: 10000, height: 1 }, 1600), { width: 1600, height: 1 });
  });
  it("is PNG for charts, JPEG for photographs", () => {
    const noise = new Uint8ClampedArray(4 * 5000).map((_, i) => ((i * 7919) >> (i % 5)) & 255);
    assert.equal(hasFewColours(noise), false);
    assert.equal(hasFewColours(new Uint8ClampedArray(4 * 5000).fill(255)), true);
    assert.equal(prefersPng(true, 100_000, 30_000), true);
    assert.equal(prefersPng(true, 900_000, 30_000), false);
    assert.equal(prefersPng(false, 100_000, 30_000), false);
    assert.equal(prefersPng(false, 20_000, 30_000), true);
  });
});

describe("what a file is", () => {
  it("is told by its first bytes", () => {
    assert.equal(kindOf(bytes("\xff\xd8\xff\xe0")), "picture");
    assert.equal(kindOf(bytes("\x89PNG\r\n")), "picture");
    assert.equal(kindOf(bytes("RIFF\0\0\0\0WEBP")), "picture");
    assert.equal(kindOf(bytes("\0\0\0\x18ftypheic")), "heic");
    assert.equal(kindOf(bytes("II*\0")), "tiff");
    assert.equal(kindOf(bytes('<?xml version="1.0"?><svg onload="x"/>')), "svg");
    assert.equal(kindOf(bytes(`\x01\0\0\0${"\0".repeat(36)} EMF`)), "metafile");
    assert.equal(kindOf(bytes("<html>")), "unreadable");
    assert.equal(kindOf(bytes("")), "unreadable");
  });
});

describe("a draft with its pictures", () => {
  const id = `sha256-${"a".repeat(64)}`;
  const entry = { id: "f1", field: "overview", caption: `"blob": "${id}"`, type: "image/png" };
  const draft = `${JSON.stringify({ values: { overview: `\n  "figures": [` }, figures: [{ ...entry, bytes: 3, blob: id }], aside: { "/x": { bytes: 3, blob: id } } }, null, 2)}\n`;
  const blobs = (kept) => ({ get: async (name) => kept[name] });

  it("holds their bytes, and nothing else of it changes", async () => {
    const { text, missing } = await carry.withPictures(
      draft,
      blobs({ [id]: { bytes: new Uint8Array([1, 2, 3]).buffer } }),
    );
    assert.equal(missing, 0);
    const whole = JSON.parse(text);
    assert.deepEqual(whole.figures, [{ ...entry, data: "AQID" }]);
    assert.deepEqual({ ...whole, figures: 0 }, { ...JSON.parse(draft), figures: 0 });
  });
  it("goes on naming those that are not here", async () => {
    const { text, missing } = await carry.withPictures(draft, blobs({}));
    assert.equal(missing, 1);
    assert.equal(text, draft);
  });
  it("brings all bytes through base64 and back", () => {
    const all = Uint8Array.from({ length: 100_003 }, (_, i) => i * 31);
    assert.deepEqual(new Uint8Array(fromBase64(toBase64(all.buffer))), all);
    assert.equal(fromBase64("%"), undefined);
  });
});

describe("pictures of an opened file", () => {
  const picture = (id) => ({ id, type: "image/png" });
  const watch = (store, put) => watchPictures({ store, blobs: { put } }, async () => carry);
  const put = async (bytes) => `sha256-${toBase64(bytes)}`;

  function opened(figures) {
    const store = {
      figures: shallowRef(figures),
      pictureData: (id) => (store.figures.value.some((f) => f.id === id && !f.blob) ? toBase64(bytes(id)) : ""),
      storePicture: (id, blob) => {
        store.figures.value = store.figures.value.map((f) => (f.id === id ? { ...f, blob } : f));
      },
    };
    return store;
  }
  const allKept = async ({ figures }) => {
    while (figures.value.some(({ blob }) => !blob)) await setImmediate();
    return figures.value.map(({ id, blob }) => `${id} ${blob}`);
  };

  it("are put away", async () => {
    const store = opened([picture("f1"), picture("f2")]);
    watch(store, put);
    assert.deepEqual(await allKept(store), ["f1 sha256-ZjE=", "f2 sha256-ZjI="]);
  });
  it("are put away too when another file is opened while those of the first still are", {
    timeout: 10_000,
  }, async () => {
    const store = opened([picture("f1"), picture("f2")]);
    const another = async (data) => {
      // With the first picture in hand, the second of the same draft never comes.
      if (store.figures.value.length === 2) store.figures.value = [picture("g1"), picture("g2"), picture("g3")];
      return put(data);
    };
    watch(store, another);
    assert.deepEqual(await allKept(store), ["g1 sha256-ZzE=", "g2 sha256-ZzI=", "g3 sha256-ZzM="]);
  });
  it("that are no pictures after all are not tried for ever", async () => {
    const store = opened([picture("f1"), picture("f2")]);
    const data = store.pictureData;
    store.pictureData = (id) => (id === "f1" ? "" : data(id));
    let asked = 0;
    watch(store, (data) => {
      asked++;
      return put(data);
    });
    while (!store.figures.value[1].blob) await setImmediate();
    for (let i = 0; i < 20; i++) await setImmediate();
    assert.equal(asked, 1);
  });
});
