// Whether this browser may hold a draft, or the page was ever used here. In doubt it may: then the draft comes before the page.
import { webStorage } from "./web-storage";

const name = "formcheck";
/** An engine that never answers must not keep the page from starting. */
const patience = 300;

function inStorage(kind: "localStorage" | "sessionStorage"): boolean {
  try {
    const storage = webStorage(kind);
    if (!storage) return true;
    for (let n = 0; n < storage.length; n++) if (storage.key(n)?.startsWith(`${name}/`)) return true;
    return false;
  } catch {
    return true;
  }
}

async function inDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return true; // also where databases cannot be listed
  }
}

export function mayBeKept(): Promise<boolean> {
  if (inStorage("localStorage") || inStorage("sessionStorage")) return Promise.resolve(true);
  const late = new Promise<boolean>((resolve) => window.setTimeout(resolve, patience, true));
  return Promise.race([inDatabase(), late]);
}
