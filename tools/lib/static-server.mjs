// A static file server for one folder, on the loopback address only. For trying the page and for the end-to-end tests.
import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".bin": "application/octet-stream",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

// The file a URL path names inside `folder`, or null: for bad escapes, for what leaves the folder (also by a symbolic
// link) and for what is not there.
export async function fileFor(folder, urlPath) {
  let path;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  try {
    const top = await realpath(folder);
    let file = await realpath(join(top, path));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, "index.html"));
    const inside = file.startsWith(top + sep);
    const info = await stat(file);
    return inside && info.isFile() ? { file, size: info.size, changed: info.mtimeMs } : null;
  } catch {
    return null;
  }
}

// Zipped as a web server would, each version of a file once.
const zipped = new Map();
async function zippedFile({ file, size, changed }) {
  const known = zipped.get(file);
  if (known?.size === size && known.changed === changed) return known.content;
  const content = await zip(await readFile(file), { level: 9 });
  zipped.set(file, { size, changed, content });
  return content;
}
const isZippable = (file) => /\.(html|m?js|css|json|wasm|bin|svg|txt|ttf)$/.test(file);

async function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const found = await fileFor(folder, (request.url ?? "/").split("?")[0]);
  if (!found) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("404 not found\n");
    return;
  }
  const headers = {
    "Content-Type": types[extname(found.file)] ?? "application/octet-stream",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  };
  if (isZippable(found.file) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    const content = await zippedFile(found).catch(() => undefined);
    if (!content) return void response.destroy();
    const zippedHeaders = { "Content-Encoding": "gzip", "Content-Length": content.length, Vary: "Accept-Encoding" };
    response.writeHead(200, { ...headers, ...zippedHeaders });
    response.end(request.method === "HEAD" ? undefined : content);
    return;
  }
  response.writeHead(200, { ...headers, "Content-Length": found.size });
  if (request.method === "HEAD") response.end();
  else
    createReadStream(found.file)
      .on("error", () => response.destroy())
      .pipe(response);
}

const listen = (server, port) =>
  new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done();
    });
  });

// Serves `folder` at `port`, or at the next free port of the twenty after it, or at any (0 means any from the start).
// Gives { url, close() }.
export async function serve(folder, port = 0) {
  const server = createServer((request, response) => void answer(folder, request, response));
  const wanted = port === 0 ? [0] : [...Array.from({ length: 20 }, (_, i) => port + i).filter((p) => p < 65536), 0];
  for (const candidate of wanted) {
    try {
      await listen(server, candidate);
      break;
    } catch (error) {
      if (!["EADDRINUSE", "EACCES"].includes(error.code)) throw error;
    }
  }
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
