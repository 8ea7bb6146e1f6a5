// A Chromium with nothing switched on that a person's has not: what a test driver watches costs the page time.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** → { open(): Promise<page>, close() }; a page sends commands of the DevTools protocol and hears its events, in a profile of its own. */
export function launch(executable) {
  const profile = mkdtempSync(join(tmpdir(), "formcheck-bench-"));
  const args = [
    "--headless=new",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--window-size=1280,900",
  ];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const child = spawn(executable, [...args, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , input, output] = child.stdio;
  let last = 0;
  let rest = "";
  const waiting = new Map();
  const hearers = new Map(); // session → hearer
  output.setEncoding("utf8");
  output.on("data", (text) => {
    const parts = (rest + text).split("\0");
    rest = parts.pop();
    for (const part of parts) {
      const { id, result, error, method, params, sessionId } = JSON.parse(part);
      if (id === undefined) hearers.get(sessionId)?.(method, params);
      else if (error) waiting.get(id).reject(new Error(error.message));
      else waiting.get(id).resolve(result);
      waiting.delete(id);
    }
  });
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });

  async function open() {
    const { browserContextId } = await send("Target.createBrowserContext");
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    return {
      send: (method, params) => send(method, params, sessionId),
      hear: (hearer) => hearers.set(sessionId, hearer),
      close: () => send("Target.disposeBrowserContext", { browserContextId }),
    };
  }
  return {
    open,
    version: async () => (await send("Browser.getVersion")).product,
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      void send("Browser.close").catch(() => {});
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
