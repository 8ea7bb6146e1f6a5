// Figures in a narrative: button, paste and drop; order, deletion and undo; reload, download and a fresh profile; limits; and
// that no camera's notes leave the page.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { download, newDraft, openFile, press, ready, savedDraft, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

const desk = (page) => page.locator(".field-longText", { has: form.box(page, "overview") }).locator(".figures");
const cards = (page) => desk(page).locator("[data-figure]");
const text = (page) => form.box(page, "overview").inputValue();
const captions = (page) =>
  cards(page)
    .locator(".figure-caption")
    .evaluateAll((all) => all.map((box) => box.value));

// A picture made in the page: noise, so that it is a photograph; or two colours, so that it is a chart.
function picture(page, { width = 400, height = 300, type = "image/jpeg", noise = true } = {}) {
  return page
    .evaluate(
      async ([w, h, kind, noisy]) => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [w, h];
        const context = canvas.getContext("2d");
        const data = context.createImageData(w, h);
        let seed = 1;
        for (let i = 0; i < data.data.length; i++) {
          seed = (seed * 1103515245 + 12345) & 0x7fffffff;
          data.data[i] = i % 4 === 3 ? 255 : noisy ? seed >> 16 : i % 64 < 32 ? 255 : 20;
        }
        context.putImageData(data, 0, 0);
        // The left half red, to see which way up it is kept.
        context.fillStyle = "#ff0000";
        context.fillRect(0, 0, w / 2, h);
        const blob = await new Promise((done) => canvas.toBlob(done, kind, 0.9));
        return [...new Uint8Array(await blob.arrayBuffer())];
      },
      [width, height, type, noise],
    )
    .then((bytes) => Buffer.from(bytes));
}

// The camera's notes in a JPEG: turned by 90 degrees to the right, and a place.
function withNotes(jpeg) {
  const tiff = Buffer.alloc(26 + 24 + 6);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.set([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], 10);
  tiff.set([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38], 22);
  tiff.writeUInt32BE(0, 34);
  tiff.writeUInt16BE(1, 38);
  tiff.set([0, 1, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0], 40);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("GPS-SECRET", "latin1")]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

async function byButton(page, ...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    desk(page).getByRole("button", { name: "插入图片" }).click(),
  ]);
  await chooser.setFiles(files.map(([name, buffer, mimeType = "image/jpeg"]) => ({ name, buffer, mimeType })));
}

function hand(page, kind, bytes, type, strings = {}) {
  return form.box(page, "overview").evaluate(
    (box, [name, content, mime, texts]) => {
      const data = new DataTransfer();
      if (content) data.items.add(new File([Uint8Array.from(content)], "", { type: mime }));
      for (const [format, value] of Object.entries(texts)) data.setData(format, value);
      const options = { bubbles: true, cancelable: true };
      const event =
        name === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent(name, { ...options, dataTransfer: data });
      return box.dispatchEvent(event);
    },
    [kind, bytes && [...bytes], type, strings],
  );
}

async function threeFigures(page) {
  await form.box(page, "overview").fill("第一段\n第二段");
  await byButton(page, ["厂区.jpg", await picture(page)]);
  await cards(page).nth(0).waitFor();
  await form.box(page, "overview").evaluate((box) => box.setSelectionRange(2, 2));
  await hand(page, "paste", await picture(page, { noise: false, type: "image/png" }), "image/png");
  await cards(page).nth(1).waitFor();
  await form.box(page, "overview").evaluate((box) => box.setSelectionRange(box.value.length, box.value.length));
  await hand(page, "dragover", await picture(page), "image/jpeg");
  await hand(page, "drop", await picture(page, { width: 500 }), "image/jpeg");
  await cards(page).nth(2).waitFor();
  for (const [n, words] of ["组织图", "厂区图", "产线图"].entries())
    await cards(page).nth(n).locator("input").fill(words);
}

describe("figures", () => {
  it(
    "come by button, paste and drop, each to a line of its own, numbered through",
    withPage({}, async (page) => {
      await threeFigures(page);
      assert.equal(await text(page), "第一段\n【图1】\n第二段\n【图2】\n【图3】\n");
      assert.equal(await page.locator(".drop").count(), 0);
      assert.deepEqual(await cards(page).locator("strong").allTextContents(), ["图1", "图2", "图3"]);
      await page.locator(".figure-thumb img").nth(2).waitFor();
    }),
  );

  it(
    "move to another narrative by keyboard, with their line, and back by one undo",
    withPage({}, async (page) => {
      await threeFigures(page);
      await form.box(page, "implementation").fill("过程");
      const before = await text(page);
      await cards(page).nth(1).getByRole("button", { name: "移到" }).focus();
      await page.keyboard.press("ArrowDown");
      const choices = cards(page).nth(1).locator(".menu-item");
      await choices.first().waitFor();
      const labels = await choices.allTextContents();
      assert.ok(labels.length > 1 && labels.every((label) => label.trim() !== ""));
      while ((await page.locator(":focus").textContent()).trim() !== form.field(form.slot("implementation")).label)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByText("图2已移到").first().waitFor();
      assert.equal(await text(page), "第一段\n【图1】\n第二段\n【图2】\n");
      assert.equal(await form.box(page, "implementation").inputValue(), "过程\n【图3】\n");
      assert.equal(await page.locator(":focus").getAttribute("aria-label"), "图3的图题");
      assert.deepEqual(await captions(page), ["组织图", "产线图"]);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Control+z");
      await cards(page).nth(2).waitFor();
      assert.equal(await text(page), before);
      assert.equal(await form.box(page, "implementation").inputValue(), "过程");
    }),
  );

  it(
    "change places, go and come back by undo; a line deleted by hand leaves the figure in the list",
    withPage({}, async (page) => {
      await threeFigures(page);
      const before = await text(page);
      await cards(page).nth(1).getByRole("button", { name: "图2上移" }).click();
      assert.deepEqual(await captions(page), ["厂区图", "组织图", "产线图"]);
      assert.equal(await text(page), before);
      await cards(page).nth(0).getByRole("button", { name: "删除图1" }).click();
      await page.getByText("已删除图1。").first().waitFor();
      assert.equal(await text(page), "第一段\n第二段\n【图1】\n【图2】\n");
      assert.deepEqual(await captions(page), ["组织图", "产线图"]);
      await page.locator(".banner").getByRole("button", { name: "撤销" }).click();
      await cards(page).nth(2).waitFor();
      assert.equal(await text(page), before);
      await form.box(page, "overview").fill("第一段\n第二段\n【图2】\n【图3】\n");
      await cards(page).nth(0).getByText("未放入正文").waitFor();
      await form.box(page, "overview").evaluate((box) => box.setSelectionRange(1, 1));
      await cards(page).nth(0).getByRole("button", { name: "图1放入正文" }).click();
      await desk(page).getByText("未放入正文").waitFor({ state: "detached" });
      assert.equal(await text(page), before);
    }),
  );

  it(
    "are there after a reload, and in a fresh profile that opens the downloaded file",
    withPage({}, async (page) => {
      await threeFigures(page);
      await page
        .getByText(/^已保存/)
        .first()
        .waitFor();
      await page.reload();
      await ready(page);
      await page.locator(".figure-thumb img").nth(2).waitFor();
      assert.deepEqual(await captions(page), ["组织图", "厂区图", "产线图"]);
      const kept = await savedDraft(page);
      assert.ok(kept.figures.every(({ data, blob }) => data === undefined && /^sha256-/.test(blob)));
      const file = await download(page, () => press(page, "下载 JSON"));
      const draft = JSON.parse(file.text);
      assert.deepEqual(
        draft.figures.map(({ caption }) => caption),
        ["组织图", "厂区图", "产线图"],
      );
      assert.ok(draft.figures.every(({ data, blob }) => data.length > 100 && blob === undefined));
      const other = await openPage();
      await openFile(other.page, { name: "带图.json", mimeType: "application/json", buffer: Buffer.from(file.text) });
      await other.page.locator(".figure-thumb img").nth(2).waitFor();
      const again = await download(other.page, () => press(other.page, "下载 JSON"));
      assert.deepEqual(JSON.parse(again.text).figures, draft.figures);
      assert.deepEqual(other.faults, []);
      await other.context.close();
    }),
  );

  it(
    "are turned upright, made smaller, and keep nothing of the camera's notes",
    withPage({}, async (page) => {
      const photo = withNotes(await picture(page, { width: 2400, height: 1200 }));
      assert.ok(photo.includes("GPS-SECRET"));
      await byButton(page, ["手机.jpg", photo]);
      await cards(page).first().waitFor();
      const { figures } = JSON.parse((await download(page, () => press(page, "下载 JSON"))).text);
      const [{ width, height, data, type }] = figures;
      assert.deepEqual([width, height, type], [800, 1600, "image/jpeg"]);
      const bytes = Buffer.from(data, "base64");
      assert.ok(!bytes.includes("GPS-SECRET") && !bytes.includes("Exif"));
      const top = await page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return [...context.getImageData(400, 200, 1, 1).data].slice(0, 3);
      }, `data:image/jpeg;base64,${data}`);
      assert.ok(top[0] > 200 && top[1] < 60, `the red half should be above: ${top}`);
    }),
  );

  it(
    "that cannot be read are refused with a reason, and nothing else changes",
    withPage({}, async (page) => {
      await form.box(page, "overview").fill("正文");
      const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1");
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      const cut = (await picture(page)).subarray(0, 20);
      await byButton(page, ["手机.heic", heic, "image/heic"], ["图.svg", svg, "image/svg+xml"], ["坏.jpg", cut]);
      const banner = page.locator(".banner", { hasText: "有 3 张图片没有插入" });
      await banner.waitFor();
      for (const words of ["HEIC", "SVG", "不是可以识别的图片"])
        assert.match(await banner.textContent(), new RegExp(words));
      assert.equal(await text(page), "正文");
      await hand(page, "paste", undefined, "", {
        "text/plain": "文字",
        "text/html": '<p>文字</p><img src="file:///C:/Temp/image001.png">',
      });
      await page.getByText("浏览器读不到").waitFor();
    }),
  );

  it(
    "stop at the form's number of pictures",
    withPage({}, async (page) => {
      const small = await picture(page, { width: 20, height: 20 });
      await byButton(page, ...Array.from({ length: 31 }, (_, n) => [`${n}.jpg`, small]));
      await page.getByText("全文最多 30 张图片").waitFor();
      assert.equal(await cards(page).count(), 30);
    }),
  );

  it(
    "come with their narrative when it is taken over from another draft, in one step",
    withPage({}, async (page) => {
      await form.box(page, "title").fill("甲稿");
      await threeFigures(page);
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await newDraft(page);
      await form.box(page, "title").fill("乙稿");
      await form.box(page, "overview").fill("乙稿的概况");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      await press(page, "草稿管理");
      const card = page.locator(".card").filter({ hasText: "甲稿" });
      await card.getByRole("button", { name: "与当前草稿对比", exact: true }).click();
      const difference = page.locator(".diff-cell").filter({ hasText: "企业概况" });
      await difference.locator(".diff-right .strip-picture").nth(2).waitFor();
      assert.match(await difference.locator(".diff-right").textContent(), /图2\s*厂区图/);
      assert.match(await difference.locator(".diff-left").textContent(), /没有插图/);
      await page.screenshot({ path: "build/screenshots/figures-compared.png" });
      assert.deepEqual(await violations(page), []);
      await difference.locator(".diff-take").click();
      await page.locator(".compare-bar .button-main").click();
      await page.getByText("已写入 1 处").waitFor();
      assert.equal(await text(page), "第一段\n【图1】\n第二段\n【图2】\n【图3】\n");
      assert.deepEqual(await captions(page), ["组织图", "厂区图", "产线图"]);
      await page.locator(".figure-thumb img").nth(2).waitFor();
      const { text: file } = await download(page, () => page.keyboard.press("Control+s"));
      assert.ok(JSON.parse(file).figures.every(({ data }) => data?.length > 100));
      await page.keyboard.press("Control+z");
      assert.equal(await text(page), "乙稿的概况");
      assert.equal(await cards(page).count(), 0);
      assert.equal(await form.box(page, "title").inputValue(), "乙稿");
    }),
  );

  for (const [name, options] of [
    ["desktop", {}],
    ["phone", { viewport: { width: 375, height: 800 } }],
    ["dark", { colorScheme: "dark" }],
  ]) {
    it(
      `have no accessibility fault: ${name}`,
      withPage(options, async (page) => {
        await threeFigures(page);
        await cards(page).nth(2).locator("input").fill("");
        await form.box(page, "overview").fill("第一段\n【图1】\n第二段\n【图2】\n");
        await page.locator(".figure-thumb img").nth(2).waitFor();
        await desk(page).scrollIntoViewIfNeeded();
        await page.screenshot({ path: `build/screenshots/figures-${name}.png` });
        assert.deepEqual(await violations(page), []);
      }),
    );
  }
});
