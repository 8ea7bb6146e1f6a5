// The review: loaded when asked for, what it shows side by side, the way to either place and back, and what was decided staying
// with the draft.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, loadSample, press, ready, sample, savedDraft, told, useBrowser } from "./browser.mjs";
import { cell, readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const wrong = sample.values.overview.replace("资产总额15.23亿元", "资产总额15.32亿元");
const review = "核对文字与表格";
const card = (page, rule) => page.locator(`.review-card[data-rule="${rule}"]`);
const tab = (page, name) => page.getByRole("tab", { name });

async function openReview(page) {
  await press(page, review);
  await page.locator(".review").waitFor();
}
/** The sample with one figure changed, and the review of it. */
async function openFaulty(page) {
  await loadSample(page);
  await form.box(page, "overview").fill(wrong);
  await openReview(page);
  await card(page, "figure.mismatch").waitFor();
}
const focused = (page) => page.evaluate(() => document.activeElement.id);
const selected = (page) =>
  page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
const inSight = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
async function keepWith(page, reason) {
  await page
    .getByRole("button", { name: /^确认保留/ })
    .first()
    .click();
  await page.locator("#keep-reason").fill(reason);
  await page.locator(".keep").getByRole("button", { name: "确认保留", exact: true }).click();
  await page.locator(".keep").waitFor({ state: "detached" });
}

describe("the review", () => {
  it(
    "asks for its reader only when it is opened, and finds nothing in the sample",
    withPage({}, async (page) => {
      const asked = [];
      page.on("request", (request) => /narrative/.test(request.url()) && asked.push(request.url()));
      await loadSample(page);
      await press(page, "检查全部");
      await page.locator(".panel").waitFor();
      assert.deepEqual(asked, []);
      assert.equal(await page.locator("button.nav-link .badge").count(), 0);
      await page.locator(".panel").getByRole("button", { name: review }).click();
      await page.getByText("未发现不一致的地方").waitFor();
      assert.equal(asked.length, 3);
      await tab(page, "内容要求").click();
      assert.ok((await page.locator(".review-sentences").count()) > 15);
      assert.equal(await page.locator(".review-missing").count(), 0);
      await tab(page, "所附材料").click();
      await page.locator(".review-claim", { hasText: "专利证书" }).waitFor();
      await page.getByRole("button", { name: "返回表单" }).click();
      await page.locator(".panel").getByRole("button", { name: review }).click();
      await page.getByText("未发现不一致的地方").waitFor();
      assert.equal(asked.length, 3);
    }),
  );

  it(
    "shows the passage and the table side by side, with both values as they are reckoned",
    withPage({}, async (page) => {
      await openFaulty(page);
      const sides = card(page, "figure.mismatch").locator(".review-side");
      assert.equal(await sides.first().locator("mark").textContent(), "15.32亿元");
      assert.match(await sides.first().textContent(), /企业概况 第 1 段.*即 153200万元/s);
      assert.equal(await sides.last().locator("mark").textContent(), "152,318.60万元");
      assert.match(await sides.last().textContent(), /表2 资产总额/);
      const [left, right] = await Promise.all([sides.first().boundingBox(), sides.last().boundingBox()]);
      assert.ok(left.x + left.width <= right.x, "side by side");
      await page.setViewportSize({ width: 375, height: 700 });
      const [upper, lower] = await Promise.all([sides.first().boundingBox(), sides.last().boundingBox()]);
      assert.ok(upper.y + upper.height <= lower.y, "one below the other");
    }),
  );

  it(
    "leads to the figure in the text and to the cell, and back to the same finding",
    withPage({}, async (page) => {
      await openFaulty(page);
      const key = await card(page, "figure.mismatch").getAttribute("data-finding");
      await card(page, "figure.mismatch").getByRole("button", { name: "到正文" }).click();
      await page.locator(".review-bar").waitFor();
      assert.equal(await focused(page), `c${form.slot("overview")}`);
      assert.equal(await selected(page), "15.32亿元");
      assert.ok(await inSight(page));
      assert.match(await page.locator(".review-bar").textContent(), /还有 1 处.*资产总额/s);
      await page.locator(".review-bar").getByRole("button", { name: "返回核对" }).click();
      await page.waitForFunction((id) => document.activeElement.id === id, `review-${key}`);

      await card(page, "figure.mismatch").getByRole("button", { name: "到表格" }).click();
      const wanted = cell(page, form.table("indicators"), 0, "current").locator("input, textarea");
      assert.equal(await focused(page), await wanted.getAttribute("id"));
      await page.keyboard.press("F9");
      await page.waitForFunction((id) => document.activeElement.id === id, `review-${key}`);
      assert.equal(await page.locator(".review-bar").count(), 0);

      // Mended there, it is gone here; the way back says so meanwhile.
      await card(page, "figure.mismatch").getByRole("button", { name: "到正文" }).click();
      await page.keyboard.type("15.23亿元");
      await page.locator(".review-bar", { hasText: "这一处已不再提示" }).waitFor();
      await page.keyboard.press("F9");
      await page.getByText("未发现不一致的地方").waitFor();
    }),
  );

  it(
    "goes from one to the next by F8 in the list and by the bar in the form, and shows one kind on request",
    withPage({}, async (page) => {
      await loadSample(page);
      await form
        .box(page, "overview")
        .fill(wrong.replace("同比增长14.42%", "同比增长14.24%").replace("砚澄泵业股份", "砚橙泵业股份"));
      await openReview(page);
      await card(page, "figure.growth").waitFor();
      const keys = await page
        .locator(".review-card")
        .evaluateAll((all) => all.map((one) => `review-${one.dataset.finding}`));
      assert.equal(keys.length, 3);
      for (const key of [...keys, keys[0]]) {
        await page.keyboard.press("F8");
        await page.waitForFunction((id) => document.activeElement.id === id, key);
      }
      await page.keyboard.press("Shift+F8");
      await page.waitForFunction((id) => document.activeElement.id === id, keys[2]);

      await page.locator(".review-kinds").getByRole("button", { name: "名称" }).click();
      assert.equal(await page.locator(".review-card").count(), 1);
      await page.locator(".review-kinds").getByRole("button", { name: "数据与表格" }).click();
      assert.equal(await page.locator(".review-card").count(), 2);
      await card(page, "figure.growth").getByRole("button", { name: "到正文" }).click();
      assert.equal(await selected(page), "14.24%");
      await page.locator(".review-bar").getByRole("button", { name: "下一处" }).click();
      await page.waitForFunction(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        return value?.slice(selectionStart, selectionEnd) === "15.32亿元";
      });
      await page.locator(".review-bar").getByRole("button", { name: "返回核对" }).click();
      await page.locator(".review-kind[aria-pressed=true]", { hasText: "数据与表格" }).waitFor();
    }),
  );

  it(
    "holds a name against the field that says it, and leads there",
    withPage({}, async (page) => {
      await loadSample(page);
      await form.box(page, "overview").fill(sample.values.overview.replace("砚澄泵业股份", "砚橙泵业股份"));
      await openReview(page);
      const finding = card(page, "name.company");
      await finding.waitFor();
      const sides = finding.locator(".review-side");
      assert.equal(await sides.first().locator("mark").textContent(), "浙江砚橙泵业股份有限公司");
      assert.equal(await sides.last().locator("mark").textContent(), "浙江砚澄泵业股份有限公司");
      assert.match(await sides.last().textContent(), /申报单位/);
      await finding.getByRole("button", { name: "到该栏" }).click();
      await page.locator(".review-bar").waitFor();
      assert.equal(await focused(page), `c${form.slot("company")}`);
      assert.ok(await inSight(page));
    }),
  );

  it(
    "mends what can be mended, in one step that can be undone",
    withPage({}, async (page) => {
      await loadSample(page);
      await form.box(page, "overview").fill(sample.values.overview.replace("砚澄泵业股份", "砚橙泵业股份"));
      await openReview(page);
      await page.getByRole("button", { name: "改为“浙江砚澄泵业股份有限公司”" }).click();
      await page.getByText("未发现不一致的地方").waitFor();
      assert.notEqual(await focused(page), "");
      await page.keyboard.press("Control+z");
      await card(page, "name.company").waitFor();
    }),
  );
});

describe("the way back", () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 375, height: 700 },
  ]) {
    it(
      `lies under nothing that is told meanwhile (${viewport.width} wide)`,
      withPage({ viewport }, async (page) => {
        await openFaulty(page);
        await card(page, "figure.mismatch").getByRole("button", { name: "到正文" }).click();
        await page.locator(".review-bar").waitFor();
        await told(page, "已下载", () => download(page, () => press(page, "下载 JSON")));
        const toasts = page.locator(".toasts .banner").last();
        const [toast, bar] = await Promise.all([toasts.boundingBox(), page.locator(".review-bar").boundingBox()]);
        assert.ok(toast.y + toast.height <= bar.y, `${toast.y + toast.height} > ${bar.y}`);
      }),
    );
  }
});

describe("what was decided", () => {
  it(
    "is kept with its reason, survives a reload, and is open again when a value changes",
    withPage({}, async (page) => {
      await openFaulty(page);
      await keepWith(page, "以审计报告为准");
      await page.locator(".review-kept", { hasText: "以审计报告为准" }).waitFor();
      await page.getByText("列出的各处都已确认保留").waitFor();
      assert.match(await page.evaluate(() => document.activeElement.textContent), /取消确认/);
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await page.reload();
      await ready(page);
      // Its address brought it back.
      await page.locator(".review-kept", { hasText: "以审计报告为准" }).waitFor();
      const { text } = await download(page, () => press(page, "下载 JSON"));
      const [entry] = JSON.parse(text).acknowledged;
      assert.equal(entry.rule, "review");
      assert.match(entry.field, /^figure\.mismatch@/);
      assert.equal(entry.reason, "以审计报告为准");

      await page.locator(".review-kept").getByRole("button", { name: "到表格" }).click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("152,318.61");
      await page.locator(".review-bar", { hasText: "还有 1 处" }).waitFor();
      await page.keyboard.press("F9");
      await card(page, "figure.mismatch").getByRole("button", { name: "确认保留" }).waitFor();
      await page.keyboard.press("Control+z");
      const reopen = page.getByRole("button", { name: /^取消确认/ });
      await reopen.click();
      await card(page, "figure.mismatch").getByRole("button", { name: "确认保留" }).waitFor();
    }),
  );

  it(
    "a check that is switched off stays so with the draft, and comes on again",
    withPage({}, async (page) => {
      await openFaulty(page);
      await page.getByRole("button", { name: "不再检查此项" }).click();
      await page.getByText("已关闭 1 项检查").waitFor();
      assert.equal(await page.locator(".review-card").count(), 0);
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.deepEqual(
        (await savedDraft(page)).acknowledged.map(({ rule, field }) => [rule, field]),
        [["review", "figure.mismatch"]],
      );
      await page.reload();
      await ready(page);
      await page.getByRole("button", { name: "查看检查项" }).click();
      const box = page.locator('[data-check="figure.mismatch"]');
      assert.equal(await box.isChecked(), false);
      await box.check();
      await tab(page, "核对结果").click();
      await card(page, "figure.mismatch").waitFor();
    }),
  );

  it(
    "comes along when the section of another draft is taken over, in the same step",
    withPage({}, async (page) => {
      await openFaulty(page);
      await keepWith(page, "以审计报告为准");
      await page.locator(".review-kept").waitFor();
      await page.getByRole("button", { name: "返回表单" }).click();
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await loadSample(page);
      await press(page, "草稿管理");
      await page.locator(".card").getByRole("button", { name: "与当前草稿对比" }).click();
      const section = page.locator(".diff-section", { hasText: "以审计报告为准" });
      await section.getByRole("button", { name: /整节选用右侧$/ }).click();
      await page.locator(".compare-bar .button-main").click();
      await page.locator(".compare").waitFor({ state: "detached" });
      await openReview(page);
      await page.locator(".review-kept", { hasText: "以审计报告为准" }).waitFor();
      await page.keyboard.press("Control+z");
      await page.getByText("未发现不一致的地方").waitFor();
    }),
  );
});

describe("the form", () => {
  it(
    "shows how many there are once the review was opened, and follows when typing pauses",
    withPage({}, async (page) => {
      await loadSample(page);
      await openReview(page);
      await page.getByText("未发现不一致的地方").waitFor();
      await page.getByRole("button", { name: "返回表单" }).click();
      assert.equal(await page.locator("button.nav-link .badge").count(), 0);
      await form.box(page, "overview").fill(wrong);
      await page.locator("button.nav-link .badge", { hasText: "1" }).waitFor();
      await page.locator("button.nav-link").click();
      await card(page, "figure.mismatch").waitFor();
    }),
  );

  it(
    "of a blank draft has nothing to review yet, and what is asked for all the same",
    withPage({ viewport: { width: 375, height: 700 }, path: "#review" }, async (page) => {
      await page.getByText("正文还没有填写").waitFor();
      await tab(page, "内容要求").click();
      assert.equal(await page.locator(".review-count", { hasText: "尚未填写" }).count(), 4);
      assert.equal(await page.locator(".review-missing:visible", { hasText: "未找到" }).count(), 0);
      await page.keyboard.press("ArrowLeft");
      await page.locator('[role="tab"][aria-selected="true"]', { hasText: "核对结果" }).waitFor();
    }),
  );

  it("without its reader says so calmly, and tries again when asked", async () => {
    const { page, context } = await openPage();
    let broken = true;
    await page.route(/narrative-[^/]*\.wasm/, (route) => (broken ? route.abort() : route.continue()));
    await loadSample(page);
    await press(page, review);
    await page.locator('.review-state[role="alert"]', { hasText: "检查网络后重试" }).waitFor();
    broken = false;
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByText("未发现不一致的地方").waitFor();
    await context.close();
  });
});
