// A slow line in front of a server of this machine: whatever a browser sends and gets is late, and all of it together comes no faster
// than the line. For measuring without the browser's own network tools, which slow the page itself.
import { connect, createServer } from "node:net";

/** → { port, close }. `delay`: milliseconds each way. `down`, `up`: bytes a second. */
export async function slowLine(target, { delay, down, up }) {
  const free = { down: 0, up: 0 }; // when the line has sent all it took
  const rates = { down, up };
  const send = (chunk, direction, to) => {
    const now = performance.now();
    free[direction] = Math.max(free[direction], now) + (chunk.length / rates[direction]) * 1000;
    setTimeout(() => to.writable && to.write(chunk), free[direction] - now + delay);
  };
  // Small pieces, so that answers that come at the same time share the line.
  const pieces = (chunk, direction, to) => {
    for (let at = 0; at < chunk.length; at += 1400) send(chunk.subarray(at, at + 1400), direction, to);
  };
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    near.on("data", (chunk) => pieces(chunk, "up", far));
    far.on("data", (chunk) => pieces(chunk, "down", near));
    near.on("close", () => far.destroy());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    port: server.address().port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
