// The little server of tools/serve: right types, nothing outside its folder, a free port when the wanted one is taken.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { serve } from "../../tools/lib/static-server.mjs";

const top = mkdtempSync(join(tmpdir(), "formcheck-serve-"));
const site = join(top, "site");
mkdirSync(join(site, "assets"), { recursive: true });
writeFileSync(join(site, "index.html"), "<!doctype html>首页");
writeFileSync(join(site, "assets/core.wasm"), "\0asm");
writeFileSync(join(site, "assets/名 单.js"), "1;");
writeFileSync(join(top, "secret.txt"), "secret");
mkdirSync(join(top, "site-of-another"));
writeFileSync(join(top, "site-of-another/secret.txt"), "secret");
symlinkSync(join(top, "secret.txt"), join(site, "link.txt"));

let server;
before(async () => {
  server = await serve(site);
});
after(async () => {
  await server.close();
  rmSync(top, { recursive: true });
});

// Sends the path exactly as it stands: fetch would tidy it up first.
const get = (path, method = "GET") =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () => done({ status: response.statusCode, type: response.headers["content-type"], body }));
    });
    sent.on("error", fail).end();
  });

describe("the static server", () => {
  it("gives index.html for a folder", async () => {
    const { status, type, body } = await get("/");
    assert.deepEqual([status, type, body], [200, "text/html; charset=utf-8", "<!doctype html>首页"]);
  });

  it("names the type of WebAssembly, without which browsers refuse to stream it", async () => {
    assert.equal((await get("/assets/core.wasm")).type, "application/wasm");
  });

  it("understands escaped names and ignores queries", async () => {
    assert.equal((await get(`/assets/${encodeURIComponent("名 单.js")}?x=1`)).body, "1;");
  });

  it("answers HEAD without a body", async () => {
    assert.deepEqual(await get("/", "HEAD"), { status: 200, type: "text/html; charset=utf-8", body: "" });
  });

  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "//secret.txt",
    "/../site-of-another/secret.txt",
    "/link.txt",
    "/%00",
    "/%E0%A4%A",
    "/none.txt",
    "/assets",
  ]) {
    it(`finds nothing at ${path}`, async () => {
      const { status, body } = await get(path);
      assert.equal(status, 404);
      assert.doesNotMatch(body, /secret/);
    });
  }

  it("takes no other method", async () => assert.equal((await get("/", "POST")).status, 405));

  it("takes the next port when one is in use", async () => {
    const { port } = new URL(server.url);
    const second = await serve(site, Number(port));
    assert.notEqual(new URL(second.url).port, port);
    await second.close();
  });
});
