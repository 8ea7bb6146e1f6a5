// Whether the page was ever used in this browser where only the database is left to tell (what else was kept was full or cleared):
// public/floor.js has looked at the others.

/** Nobody waits for an engine that takes its time with this. */
export async function databaseIsThere(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === "formcheck");
  } catch {
    return true; // also where databases cannot be listed
  }
}
