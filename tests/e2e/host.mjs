// A copy of the built page on a server of its own, under a sub-path, that can be stopped, changed, and made to answer as servers and
// gateways do when something is wrong.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../tools/lib/static-server.mjs";
import { root } from "./browser.mjs";

// Passes everything on to the server at `target`, but for what `answers` (path → { status, type, body, told }) has something else for.
async function inFrontOf(target, answers) {
  const server = createServer((asking, response) => {
    const other = answers.get(asking.url.slice(1));
    if (other) {
      response.writeHead(other.status, { "Content-Type": other.type, "Cache-Control": "no-store" }).end(other.body);
      other.told?.();
      return;
    }
    const { method, headers } = asking;
    request(new URL(asking.url, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    })
      .on("error", () => response.destroy())
      .end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}/`, close };
}

const hashOf = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

export async function host() {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-site-"));
  const site = join(folder, "quality/2025");
  cpSync(join(root, "build/site"), site, { recursive: true });
  const answers = new Map();
  const server = await serve(folder);
  const front = await inFrontOf(server.url, answers);
  const place = "quality/2025/";
  const path = (name) => join(site, name);
  const read = (name) => readFileSync(path(name), "utf8");
  const write = (name, content) => writeFileSync(path(name), content);
  // What the worker names: of the `shell`, or of the `rest`.
  const files = (part) => Object.keys(JSON.parse(new RegExp(`const ${part} = (\\{.*?\\});`).exec(read("sw.js"))[1]));
  return {
    url: front.url + place,
    files,
    // The file whose name begins and ends so.
    named: (begin, end) =>
      [...files("shell"), ...files("rest")].find((name) => name.startsWith(`assets/${begin}`) && name.endsWith(end)),
    // As a new build would: another page; and another worker that names it, unless the upload is not done yet.
    publishNext({ half = false } = {}) {
      const was = read("index.html");
      const now = was.replace("<head>", '<head>\n<meta name="edition-of-test" content="2">');
      write("index.html", now);
      if (half) return;
      const worker = read("sw.js");
      assert.ok(worker.includes(hashOf(was)));
      write(
        "sw.js",
        worker.replace(hashOf(was), hashOf(now)).replace(/const version = '\w+'/, "const version = 'next'"),
      );
    },
    // From now on this for a file of that name, until `right(name)`.
    wrong: (name, answer) => answers.set(place + name, answer),
    right: (name) => answers.delete(place + name),
    stop: () => Promise.all([front.close(), server.close()]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
