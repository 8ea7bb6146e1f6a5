// Gates on the built page: that it runs on the oldest browsers we promise, asks for nothing from elsewhere, and is small.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { filesLike, firstLoad, site, textOf, zipped } from "./built.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scripts = filesLike(/\.js$/);
/** The core, which the form needs, and the narrative reader, which comes when it is asked for. */
const wasm = filesLike(/\bformcheck[^/]*\.wasm$/);
const reader = filesLike(/\bnarrative[^/]*\.wasm$/);
const page = () => textOf("index.html");

function passes(command, args) {
  const run = spawnSync(command, args, { encoding: "utf8", cwd: root });
  assert.equal(run.status, 0, `${run.error ?? ""}${run.stdout}${run.stderr}`);
}

describe("the built page", () => {
  it("stands in build/site, with its scripts, the two halves of the core and the reader", () => {
    assert.ok(filesLike(/^index\.html$/).length === 1 && scripts.length > 0, "build it first: tools/build site");
    assert.deepEqual([wasm.length, reader.length, filesLike(/\.wasm$/).length], [2, 1, 3]);
    assert.ok(!firstLoad().includes(reader[0]));
  });

  it("has no syntax beyond ES2020, and no top-level await", () => {
    passes("node_modules/.bin/es-check", ["es2020", "build/site/**/*.js", "--module", "--noColor", "--noCache"]);
  });

  // Chromium 74, Firefox 61 and Safari 13.1 let two modules share a global, as the halves do.
  it("has only WebAssembly of the first version, but for globals that are shared", () => {
    const features = "saturating-float-to-int sign-extension simd multi-value bulk-memory reference-types";
    const flags = features.split(" ").map((name) => `--disable-${name}`);
    for (const path of [...wasm, ...reader]) passes("wasm-validate", [...flags, `${site}${path}`]);
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

  it("has no inline script or style but one of each, which the policy names by its hash", () => {
    const html = page();
    const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const inline = (element) =>
      [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, "gs"))].map(([, text]) => text);
    const [scripts, styles] = [inline("script"), inline("style")];
    assert.deepEqual([scripts.length, styles.length], [1, 1]);
    assert.ok(html.match(/script-src [^;]*/)[0].includes(hash(scripts[0])));
    assert.ok(html.match(/style-src [^;"]*/)[0].includes(hash(styles[0])));
    // Data is no script.
    const rest = html.replace(/<(script|style)>.*?<\/\1>|<script type="application\/json".*?<\/script>/gs, "");
    assert.doesNotMatch(rest, /<script(?![^>]*\bsrc=)|<style|\sstyle[=> ]|\son[a-z]+="/);
  });

  it("brings what a first visit sees, whole, with the form it is drawn from", () => {
    const html = page();
    const view = JSON.parse(html.match(/<script type="application\/json" id="form-view">(.*?)<\/script>/s)[1]);
    const first = html.slice(html.indexOf('<div class="first-view">'), html.indexOf('id="form-view"'));
    const [section] = view.sections;
    assert.ok(first.includes(view.title) && first.includes(`id="s-${section.id}"`));
    for (const { label, text } of section.items) assert.ok(first.includes(label ?? text), label ?? text);
    assert.ok(!first.includes(`id="s-${view.sections[1].id}"`));
    // An element left open would swallow what follows it; only these may be.
    const open = ["li", "dt", "dd", "input", "br"];
    const tags = [...first.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)].filter(([, , name]) => !open.includes(name));
    const depth = {};
    for (const [, end, name] of tags) depth[name] = (depth[name] ?? 0) + (end ? -1 : 1);
    assert.deepEqual(
      Object.entries(depth).filter(
        ([name, n]) => n !== 0 && !(name === "script" && n === 1) && !(name === "div" && n === -1),
      ),
      [],
    );
  });

  it("asks Chinese dual-core browsers for their modern engine", () => {
    assert.match(page(), /<meta name="renderer" content="webkit"/);
  });

  it("names no other host and no path of the machine that built it", () => {
    const named = filesLike(/\.(html|js|css|json)$/).filter((path) => {
      const hosts = textOf(path).match(/https?:\/\/[^\s"'`)\\<>]+/g) ?? [];
      // Beside our own links: names of namespaces and notes on standards that libraries bring along. Nothing is fetched there.
      const names =
        "(schemas|answers)\\.(microsoft|openxmlformats)|purl|ns\\.adobe|www\\.aiim|tools\\.ietf|rolldown|vuejs|www\\.w3";
      const allowed = new RegExp(`^https?://((${names})\\.(com|org|rs)|[\\w.]*\\.gov\\.cn|purl\\.oclc\\.org)(/|$)`);
      return textOf(path).includes(root) || hosts.some((host) => !allowed.test(host));
    });
    assert.deepEqual(named, []);
  });

  it("ships no source map", () => assert.deepEqual(filesLike(/\.map$/), []));
});

describe("sizes, zipped", () => {
  const total = (paths) => paths.reduce((sum, path) => sum + zipped(path), 0);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

  // The first is the goal (ARCHITECTURE.md, section 12), the others are ratchets: they keep what was reached.
  it("the first load takes no more than 150 KB", () => {
    const paths = firstLoad();
    console.log(
      `note: first load ${kb(total(paths))}: ${paths.map((path) => `${path} ${kb(zipped(path))}`).join(", ")}`,
    );
    assert.ok(total(paths) <= 150 * 1024);
  });

  // With the form as it is shown, which index.html brings: 10 KB.
  it("what is neither core nor image takes no more than it did: 74 KB", () => {
    const page = firstLoad().filter((path) => /\.(html|js|css|svg)$/.test(path));
    console.log(`note: page, style and Vue ${kb(total(page))}`);
    assert.ok(total(page) <= 74 * 1024);
  });

  // Of two halves (tools/split-core), of which the second comes later; what they share is named in both.
  it("the core takes no more than it did: 66 KB, and 25 KB that come later", () => {
    const [later, first] = [true, false].map((late) => wasm.filter((path) => path.includes("-rest-") === late));
    console.log(`note: core ${kb(total(first))}, its rest ${kb(total(later))}`);
    assert.ok(total(first) <= 66 * 1024);
    assert.ok(total(later) <= 25 * 1024);
  });
});
