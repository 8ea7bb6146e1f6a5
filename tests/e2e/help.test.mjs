// The first visit and the help page: ways to start, what stays away, pictures that are the page itself, links into topics.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, loadSample, press, ready, sample, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const welcome = (page) => page.locator(".welcome");
const pictures = (page) => page.locator(".help-picture");
const openHelp = async (page) => {
  await press(page, "帮助");
  await page.locator(".help-picture .help-scene").last().waitFor();
};

describe("the first visit", () => {
  it(
    "says what this is and what it is not, and when the notice wants it",
    withPage({}, async (page) => {
      await welcome(page).getByText("不向任何地方发送").waitFor();
      await welcome(page).getByText("不是官方申报渠道").waitFor();
      await welcome(page).getByText("2025年10月15日").waitFor();
      await welcome(page).getByText("截止日期可能更早").waitFor();
    }),
  );

  it(
    "starts a blank form in its first box, and stays away after that",
    withPage({}, async (page) => {
      await welcome(page).getByRole("button", { name: "开始填写" }).click();
      assert.ok(await form.box(page, "title").evaluate((box) => box === document.activeElement));
      assert.equal(await welcome(page).count(), 0);
      await page.reload();
      await ready(page);
      assert.equal(await welcome(page).count(), 0);
    }),
  );

  it(
    "shows the example",
    withPage({}, async (page) => {
      await welcome(page).getByRole("button", { name: "查看示例" }).click();
      await page.getByText("已载入示例").waitFor();
      assert.equal(await form.box(page, "title").inputValue(), sample.values.title);
    }),
  );

  it(
    "opens a draft",
    withPage({}, async (page) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        welcome(page).getByRole("button", { name: "打开草稿或 Word 文件…" }).click(),
      ]);
      const buffer = Buffer.from(JSON.stringify(sample));
      await chooser.setFiles({ name: "草稿.json", mimeType: "application/json", buffer });
      await page.getByText("已打开“草稿.json”").waitFor();
    }),
  );

  it(
    "tells how to make sure that nothing leaves",
    withPage({}, async (page) => {
      await welcome(page).getByRole("button", { name: "怎样核实内容不外传" }).click();
      const heading = page.getByRole("heading", { name: "内容不外传，怎样核实" });
      await heading.waitFor();
      await page.waitForFunction(() => document.activeElement?.id === "help-h-privacy");
      assert.match(await page.evaluate(() => location.hash), /^#help\/privacy$/);
    }),
  );
});

describe("the help page", () => {
  it(
    "has pictures made of the page itself, out of reach of keyboard and pointer, and apart from the draft",
    withPage({}, async (page) => {
      await loadSample(page);
      const before = await download(page, () => page.keyboard.press("Control+s"));
      await openHelp(page);
      assert.equal(await pictures(page).count(), 6);
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll(".help-picture")].map(({ shadowRoot }) => ({
          text: shadowRoot.textContent.length,
          styled: shadowRoot.querySelectorAll("link, style").length,
          reachable: [...shadowRoot.querySelectorAll("a, button, input, select, textarea, [tabindex]")].filter(
            (element) => element.tabIndex >= 0,
          ).length,
        })),
      );
      for (const { text, styled, reachable } of seen) {
        assert.ok(text > 20 && styled > 0, JSON.stringify(seen));
        assert.equal(reachable, 0);
      }
      await page.locator(".help-picture .finding-error").first().waitFor();
      await page.locator(".help-picture .copy-message-good").waitFor();
      await press(page, "返回表单");
      const after = await download(page, () => page.keyboard.press("Control+s"));
      assert.deepEqual(JSON.parse(after.text).values, JSON.parse(before.text).values);
      assert.equal(await page.locator(".panel .finding-error").count(), 0);
    }),
  );

  it(
    "leads to each topic by its address, and going back leads back",
    withPage({}, async (page) => {
      await openHelp(page);
      const links = page.locator(".help-contents a");
      const names = await links.allTextContents();
      assert.ok(names.length >= 14, `${names}`);
      for (let n = 0; n < names.length; n++) {
        const id = (await links.nth(n).getAttribute("href")).replace("#help/", "");
        await links.nth(n).click();
        await page.waitForFunction((at) => document.activeElement?.id === `help-h-${at}`, id);
        assert.equal(await page.locator(`#help-h-${id}`).textContent(), names[n]);
      }
      await page.goBack();
      assert.match(await page.evaluate(() => location.hash), /^#help\/deadlines$/);
    }),
  );

  it(
    "opens at a topic when the page is opened with its address",
    withPage({}, async (page) => {
      await page.evaluate(() => history.replaceState(null, "", "#help/counting"));
      await page.reload();
      await page.waitForFunction(() => document.activeElement?.id === "help-h-counting");
    }),
  );

  it(
    "names program, edition, sources and licence, and the deadlines with their warning",
    withPage({}, async (page) => {
      await openHelp(page);
      const about = page.locator("#help-about");
      for (const part of ["标杆填报助手", "2025年版", "浙经信产业〔2025〕245号", "Apache-2.0"]) {
        assert.match(await about.textContent(), new RegExp(part));
      }
      assert.match(await page.locator("#help-deadlines").textContent(), /2025年10月24日/);
      assert.match(await page.locator("#help-deadlines").textContent(), /更早/);
    }),
  );
});
