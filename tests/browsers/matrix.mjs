// Runs browser × edition × scenario and prints the matrix. Every cell runs or says why it cannot.
import { pathToFileURL } from "node:url";
import { serve } from "../../tools/lib/static-server.mjs";
import { root, sample, samplePath } from "../e2e/browser.mjs";
import { readForm } from "../e2e/form.mjs";
import { engines } from "./engines.mjs";
import { scenarios } from "./scenarios.mjs";

const editions = ["hosted", "single"];

async function playCell(engine, url, play, given) {
  let page;
  try {
    page = await engine.open(); // a browser of its own: nothing is kept from the scenario before
    await page.open(url);
    await page.see("main:not([aria-busy]) .section .box");
    await play(page, given);
    const why = page.faults.join("; ");
    return { version: page.version, ok: why === "", why };
  } catch (error) {
    return { version: page?.version, ok: false, why: error.message };
  } finally {
    await page?.close();
  }
}

// → [{ engine, version, edition, scenario, ok, why }]; a cell that an engine's driver cannot play is left out.
export async function runMatrix({ only = () => true } = {}) {
  const given = { form: await readForm(), sample, samplePath };
  const server = await serve(`${root}build/site`);
  const urls = { hosted: server.url, single: pathToFileURL(`${root}build/single/formcheck.html`).href };
  const cells = [];
  try {
    for (const engine of engines) {
      for (const edition of editions) {
        for (const [scenario, play] of Object.entries(scenarios)) {
          if (engine.unplayed?.[scenario]) continue;
          const cell = { engine: engine.name, edition, scenario };
          if (only(cell)) cells.push({ ...cell, ...(await playCell(engine, urls[edition], play, given)) });
        }
      }
    }
  } finally {
    await server.close();
  }
  return cells;
}

// The matrix as lines of text: one row a scenario and edition, one column a browser.
export function matrixLines(cells) {
  const names = [...new Set(cells.map(({ engine }) => engine))];
  const version = (name) => cells.find((cell) => cell.engine === name && cell.version)?.version ?? "?";
  const wide = 26;
  const head = `${"".padEnd(wide)}${names.map((name) => `${name.split(" ")[0]} ${version(name).split(".")[0]}`.padEnd(16)).join("")}`;
  const rows = editions.flatMap((edition) =>
    Object.keys(scenarios).map((scenario) => {
      const marks = names.map((name) => {
        const cell = cells.find((c) => c.engine === name && c.edition === edition && c.scenario === scenario);
        return (cell ? (cell.ok ? "ok" : "FAILED") : "–").padEnd(16);
      });
      return `${`${edition}: ${scenario}`.padEnd(wide)}${marks.join("")}`;
    }),
  );
  // Said, not passed over: a cell that is not there is no green one.
  const absent = engines
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, unplayed = {} }) =>
      Object.entries(unplayed).map(([scenario, why]) => `– ${scenario}, ${name}: not to be played: ${why}`),
    );
  return [head, ...rows, ...absent, `${cells.length} cells run, ${cells.filter(({ ok }) => ok).length} green`];
}
