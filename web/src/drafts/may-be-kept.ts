// Whether this browser may hold a draft, or the page was ever used here: then the draft comes before the page.
import { webStorage } from "./web-storage";

const name = "formcheck";

/** Whoever was here has left something in these. In doubt so. */
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

export const mayBeKept = (): boolean => inStorage("localStorage") || inStorage("sessionStorage");

/** Where only the database is left (the others were full or cleared). Nobody waits for an engine that takes its time with this. */
export async function databaseIsThere(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return true; // also where databases cannot be listed
  }
}
