// A first visit is drawn before the core is there and before anything that keeps drafts is loaded. What is typed meanwhile is neither
// lost nor left unchecked, and nothing is loaded for nobody.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, ready, savedDraft, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

let form;
before(async () => {
  form = await readForm();
});

describe("a first visit", () => {
  const { withPage } = useBrowser();

  // Another page in the same browser, which gets what matches only once it is let through; `refuse` until then.
  async function held(context, address, pattern, refuse) {
    const page = await context.newPage();
    let open;
    const opened = new Promise((done) => {
      open = done;
    });
    let isOpen = false;
    await page.route(pattern, async (route) => {
      if (!isOpen && refuse) return route.abort();
      await opened;
      return route.continue();
    });
    await page.goto(address);
    await page.locator("main .section .box").first().waitFor();
    return {
      page,
      open: () => {
        isOpen = true;
        open();
      },
    };
  }
  const address = (page) => page.url().replace(/#.*/, "");

  it(
    "takes what is typed while the core is on its way, and then checks and keeps it",
    withPage({ path: "icon.svg", bare: true }, async (whole, context) => {
      const { page, open } = await held(context, whole.url().replace("icon.svg", ""), /\.wasm$/);
      await form.box(page, "title").fill("质量标杆");
      await form.box(page, "patents.total").fill("一二");
      await form.box(page, "title").focus();
      await page.locator(".save-state", { hasText: "保存中…" }).waitFor();
      open();
      await page.locator(".field-bad, .findings .finding").first().waitFor();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.equal(await form.box(page, "title").inputValue(), "质量标杆");
      const { values } = await savedDraft(page);
      assert.deepEqual([values.title, values.patents.total], ["质量标杆", "一二"]);
      await page.reload();
      await ready(page);
      assert.equal(await form.box(page, "title").inputValue(), "质量标杆");
    }),
  );

  it(
    "waits for no engine that takes its time to say which databases it has",
    withPage({ path: "icon.svg", bare: true }, async (whole, context) => {
      await context.addInitScript(() => {
        indexedDB.databases = () => new Promise(() => {});
      });
      const { page, open } = await held(context, address(whole).replace("icon.svg", ""), /\.wasm$/);
      await form.box(page, "title").fill("质量标杆");
      open();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
    }),
  );

  it(
    "brings back a draft of which only the database is left",
    withPage({}, async (page) => {
      await form.box(page, "title").fill("只在数据库里");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      // Leaving writes the second copy once more, so it is the next page that begins without it.
      await page.addInitScript(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await page.reload();
      await page.locator(".app[data-ready]").waitFor();
      assert.equal(await form.box(page, "title").inputValue(), "只在数据库里");
    }),
  );

  it(
    "says that nothing is kept when what keeps it cannot be had, and keeps it when it can",
    withPage({ path: "icon.svg", bare: true }, async (whole, context) => {
      const { page, open } = await held(context, whole.url().replace("icon.svg", ""), /\/keeping-[^/]*\.js/, true);
      await form.box(page, "title").fill("质量标杆");
      await page.getByText("写下的内容还没有保存").waitFor();
      assert.equal(await page.locator(".save-state").textContent(), "未保存");
      open();
      await page.getByRole("button", { name: "再试一次" }).click();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.equal(await page.getByText("写下的内容还没有保存").count(), 0);
      assert.equal((await savedDraft(page)).values.title, "质量标杆");
    }),
  );

  it(
    "loads no more than the form until there is a sign that somebody is here",
    withPage({ path: "icon.svg", bare: true }, async (whole, context) => {
      const page = await context.newPage();
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(address(whole).replace("icon.svg", ""));
      await page.locator("main:not([aria-busy]) .section .box").first().waitFor();
      await page.waitForLoadState("networkidle");
      const scripts = asked.filter((path) => /assets\/.*\.js$/.test(path));
      assert.equal(scripts.length, 1, scripts.join(" "));
      assert.equal(asked.filter((path) => /\.css$/.test(path)).length, 0);
      await ready(page);
      assert.ok(asked.some((path) => /\/soon-[^/]*\.js/.test(path)));
    }),
  );

  // Nothing but the form is here when the key comes, and no pointer has moved before.
  const firstKey = (key, body) =>
    withPage({ path: "icon.svg", bare: true }, async (whole, context) => {
      const page = await context.newPage();
      await page.goto(address(whole).replace("icon.svg", ""));
      await page.locator("main .section .box").first().waitFor();
      await body(page, () => page.keyboard.press(key));
    });

  it(
    "takes Ctrl+S as its very first key",
    firstKey("Control+s", async (page, act) => {
      const { name, text } = await download(page, act);
      assert.match(name, /\.json$/);
      assert.equal(JSON.parse(text).format, "formcheck-draft/1");
    }),
  );

  it(
    "takes Ctrl+K as its very first key",
    firstKey("Control+k", async (page, act) => {
      await act();
      await page.getByRole("dialog", { name: "查找" }).waitFor();
    }),
  );

  it(
    "takes F8 as its very first key",
    firstKey("F8", async (page, act) => {
      await act();
      await page.locator("main .section .box:focus").waitFor();
    }),
  );
});
