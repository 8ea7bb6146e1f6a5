// Counts which lines of the page run in the tests, where FORMCHECK_COVERAGE names a folder for the counts.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.FORMCHECK_COVERAGE;
let pages = 0;

// Call before the page loads anything. What was counted is written when the context is closed.
export async function countLines(page, context) {
  if (!folder) return;
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  const close = context.close.bind(context);
  context.close = async () => {
    const entries = await page.coverage.stopJSCoverage().catch(() => []);
    const ours = entries.filter(({ url }) => /\/assets\/[^/]+\.js$/.test(url));
    mkdirSync(folder, { recursive: true });
    const counts = ours.map(({ url, functions }) => ({ file: url.slice(url.lastIndexOf("/") + 1), functions }));
    writeFileSync(join(folder, `${process.pid}-${pages++}.json`), JSON.stringify(counts));
    await close();
  };
}
