// The files a browser puts into a folder of ours, for drivers that cannot hand over a download.
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patience } from "./in-page.mjs";

const unfinished = /\.(part|crdownload|wkdownload|tmp)$|^\./;

const pulse = 50; // milliseconds

// Some browsers write a download under its last name: it is whole when no program has it open any more. Nothing tells of a file
// that is closed, so this is asked again and again.
function isBeingWritten(path) {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const open = readdirSync(`/proc/${id}/fd`);
      if (open.some((n) => linkOf(`/proc/${id}/fd/${n}`) === path)) return true;
    } catch {
      // A program that has ended meanwhile, or is not ours.
    }
  }
  return false;
}
function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // closed meanwhile
  }
}

export function downloadFolder() {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-downloads-"));
  const files = () =>
    readdirSync(folder, { recursive: true }).filter((name) => {
      const path = join(folder, name);
      return !unfinished.test(name.split("/").pop()) && statSync(path).isFile() && statSync(path).size > 0;
    });
  return {
    folder,
    // The file that is new after `act`, whole.
    async after(act, filter = /./) {
      const before = new Set(files());
      const fresh = () => {
        const all = readdirSync(folder, { recursive: true });
        if (all.some((name) => /\.(part|crdownload|wkdownload)$/.test(name))) return undefined;
        const name = files().find((one) => !before.has(one) && filter.test(one));
        return name !== undefined && !isBeingWritten(join(folder, name)) ? name : undefined;
      };
      await act();
      const name = await new Promise((resolve, reject) => {
        const latest = Date.now() + patience;
        const timer = setInterval(() => {
          const found = fresh();
          if (!found && Date.now() < latest) return;
          clearInterval(timer);
          if (found) resolve(found);
          else reject(new Error("nothing was downloaded"));
        }, pulse);
      });
      return { name: name.split("/").pop(), bytes: readFileSync(join(folder, name)) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
