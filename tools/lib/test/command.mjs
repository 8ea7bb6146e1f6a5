// Runs one program of a stage to its end, or to its time limit, and gives what it printed.
import { spawn } from "node:child_process";

const running = new Set();

// Every program leads a process group of its own, so that its children end with it.
function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}

// Whoever stops us stops what we started.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    for (const child of running) end(child, "SIGTERM");
    process.exit(130);
  });
}

// → { ok, output }
export function run(command, args, { env = {}, minutes = 15, cwd } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    running.add(child);
    const chunks = [`$ ${[command, ...args].join(" ")}\n`];
    child.stdout.on("data", (data) => chunks.push(data));
    child.stderr.on("data", (data) => chunks.push(data));
    const timer = setTimeout(() => {
      chunks.push(`\nstopped: still running after ${minutes} minutes\n`);
      end(child, "SIGKILL");
    }, minutes * 60_000);
    const finish = (ok) => {
      clearTimeout(timer);
      running.delete(child);
      done({ ok, output: Buffer.concat(chunks.map((c) => Buffer.from(c))).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(`${error.message}\n`);
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}
