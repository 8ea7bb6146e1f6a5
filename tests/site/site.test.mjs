// Gates on the built page: that it runs on the oldest browsers we promise, asks for nothing from elsewhere, and is small.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { filesLike, firstLoad, site, textOf, zipped } from "./built.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scripts = filesLike(/\.js$/);
const wasm = filesLike(/\.wasm$/);
const page = () => textOf("index.html");

function passes(command, args) {
  const run = spawnSync(command, args, { encoding: "utf8", cwd: root });
  assert.equal(run.status, 0, `${run.error ?? ""}${run.stdout}${run.stderr}`);
}

describe("the built page", () => {
  it("stands in build/site, with its scripts and one wasm file", () => {
    assert.ok(filesLike(/^index\.html$/).length === 1 && scripts.length > 0, "build it first: tools/build site");
    assert.equal(wasm.length, 1);
  });

  it("has no syntax beyond ES2020, and no top-level await", () => {
    passes("node_modules/.bin/es-check", ["es2020", "build/site/**/*.js", "--module", "--noColor", "--noCache"]);
  });

  it("has only WebAssembly of the first version", () => {
    const features =
      "mutable-globals saturating-float-to-int sign-extension simd multi-value bulk-memory reference-types";
    const flags = features.split(" ").map((name) => `--disable-${name}`);
    passes("wasm-validate", [...flags, `${site}${wasm[0]}`]);
  });

  it("needs no eval", () => {
    const evaluating = scripts.filter((path) => /\bnew Function\(|(?<![.\w])eval\(/.test(textOf(path)));
    assert.deepEqual(evaluating, []);
  });

  it("forbids every other origin in its content policy", () => {
    const policy = page().match(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*content="([^"]*)"/i)?.[1] ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self'/);
    assert.match(policy, /base-uri 'none'/);
    assert.match(policy, /form-action 'none'/);
    assert.doesNotMatch(policy, /https?:|\*|unsafe-inline/);
  });

  it("has no inline script or style that the policy would refuse", () => {
    assert.doesNotMatch(page(), /<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
    assert.doesNotMatch(page(), /<style|\sstyle="|\son[a-z]+="/);
  });

  it("asks Chinese dual-core browsers for their modern engine", () => {
    assert.match(page(), /<meta name="renderer" content="webkit"/);
  });

  it("names no other host and no path of the machine that built it", () => {
    const named = filesLike(/\.(html|js|css|json)$/).filter((path) => {
      const hosts = textOf(path).match(/https?:\/\/[^\s"'`)\\<>]+/g) ?? [];
      const allowed = /^https?:\/\/(www\.w3\.org\/|vuejs\.org\/|[\w.]*\.gov\.cn\/)/;
      return textOf(path).includes(root) || hosts.some((host) => !allowed.test(host));
    });
    assert.deepEqual(named, []);
  });

  it("ships no source map", () => assert.deepEqual(filesLike(/\.map$/), []));
});

describe("sizes, zipped", () => {
  const total = (paths) => paths.reduce((sum, path) => sum + zipped(path), 0);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

  // A ratchet, not the goal: it keeps what was reached. The goals are 150 KB for the first load and 95 KB for the core with
  // its glue (ARCHITECTURE.md, section 11); lower these figures with every step towards them, never raise them.
  it("the first load takes no more than it did: 245 KB", () => {
    const paths = firstLoad();
    console.log(
      `note: first load ${kb(total(paths))}: ${paths.map((path) => `${path} ${kb(zipped(path))}`).join(", ")}`,
    );
    assert.ok(total(paths) <= 245 * 1024);
  });

  it("the core takes no more than it did: 160 KB", () => {
    console.log(`note: core ${kb(total(wasm))}`);
    assert.ok(total(wasm) <= 160 * 1024);
  });
});
