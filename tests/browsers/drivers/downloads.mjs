// The files a browser puts into a folder of ours, for drivers that cannot hand over a download.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patience } from "./in-page.mjs";

const unfinished = /\.(part|crdownload|wkdownload|tmp)$|^\./;

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
        return files().find((name) => !before.has(name) && filter.test(name));
      };
      await act();
      const name = await new Promise((resolve, reject) => {
        const look = () => {
          const found = fresh();
          if (!found) return;
          stop();
          resolve(found);
        };
        const watcher = watch(folder, { recursive: true }, look);
        const timer = setTimeout(() => {
          stop();
          reject(new Error("nothing was downloaded"));
        }, patience);
        const stop = () => {
          clearTimeout(timer);
          watcher.close();
        };
        look();
      });
      return { name: name.split("/").pop(), bytes: readFileSync(join(folder, name)) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
