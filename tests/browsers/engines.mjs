// The browsers of the matrix. `unplayed`: why its driver cannot play a scenario; `worker`: whether the engine, driven so, keeps a
// service worker.
import { openFirefox } from "./drivers/firefox.mjs";
import { openChromium } from "./drivers/playwright.mjs";
import { openWebKit } from "./drivers/webkit.mjs";
import { oldChromium } from "./old/chromium.mjs";

const newest = async () => (await import("playwright-core")).chromium;
const older = async () => (await import("./old/node_modules/playwright-core/index.mjs")).chromium;

export const engines = [
  {
    name: "Chromium",
    worker: true,
    open: async () => openChromium(await newest(), process.env.CHROMIUM ?? "/usr/bin/chromium"),
  },
  {
    name: "Chromium 109",
    worker: true,
    open: async () => openChromium(await older(), oldChromium(109)),
  },
  {
    name: "Chromium 83",
    unplayed: { "input method": "no Input.imeSetComposition in its DevTools protocol" },
    worker: true,
    open: async () => openChromium(await older(), oldChromium(83), { tellsDownloads: false }),
  },
  { name: "Firefox ESR", worker: true, open: openFirefox },
  {
    name: "WebKitGTK",
    unplayed: {
      "input method": "WebDriver sends keys past the input method",
      "browser's own print": "its WebDriver has no print command",
    },
    worker: false,
    open: openWebKit,
  },
];
