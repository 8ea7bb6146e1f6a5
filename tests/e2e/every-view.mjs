// Every view of the page, in an order in which each can be come to from the one before: for axe and for pictures.
import { documents } from "../word/documents.mjs";
import { emf } from "../word/pixels.mjs";
import { loadSample, newDraft, openFile, press, sample, told } from "./browser.mjs";
import { putOnClipboard } from "./clipboard.mjs";
import { cell } from "./form.mjs";
import { blockWithAll, tsvOf } from "./office/block.mjs";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const longName =
  "浙江澄波泵业股份有限公司台州湾新区智能制造分公司 Chengbo Pump (Taizhou Bay) Intelligent Manufacturing Co., Ltd.";

const pressEscape = (page) => page.keyboard.press("Escape");
const back = async (page) => {
  await press(page, "返回表单");
  await page.locator(".view-place").waitFor({ state: "detached" });
};
const dialogGone = async (page) => {
  await pressEscape(page);
  await page.locator('[role="dialog"], [role="alertdialog"]').first().waitFor({ state: "detached" });
};
const inCopyList = (page, label) => page.locator(".copy-list").getByRole("button", { name: label }).first().click();
const saved = (page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();

async function spoil(page, form) {
  await loadSample(page);
  for (const [id, text] of [
    ["title", "某某公司精益管理的经验"],
    ["patents.invention", "999"],
    ["standards.total", "1"],
    ["contact.mobile", "1391234"],
    ["creditCode", "91330106MA2B"],
    ["overview", "太短。ISO 9001与IATF 16949双体系运行，OEE由81.6%提高到87.3%。"],
    ["company", longName],
  ]) {
    await form.box(page, id).fill(text);
  }
  await page.keyboard.press("Tab");
  await page.locator(".finding.finding-error").first().waitFor();
}

// A chart, as a picture in a narrative would be.
async function chart(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 400];
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 640, 400);
    for (const [n, height] of [120, 160, 190, 240, 310].entries()) {
      pen.fillStyle = n === 4 ? "#c8452d" : "#2f6db3";
      pen.fillRect(60 + n * 110, 360 - height, 70, height);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

async function insertFigures(page, form) {
  const desk = page.locator(".field-longText", { has: form.box(page, "overview") }).locator(".figures");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    desk.getByRole("button", { name: "插入图片" }).click(),
  ]);
  const picture = await chart(page);
  const files = ["厂区.png", "产线.png"].map((name) => ({ name, mimeType: "image/png", buffer: picture }));
  await chooser.setFiles(files);
  await desk.locator("[data-figure]").nth(1).waitFor();
  await desk.locator(".figure-caption").first().fill("总装车间数字化产线布局（含在线检测工位与 MES 看板）");
  return desk;
}

// A draft with pictures that fit no narrative: one with a long caption, one without, one that no browser shows.
async function keptPictures(page) {
  const data = (await chart(page)).toString("base64");
  const png = { type: "image/png", width: 640, height: 400, data };
  const figures = [
    {
      id: "k1",
      caption: "总装车间数字化产线布局（含在线检测工位与 MES_Dashboard_2024_Q4_final_v2.vsdx 看板）",
      ...png,
    },
    { id: "k2", caption: "", ...png },
    {
      id: "k3",
      caption: "质量管理流程",
      type: "image/emf",
      width: 0,
      height: 0,
      data: Buffer.from(emf).toString("base64"),
    },
  ];
  const aside = { "/values/remark": "原申报表里的备注：拟于2026年复评。" };
  const buffer = Buffer.from(JSON.stringify({ ...sample, figures, aside }));
  await openFile(page, { name: "带图片.json", mimeType: "application/json", buffer });
  await page.locator("[data-kept]").nth(2).waitFor();
  await page.locator(".kept-title").evaluate((title) => title.scrollIntoView({ block: "start" }));
}

// { name, formIsNew?, open(page, form), leave?(page) }. `open` waits until the view stands. `formIsNew`: the form itself looks as it did
// in no view before; else what is to be looked at stands beside it, over it or in its place.
export const views = [
  { name: "welcome", formIsNew: true, open: (page) => page.locator(".welcome").waitFor() },
  { name: "form", formIsNew: true, open: spoil },
  {
    name: "results",
    open: async (page) => {
      await page.locator(".bar-results").click();
      await page.locator(".panel").waitFor();
    },
    leave: (page) => page.locator(".panel").getByRole("button", { name: "关闭" }).click(),
  },
  {
    name: "sections",
    open: async (page) => {
      const opener = page.locator(".bar-nav");
      if (await opener.isVisible()) await opener.click();
      else await page.locator("#nav").scrollIntoViewIfNeeded();
    },
    leave: pressEscape,
  },
  {
    name: "figures",
    formIsNew: true,
    open: async (page, form) => {
      const desk = await insertFigures(page, form);
      await desk.scrollIntoViewIfNeeded();
    },
  },
  {
    name: "figure-menu",
    formIsNew: true,
    open: async (page) => {
      await page.locator(".figure-elsewhere button").first().click();
      await page.locator(".figure-elsewhere .menu-item").first().waitFor();
    },
    leave: pressEscape,
  },
  {
    name: "figure-large",
    open: async (page) => {
      await page.locator(".figure-thumb").first().click();
      await page.locator(".figure-large img").waitFor();
    },
    leave: dialogGone,
  },
  {
    name: "row-menu",
    formIsNew: true,
    open: async (page) => {
      await page.locator('[data-table="competitors"] [data-row-menu]').first().click();
      await page.locator(".row-menu").waitFor();
    },
    leave: pressEscape,
  },
  ...["草稿", "导出"].map((label) => ({
    name: label === "草稿" ? "menu-drafts" : "menu-export",
    open: async (page) => {
      const wide = page.locator(".bar").getByRole("button", { name: label, exact: true });
      const narrow = page.locator(".bar").getByRole("button", { name: "操作", exact: true });
      await ((await wide.isVisible()) ? wide : narrow).click();
      await page.locator(".bar .menu").waitFor();
    },
    leave: pressEscape,
  })),
  {
    name: "find",
    open: async (page) => {
      await page.keyboard.press("Control+k");
      await page.locator("#find-box").fill("专利");
      await page.locator(".find-hit").first().waitFor();
    },
    leave: dialogGone,
  },
  {
    name: "history",
    open: async (page) => {
      await press(page, "撤销");
      await press(page, "修改历史");
      await page.locator(".step").first().waitFor();
    },
    leave: dialogGone,
  },
  {
    name: "keep",
    open: async (page) => {
      await page.locator(".finding-keep").first().click();
      await page.getByRole("button", { name: "确认保留", exact: true }).last().click();
      await page.locator("#keep-missing").waitFor();
    },
    leave: dialogGone,
  },
  {
    name: "writing",
    open: async (page) => {
      await page.locator(".writing-open").first().click();
      await page.locator(".writing .area").waitFor();
    },
    leave: back,
  },
  {
    name: "paste",
    open: async (page, form) => {
      await putOnClipboard(page, { text: tsvOf(blockWithAll) });
      await cell(page, form.table("indicators"), 0, "current").locator(".box").focus();
      await page.keyboard.press("Control+v");
      await page.locator(".paste-table").waitFor();
      for (const part of await page.locator(".paste details summary").all()) await part.click();
    },
    leave: dialogGone,
  },
  {
    name: "import",
    open: async (page) => {
      const buffer = Buffer.from(documents["loosely-worded"]());
      await openFile(page, { name: "申报书.docx", mimeType: word, buffer });
      await page.locator(".view-import .im-summary").waitFor();
    },
    leave: back,
  },
  {
    name: "bad-file",
    open: async (page) => {
      await openFile(page, { name: "别的.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.getByRole("alertdialog").waitFor();
    },
    leave: dialogGone,
  },
  {
    name: "drafts",
    open: async (page, form) => {
      await saved(page);
      await newDraft(page);
      await form.box(page, "title").fill("乙稿：精益生产");
      await saved(page);
      await press(page, "草稿管理");
      await page.locator(".card").nth(1).waitFor();
    },
  },
  {
    name: "compare",
    open: async (page) => {
      await page.locator(".card").nth(1).getByRole("button", { name: "与当前草稿对比", exact: true }).click();
      await page.locator(".diff-section").first().waitFor();
      await page.locator(".diff-take").first().click();
    },
    leave: back,
  },
  {
    name: "versions",
    open: async (page) => {
      await press(page, "历史版本");
      await page.getByRole("button", { name: "现在留一个版本" }).click();
      await page.locator(".card").first().waitFor();
    },
  },
  {
    name: "version",
    open: async (page) => {
      await page.locator(".card").first().getByRole("button", { name: "查看", exact: true }).click();
      await page.locator(".look").first().waitFor();
    },
    leave: back,
  },
  {
    name: "export-question",
    open: async (page, form) => {
      await form.box(page, "title").fill("获奖🏆的经验");
      await press(page, "申报书（PDF）");
      await page.getByRole("dialog").getByText("U+1F3C6").waitFor();
    },
    leave: dialogGone,
  },
  { name: "kept-pictures", formIsNew: true, open: keptPictures },
  {
    name: "copy",
    open: async (page) => {
      await loadSample(page);
      await press(page, "复制到申报系统");
      await page.locator(".copy-card").waitFor();
      await page.locator("[data-main]").click();
    },
  },
  { name: "copy-text", open: (page) => inCopyList(page, "实施情况") },
  { name: "copy-table", open: (page) => inCopyList(page, "表1") },
  {
    name: "copy-cells",
    open: async (page) => {
      await page.getByRole("button", { name: "逐格复制" }).click();
      await page.locator("[data-main]").click();
    },
  },
  {
    name: "copy-end",
    open: async (page) => {
      await inCopyList(page, "实施成效");
      await page.locator("[data-main]").click();
      await page.locator(".copy-card").getByText("全部项目已走完").waitFor();
    },
    leave: back,
  },
  {
    name: "review",
    open: async (page, form) => {
      await loadSample(page);
      const text = await form.box(page, "overview").inputValue();
      const faulty = text.replace("15.23亿元", "15.32亿元").replace("砚澄泵业股份", "砚橙泵业股份");
      await form.box(page, "overview").fill(`${faulty}\n待补充，行业首创`);
      await form.box(page, "results").fill("产品合格率为99.86%。");
      await press(page, "核对文字与表格");
      await page.locator(".review-card").first().waitFor();
    },
  },
  {
    name: "review-way-back",
    formIsNew: true,
    open: async (page) => {
      await page.locator('[data-rule="name.company"]').getByRole("button", { name: "到该栏" }).click();
      await page.locator(".review-bar").waitFor();
      await told(page, "已下载", () => press(page, "下载 JSON"));
    },
    leave: async (page) => {
      await press(page, "返回核对");
      await page.locator(".review-card").first().waitFor();
    },
  },
  { name: "review-contents", open: (page) => page.getByRole("tab", { name: "内容要求" }).click() },
  { name: "review-claims", open: (page) => page.getByRole("tab", { name: "所附材料" }).click() },
  { name: "review-checks", open: (page) => page.getByRole("tab", { name: "检查项" }).click(), leave: back },
  {
    name: "help",
    open: async (page) => {
      await press(page, "帮助");
      await page.locator(".help-picture .help-scene").last().waitFor();
    },
    leave: back,
  },
];
