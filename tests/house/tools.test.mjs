// House rules of the tools: each says what it does, and installs the same thing everywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { describe, it } from "node:test";
import { filesLike, root, textOf } from "./files.mjs";

const entries = filesLike(/^tools\/([^/]+|bench\/run)$/);

describe("tools", () => {
  it("are there", () => {
    for (const name of ["build", "serve", "setup", "test"]) assert.ok(entries.includes(`tools/${name}`), name);
  });

  for (const entry of entries) {
    it(`${entry} --help says how to call it, and does nothing else`, () => {
      assert.ok(statSync(root + entry).mode & 0o100, "not executable");
      const run = spawnSync(root + entry, ["--help"], { encoding: "utf8", timeout: 10_000 });
      assert.equal(run.status, 0, run.stderr);
      assert.match(run.stdout, new RegExp(entry.replace("tools/", "")));
    });

    it(`${entry} refuses an unknown option`, () => {
      const run = spawnSync(root + entry, ["--no-such-option"], { encoding: "utf8", timeout: 60_000 });
      assert.equal(run.status, 2, run.stdout);
      assert.match(run.stderr, /no-such-option/);
    });
  }
});

describe("tools/test", () => {
  const stages = textOf("tools/lib/test/stages.mjs");

  it("has a stage for every folder of tests", () => {
    const folders = new Set(
      filesLike(/^tests\/[^/]+\/.*\.test\.mjs$/).map((path) => path.split("/").slice(0, 2).join("/")),
    );
    assert.deepEqual(
      [...folders].filter((folder) => !stages.includes(`nodeTests("${folder}"`)),
      [],
    );
  });

  it("runs every fuzz target", () => {
    const targets = filesLike(/^tests\/fuzz\/\w+\.cc$/).map((path) => path.slice("tests/fuzz/".length, -3));
    assert.ok(targets.length >= 3, `${targets}`);
    assert.deepEqual(
      targets.filter((target) => !stages.includes(`fuzz("${target}"`)),
      [],
    );
  });

  it("has every C++ test registered with CTest", () => {
    const rooms = new Set(filesLike(/^tests\/core\/\w+\/.*\.cc$/).map((path) => path.split("/")[2]));
    const registered = textOf("tests/core/CMakeLists.txt");
    assert.deepEqual(
      [...rooms].filter((room) => !registered.includes(`formcheck_test(${room} `)),
      [],
    );
  });
});

describe("npm packages", () => {
  for (const path of filesLike(/package\.json$/)) {
    it(`${path} pins exact versions`, () => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(textOf(path));
      const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, v]) => !/^\d+\.\d+\.\d+$/.test(v),
      );
      assert.deepEqual(loose, []);
    });
  }

  for (const path of filesLike(/package-lock\.json$/)) {
    it(`${path} names no registry and has a checksum for every package`, () => {
      const { packages } = JSON.parse(readFileSync(root + path, "utf8"));
      // What comes inside another package is covered by that one's checksum.
      const faults = Object.entries(packages).filter(
        ([name, p]) => name !== "" && (p.resolved || !(p.integrity || p.inBundle)),
      );
      assert.deepEqual(
        faults.map(([name]) => name),
        [],
      );
      assert.doesNotMatch(textOf(path), /registry/);
    });
  }
});
