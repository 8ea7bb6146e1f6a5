// The sample configuration for nginx does what it says: sub-path, headers, caching, types, compression.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const sample = readFileSync(fileURLToPath(new URL("../../web/hosting/nginx.conf", import.meta.url)), "utf8");
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

let folder;
let nginx;
let url;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "formcheck-nginx-"));
  mkdirSync(join(folder, "site/assets"), { recursive: true });
  writeFileSync(join(folder, "site/index.html"), "<!doctype html><title>标杆</title>");
  writeFileSync(join(folder, "site/assets/core-1234.wasm"), Buffer.alloc(4096));
  writeFileSync(join(folder, "site/sw.js"), "// worker\n");
  const port = await freePort();
  const site = sample.replaceAll("/srv/formcheck/", `${folder}/site/`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((n) => `${n}_temp_path ${folder}/${n};`);
  const config = [
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors;`,
    `events {} http { access_log off; ${temporary.join(" ")}`,
    `server { listen 127.0.0.1:${port}; ${site} } }`,
  ];
  writeFileSync(join(folder, "nginx.conf"), config.join("\n"));
  nginx = spawn("nginx", ["-e", `${folder}/errors`, "-c", join(folder, "nginx.conf")], {
    stdio: "ignore",
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const ended = new Promise((_, fail) => {
    nginx.on("error", fail);
    nginx.on("exit", (code) => fail(new Error(`nginx ended with ${code}`)));
  });
  ended.catch(() => undefined);
  url = `http://127.0.0.1:${port}/formcheck/`;
  const up = async () => {
    for (;;) {
      if (
        await fetch(url).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((next) => setImmediate(next));
    }
  };
  await Promise.race([up(), ended]);
});
after(() => {
  nginx?.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("the sample configuration for nginx", () => {
  it("serves the page under a sub-path, with the headers that only a server can give", async () => {
    const { headers } = await fetch(url);
    assert.match(headers.get("content-type"), /^text\/html; charset=utf-8$/);
    assert.equal(headers.get("content-security-policy"), "frame-ancestors 'none'");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("cache-control"), "no-cache");
  });

  it("has the worker asked for anew, and hashed files kept for a year", async () => {
    const worker = await fetch(`${url}sw.js`);
    assert.equal(worker.headers.get("cache-control"), "no-cache");
    assert.match(worker.headers.get("content-type"), /^text\/javascript/);
    const core = await fetch(`${url}assets/core-1234.wasm`);
    assert.match(core.headers.get("cache-control"), /immutable/);
    assert.equal(core.headers.get("content-type"), "application/wasm");
    assert.equal(core.headers.get("content-encoding"), "gzip");
  });
});
