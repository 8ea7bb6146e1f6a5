// What can go wrong with the worker that keeps the page: servers that answer something else, no room, nothing allowed, a cache that
// was emptied. The page works in every case, and the files of two versions never mix.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, press, ready } from "./browser.mjs";
import { countLines } from "./coverage.mjs";
import { readForm } from "./form.mjs";
import { host } from "./host.mjs";

let browser;
let form;
before(async () => {
  form = await readForm();
  browser = await launch();
});
after(() => browser?.close());

// Notes what becomes of the worker that is registered: its state after installing, or "refused". With `held` it is registered once
// the test says so.
function noteRegistration({ held, refuse }) {
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  const go = new Promise((done) => {
    globalThis.letGo = done;
  });
  if (!held) globalThis.letGo();
  globalThis.registered = new Promise((tell) => {
    navigator.serviceWorker.register = async (...how) => {
      await go;
      try {
        if (refuse) throw new DOMException("not allowed", "SecurityError");
        const registration = await register(...how);
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        if (worker.state !== "installing") tell(worker.state);
        worker.addEventListener("statechange", () => tell(worker.state), { once: true });
        return registration;
      } catch (error) {
        tell("refused");
        throw error;
      }
    };
  });
}

// A page of the copy, in a profile of its own.
const withHost =
  (body, how = {}) =>
  async () => {
    const hosted = await host();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
    try {
      const page = await context.newPage();
      await countLines(page, context);
      await page.addInitScript(noteRegistration, how);
      const session = await context.newCDPSession(page);
      const room = (bytes) =>
        session.send("Storage.overrideQuotaForOrigin", { origin: new URL(hosted.url).origin, quotaSize: bytes });
      await body({ hosted, page, room });
    } finally {
      await context.close();
      await hosted.stop();
      hosted.remove();
    }
  };
const outcome = (page) => page.evaluate(() => globalThis.registered);
const kept = (page) =>
  page.evaluate(async () => {
    const caching = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(caching.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });
const opened = async (page, hosted) => {
  await page.goto(hosted.url);
  await ready(page);
};
// From here on the worker is in charge.
const inCharge = async (page) => {
  assert.equal(await outcome(page), "installed");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await ready(page);
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
};
const writes = async (page, text) => {
  await form.box(page, "title").fill(text);
  await page.locator(".save-state", { hasText: "已保存" }).waitFor();
  await page.reload();
  await ready(page);
  assert.equal(await form.box(page, "title").inputValue(), text);
};
const html = "text/html; charset=utf-8";
const wrongs = {
  "is not there": { status: 404, type: html, body: "<h1>404</h1>" },
  "makes the server fail": { status: 500, type: html, body: "<h1>500</h1>" },
  "is a gateway's page": { status: 200, type: html, body: "<!doctype html><title>请先登录</title>" },
};
const editionOf = (page) => page.evaluate(() => document.querySelector('meta[name="edition-of-test"]')?.content ?? "");

describe("the worker is not installed, nothing is kept, and the page works without it", () => {
  const without = async (page, how) => {
    assert.equal(await outcome(page), how);
    assert.deepEqual(await kept(page), []);
    await writes(page, "没有离线也能写");
  };

  for (const [what, answer] of Object.entries(wrongs)) {
    it(
      `when a file of the form ${what}`,
      withHost(async ({ hosted, page }) => {
        hosted.wrong("icon.svg", answer);
        await opened(page, hosted);
        await without(page, "redundant");
      }),
    );
  }

  it(
    "when a gateway's page comes in place of a script whose name tells its content",
    withHost(
      async ({ hosted, page }) => {
        await opened(page, hosted);
        hosted.wrong(hosted.named("soon-", ".js"), wrongs["is a gateway's page"]);
        await page.evaluate(() => globalThis.letGo());
        assert.equal(await outcome(page), "redundant");
        assert.deepEqual(await kept(page), []);
      },
      { held: true },
    ),
  );

  it(
    "when the next version is not all there yet",
    withHost(async ({ hosted, page }) => {
      hosted.publishNext({ half: true });
      await opened(page, hosted);
      await without(page, "redundant");
    }),
  );

  it(
    "when there is no worker on the server",
    withHost(async ({ hosted, page }) => {
      hosted.wrong("sw.js", wrongs["is a gateway's page"]);
      await opened(page, hosted);
      await without(page, "refused");
    }),
  );

  it(
    "when the browser allows none",
    withHost(
      async ({ hosted, page }) => {
        await opened(page, hosted);
        await without(page, "refused");
      },
      { refuse: true },
    ),
  );

  it(
    "when there is no room for it",
    withHost(
      async ({ hosted, page, room }) => {
        await opened(page, hosted);
        await room(1);
        await page.evaluate(() => globalThis.letGo());
        assert.equal(await outcome(page), "redundant");
        assert.deepEqual(await kept(page), []);
      },
      { held: true },
    ),
  );
});

describe("the worker is in charge", () => {
  const openHelp = (page) => press(page, "帮助");
  const helpSeen = (page) => page.locator(".view-place h2").first().waitFor();

  for (const [what, answer] of Object.entries(wrongs)) {
    it(
      `what comes late and ${what} is told, not kept, and had when it can be`,
      withHost(async ({ hosted, page }) => {
        await opened(page, hosted);
        await inCharge(page);
        const part = hosted.named("help-page-", ".js");
        hosted.wrong(part, answer);
        await openHelp(page);
        await page.locator(".banner", { hasText: "帮助" }).waitFor();
        assert.ok(!(await kept(page)).includes(hosted.url + part));
        hosted.right(part);
        await page.reload();
        await ready(page);
        await openHelp(page);
        await helpSeen(page);
        assert.ok((await kept(page)).includes(hosted.url + part));
      }),
    );
  }

  it(
    "what there is no room for is not kept, and works",
    withHost(async ({ hosted, page, room }) => {
      await opened(page, hosted);
      await inCharge(page);
      await room(1);
      await openHelp(page);
      await helpSeen(page);
      assert.ok(!(await kept(page)).includes(hosted.url + hosted.named("help-page-", ".js")));
    }),
  );

  it(
    "an emptied cache gives way to the server's version, whole, and takes nothing of it for its own",
    withHost(async ({ hosted, page }) => {
      await opened(page, hosted);
      await inCharge(page);
      await page.evaluate(async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name);
        for (const request of await cache.keys()) await cache.delete(request);
      });
      hosted.publishNext();
      await page.reload();
      await ready(page);
      assert.equal(await editionOf(page), "2");
      const [former] = await page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => !name.endsWith("-next"));
        const lists = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
        return Promise.all(lists);
      });
      assert.deepEqual(
        former.filter((url) => !url.includes("/assets/")),
        [],
      );
    }),
  );

  it(
    "the rest is kept at the next visit when it could not be at this one",
    withHost(async ({ hosted, page }) => {
      await opened(page, hosted);
      await inCharge(page);
      const rest = hosted.files("rest");
      const refused = new Promise((told) => {
        hosted.wrong(rest[0], { ...wrongs["makes the server fail"], told });
      });
      await form.box(page, "title").fill("服务器出错时写的");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await refused;
      hosted.right(rest[0]);
      await page.reload();
      await ready(page);
      for (;;) {
        const there = new Set(await kept(page));
        if (rest.every((name) => there.has(hosted.url + name))) break;
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
      assert.equal(await form.box(page, "title").inputValue(), "服务器出错时写的");
    }),
  );

  it(
    "a version that was refused changes nothing, and is offered again",
    withHost(async ({ hosted, page }) => {
      await opened(page, hosted);
      await inCharge(page);
      hosted.publishNext();
      await page.reload();
      await ready(page);
      const banner = page.locator(".banner", { hasText: "本页有新版本" });
      await banner.locator(".icon-button").click();
      await banner.waitFor({ state: "detached" });
      await page.reload();
      await ready(page);
      await banner.waitFor();
      assert.equal(await editionOf(page), "");
      await Promise.all([page.waitForNavigation(), press(page, "保存并更新")]);
      await ready(page);
      assert.equal(await editionOf(page), "2");
    }),
  );
});
