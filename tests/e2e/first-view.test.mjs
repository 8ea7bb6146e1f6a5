// What a first visit sees before the page's script is there, and how the page takes its place: nothing moves, and nothing that was
// typed, chosen or pressed is lost. Who was here before sees nothing of it.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ready, savedDraft, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

let form;
before(async () => {
  form = await readForm();
});

// A page of the same browser whose script comes only when it is let through.
async function withoutScript(whole, context, prepare) {
  const page = await context.newPage();
  let bring;
  const brought = new Promise((done) => {
    bring = done;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await brought;
    return route.continue();
  });
  await prepare?.(page);
  await page.goto(whole.url().replace("icon.svg", ""), { waitUntil: "commit" });
  return { page, bring };
}
const first = (page) => page.locator(".first-view .app");
const taken = (page) => page.locator(".first-view").waitFor({ state: "detached" });
const saved = (page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();

describe("the first view", () => {
  const { withPage } = useBrowser();
  const elsewhere = (body, options = {}) => withPage({ path: "icon.svg", bare: true, ...options }, body);

  for (const [width, height] of [
    [1280, 900],
    [1700, 900],
    [1100, 700],
    [375, 812],
  ]) {
    it(
      `stands where the page will stand, at ${width} pixels`,
      elsewhere(
        async (whole, context) => {
          const { page, bring } = await withoutScript(whole, context);
          await first(page).waitFor();
          const places = () =>
            page.evaluate(() => {
              const parts = "header *, .bar, .side *, .welcome *, #s-about-conditions *, #s-cover *";
              return [...document.querySelectorAll(`.app :is(${parts})`)]
                .filter((part) => !part.closest(".sr-only") && part.getClientRects().length > 0)
                .map((part) => {
                  const { x, y, width, height } = part.getBoundingClientRect();
                  const [left, top, wide, high] = [x, y + window.pageYOffset, width, height].map(Math.round);
                  return `${part.tagName} ${[...part.classList].sort().join(" ")}: ${left}, ${top}, ${wide} × ${high}`;
                });
            });
          const shown = await places();
          assert.ok(shown.length > 100, `${shown.length}`);
          bring();
          await taken(page);
          assert.deepEqual(await places(), shown);
        },
        { viewport: { width, height } },
      ),
    );
  }

  it(
    "keeps what is typed and chosen in it, and the caret",
    elsewhere(async (whole, context) => {
      const { page, bring } = await withoutScript(whole, context);
      const title = form.box(page, "title");
      await title.click();
      await page.keyboard.type("质量标杆");
      await page.keyboard.press("ArrowLeft");
      const choice = page.locator("#s-cover input[type=radio]").nth(1);
      const chosen = await choice.getAttribute("value");
      await choice.check();
      await title.focus();
      bring();
      await taken(page);
      await page.keyboard.type("的");
      assert.equal(await title.inputValue(), "质量标的杆");
      await saved(page);
      const { values } = await savedDraft(page);
      assert.equal(values.title, "质量标的杆");
      assert.ok(Object.values(values).includes(chosen), JSON.stringify(values));
      await page.reload();
      bring();
      await ready(page);
      assert.equal(await title.inputValue(), "质量标的杆");
    }),
  );

  it(
    "keeps the place of whoever goes by keyboard",
    elsewhere(async (whole, context) => {
      const { page, bring } = await withoutScript(whole, context);
      await first(page).waitFor();
      const reached = () => page.evaluate(() => document.activeElement.firstChild?.textContent.trim());
      await page.getByRole("button", { name: "查看示例" }).focus();
      bring();
      await taken(page);
      assert.equal(await reached(), "查看示例");
      await page.keyboard.press("Shift+Tab");
      assert.equal(await reached(), "打开草稿或 Word 文件…");
    }),
  );

  it(
    "lets a composition end before the page takes its place",
    elsewhere(async (whole, context) => {
      const { page, bring } = await withoutScript(whole, context);
      const title = form.box(page, "title");
      await title.click();
      const session = await context.newCDPSession(page);
      await session.send("Input.imeSetComposition", { text: "biao'gan", selectionStart: 8, selectionEnd: 8 });
      const came = page.waitForResponse(/\/formcheck-[^/]*\.wasm$/); // the script asks for it
      bring();
      await came;
      assert.ok(await first(page).isVisible());
      assert.equal(await title.inputValue(), "biao'gan");
      await session.send("Input.insertText", { text: "标杆" });
      await taken(page);
      await saved(page);
      assert.equal(await title.inputValue(), "标杆");
      assert.equal((await savedDraft(page)).values.title, "标杆");
      assert.equal(await page.evaluate(() => document.documentElement.hasAttribute("data-composing")), false);
    }),
  );

  it(
    "remembers what was pressed last",
    elsewhere(async (whole, context) => {
      const { page, bring } = await withoutScript(whole, context);
      await page.getByRole("button", { name: "知道了，不再显示" }).click();
      await page.getByRole("button", { name: "查看示例" }).click();
      bring();
      await page.locator(".welcome").waitFor();
      await page.getByText("示例").first().waitFor();
      await page.waitForFunction((id) => document.getElementById(id)?.value.length > 10, `c${form.slot("title")}`);
      assert.equal(await page.locator("[data-pressed]").count(), 0);
    }),
  );

  it(
    "says so when the script cannot be had, and leaves what was typed in view",
    elsewhere(async (whole, context) => {
      const page = await context.newPage();
      await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
      await page.goto(whole.url().replace("icon.svg", ""));
      await page.getByText("页面没有载入完整，写下的内容不会保存。请检查网络后刷新页面。").waitFor();
      await form.box(page, "title").fill("写了一半");
      assert.equal(await form.box(page, "title").inputValue(), "写了一半");
      await page.unroute(/\/assets\/index-[^/]*\.js$/);
      await page.reload();
      await ready(page);
      assert.equal(await page.locator(".start-box").count(), 0);
    }),
  );

  it(
    "is not shown to somebody who was here before, whose draft stays as it is",
    withPage({}, async (was, context) => {
      await form.box(was, "title").fill("先前写的");
      await saved(was);
      const { page, bring } = await withoutScript(was, context);
      await page.getByText("正在打开…").waitFor();
      assert.ok(!(await first(page).isVisible()));
      await was.close();
      bring();
      await ready(page);
      assert.equal(await form.box(page, "title").inputValue(), "先前写的");
      assert.equal((await savedDraft(page)).values.title, "先前写的");
    }),
  );

  it(
    "is not shown where the browser does not say whether somebody was here",
    elsewhere(async (whole, context) => {
      const { page, bring } = await withoutScript(whole, context, (one) =>
        one.addInitScript(() => {
          Object.defineProperty(window, "localStorage", {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }),
      );
      await page.getByText("正在打开…").waitFor();
      assert.ok(!(await first(page).isVisible()));
      bring();
      await ready(page);
    }),
  );

  it(
    "what is typed in it becomes a draft of its own where only the database knows of another",
    withPage({}, async (was, context) => {
      await form.box(was, "title").fill("只在数据库里");
      await saved(was);
      const url = was.url();
      await was.goto(url.replace(/[^/]*$/, "icon.svg"));
      await was.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      const { page, bring } = await withoutScript(was, context);
      await form.box(page, "title").fill("又写的");
      bring();
      await saved(page);
      assert.equal(await form.box(page, "title").inputValue(), "又写的");
      await page.getByRole("button", { name: "草稿", exact: true }).click();
      await page.locator(".menu").getByRole("button", { name: "草稿管理" }).click();
      await page.getByText("只在数据库里").first().waitFor();
    }),
  );
});
