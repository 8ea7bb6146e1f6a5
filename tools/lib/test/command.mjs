// Runs one program of a stage to its end, or to its time limit, and gives what it printed.
import { spawn } from "node:child_process";

// → { ok, output }. The program leads a process group of its own, so that a time-out ends its children as well.
export function run(command, args, { env = {}, minutes = 15, cwd } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const chunks = [`$ ${[command, ...args].join(" ")}\n`];
    child.stdout.on("data", (data) => chunks.push(data));
    child.stderr.on("data", (data) => chunks.push(data));
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself meanwhile.
      }
    };
    const timer = setTimeout(() => {
      chunks.push(`\nstopped: still running after ${minutes} minutes\n`);
      end("SIGKILL");
    }, minutes * 60_000);
    const interrupted = () => {
      end("SIGTERM");
      process.exit(130);
    };
    process.once("SIGINT", interrupted);
    const finish = (ok) => {
      clearTimeout(timer);
      process.off("SIGINT", interrupted);
      done({ ok, output: Buffer.concat(chunks.map((c) => Buffer.from(c))).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(`${error.message}\n`);
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}
