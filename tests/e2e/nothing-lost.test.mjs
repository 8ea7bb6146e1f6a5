// Nothing is lost in a real browser: its process killed, a reload in a composition, two tabs, storages full, denied, cleared,
// replaced by a newer page; a draft of former days.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { serve } from "../../tools/lib/static-server.mjs";
import { download, launchKept, newDraft, press, ready, root, sample, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
let faults = 0;
before(async () => {
  form = await readForm();
});

const title = (page) => form.box(page, "title");
const saved = (page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();
async function write(page, text) {
  await title(page).fill(text);
  await saved(page);
}
async function reload(page) {
  await page.reload();
  await ready(page);
}
const downloaded = async (page) => JSON.parse((await download(page, () => page.keyboard.press("Control+s"))).text);

// The texts of all drafts in the database.
const inDatabase = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("formcheck");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction("texts").objectStore("texts").getAll();
          all.onsuccess = () => {
            db.close();
            resolve(all.result.map(({ text }) => text));
          };
        };
      }),
  );

// Processes whose command line names the folder: this test's own browser and nothing else.
function processesOf(folder) {
  return readdirSync("/proc").filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    try {
      return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(folder);
    } catch {
      return false;
    }
  });
}

describe("the browser's process killed while somebody types", () => {
  const folder = mkdtempSync(join(tmpdir(), "formcheck-profile-"));
  let server;
  before(async () => {
    server = await serve(join(root, "build/site"));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("what was saved under the typing hands is there again", async () => {
    const first = await launchKept(folder);
    const page = first.pages()[0] ?? (await first.newPage());
    await page.goto(server.url);
    await ready(page);
    await title(page).focus();
    const keys = [..."质量管控标杆企业的实践经验与成效总结"];
    const typed = [];
    let kept = "";
    // Without a pause; that it is saved all the same is what is tested.
    while (kept.length < 20 || typed.length < 60) {
      assert.ok(typed.length < 5000, "nothing is saved while somebody types without a pause");
      const key = keys[typed.length % keys.length];
      typed.push({ key, at: performance.now() });
      await page.keyboard.insertText(key);
      if (typed.length % 10 !== 0) continue;
      const texts = await inDatabase(page);
      kept = texts.length > 0 ? (JSON.parse(texts[0]).values.title ?? "") : "";
    }
    const killed = performance.now();
    for (const id of processesOf(folder)) {
      try {
        process.kill(Number(id), "SIGKILL");
      } catch {
        // It went with its parent.
      }
    }
    await first.close().catch(() => undefined);

    const again = await launchKept(folder);
    const next = again.pages()[0] ?? (await again.newPage());
    await next.goto(server.url);
    await ready(next);
    const found = await title(next).inputValue();
    const all = typed.map(({ key }) => key).join("");
    assert.ok(found.length >= kept.length, `${found.length} of ${kept.length} characters`);
    assert.equal(found, all.slice(0, found.length));
    const lost = typed.slice(found.length);
    const age = lost.length > 0 ? Math.round(killed - lost[0].at) : 0;
    console.log(`note: killed while typing: ${lost.length} of ${typed.length} keys lost, the oldest ${age} ms before`);
    await again.close();
    faults++;
  });
});

describe("a reload", () => {
  it(
    "in the middle of a composition keeps what was written before it, and no half of a word",
    withPage({}, async (page, context) => {
      const session = await context.newCDPSession(page);
      await title(page).focus();
      await page.keyboard.insertText("已经写好的");
      await session.send("Input.imeSetComposition", { text: "biao'gan", selectionStart: 8, selectionEnd: 8 });
      await reload(page);
      assert.equal(await title(page).inputValue(), "已经写好的");
      faults++;
    }),
  );
});

describe("two tabs on one draft", () => {
  const withoutLocks = () => {
    Object.defineProperty(navigator, "locks", { value: undefined });
  };
  const withoutChannel = () => {
    Object.defineProperty(window, "BroadcastChannel", { value: undefined });
  };
  const browsers = {
    "with Web Locks": [],
    "without Web Locks": [withoutLocks],
    "without Web Locks and BroadcastChannel": [withoutLocks, withoutChannel],
  };
  for (const [name, missing] of Object.entries(browsers)) {
    it(
      `the second reads, follows and takes over: ${name}`,
      withPage({}, async (page, context) => {
        for (const script of missing) await context.addInitScript(script);
        await reload(page);
        await write(page, "第一个页面写的");
        const second = await context.newPage();
        await second.goto(page.url());
        await ready(second);
        await second.getByText("正在另一个页面里编辑").waitFor();
        assert.equal(await title(second).inputValue(), "第一个页面写的");
        assert.equal(await title(second).getAttribute("readonly"), "");
        assert.equal(await form.box(second, "direction").locator("input").first().isDisabled(), true);

        await write(page, "第一个页面又写");
        await second.waitForFunction(
          ([id, text]) => document.getElementById(id).value === text,
          [`c${form.slot("title")}`, "第一个页面又写"],
        );
        await title(page).fill("还没来得及保存");
        await press(second, "在本页接着编辑");
        await second.locator(".save-state", { hasText: /已保存/ }).waitFor();
        assert.equal(await title(second).inputValue(), "还没来得及保存");
        await page.getByText("已转到另一个页面里编辑").waitFor();
        assert.equal(await title(page).getAttribute("readonly"), "");
        await write(second, "第二个页面写的");
        await reload(page);
        assert.equal(await title(page).inputValue(), "第二个页面写的");
        await page.getByText("正在另一个页面里编辑").waitFor();
        await second.close();
        await reload(page);
        await write(page, "又回到第一个");
        faults++;
      }),
    );
  }

  it(
    "another draft can be written in another tab at the same time",
    withPage({}, async (page, context) => {
      await write(page, "甲");
      const second = await context.newPage();
      await second.goto(page.url());
      await ready(second);
      await newDraft(second);
      await write(second, "乙");
      await write(page, "甲甲");
      await reload(second);
      await reload(page);
      assert.deepEqual([await title(page).inputValue(), await title(second).inputValue()], ["甲甲", "乙"]);
    }),
  );
});

describe("a storage", () => {
  const noDatabase = () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  };
  const noLocalStorage = () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  };
  const full = () => {
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = refuse;
    IDBObjectStore.prototype.add = refuse;
    Storage.prototype.setItem = refuse;
  };

  async function openWith(scripts) {
    const { page, context, faults: seen } = await openPage({});
    for (const script of scripts) await context.addInitScript(script);
    await reload(page);
    return { page, context, seen };
  }

  it("denied in part (private windows): the draft is kept in the other", async () => {
    const { page, context, seen } = await openWith([noDatabase]);
    await write(page, "没有数据库");
    await page.getByText("文字暂存在备用空间里").waitFor();
    await reload(page);
    assert.equal(await title(page).inputValue(), "没有数据库");
    assert.deepEqual(seen, []);
    await context.close();
    const other = await openWith([noLocalStorage]);
    await write(other.page, "没有本地存储");
    await reload(other.page);
    assert.equal(await title(other.page).inputValue(), "没有本地存储");
    assert.deepEqual(other.seen, []);
    await other.context.close();
    faults += 2;
  });

  it("denied as a whole, or full: the page says so, keeps all in memory, and the draft can be taken away", async () => {
    for (const [scripts, says] of [
      [[noDatabase, noLocalStorage], "浏览器不允许本页存储"],
      [[full], "浏览器存储空间已满"],
    ]) {
      const { page, context, seen } = await openWith(scripts);
      await title(page).fill("存不下");
      await page.locator(".banner-bad").getByText(says).waitFor();
      await page.locator(".save-state", { hasText: "未保存" }).waitFor();
      assert.equal((await downloaded(page)).values.title, "存不下");
      await press(page, "新建");
      await page.getByRole("alertdialog").getByRole("button", { name: "取消" }).click();
      assert.equal(await title(page).inputValue(), "存不下");
      assert.deepEqual(seen, []);
      await context.close();
      faults++;
    }
  });

  it(
    "cleared while the page is open: the next change stores everything again",
    withPage({}, async (page, context) => {
      await write(page, "清空之前");
      const session = await context.newCDPSession(page);
      const origin = new URL(page.url()).origin;
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await form.box(page, "company").fill("清空之后的公司");
      await saved(page);
      await reload(page);
      assert.equal(await title(page).inputValue(), "清空之前");
      assert.equal(await form.box(page, "company").inputValue(), "清空之后的公司");
      faults++;
    }),
  );

  it(
    "that a newer page has changed: what is written here is kept, and the page says that it is old",
    withPage({}, async (page) => {
      await write(page, "旧页面");
      await page.evaluate(
        () =>
          new Promise((done) => {
            indexedDB.open("formcheck", 99).onsuccess = ({ target }) => done(target.result.close());
          }),
      );
      await write(page, "旧页面又写");
      await page.locator(".banner-bad").getByText("本页版本较旧").waitFor();
      await reload(page);
      assert.equal(await title(page).inputValue(), "旧页面又写");
      faults++;
    }),
  );
});

describe("a draft of former days", () => {
  const former = "formcheck/zj-quality-benchmark/2025/draft";

  it(
    "in localStorage becomes one of several, and stays where it was",
    withPage({}, async (page) => {
      const fixture = readFileSync(join(root, "tests/cases/drafts/format-1-complete.json"), "utf8");
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [former, fixture]);
      await reload(page);
      assert.deepEqual((await downloaded(page)).values, sample.values);
      await write(page, "接着写");
      await reload(page);
      assert.equal(await title(page).inputValue(), "接着写", "it is adopted once");
      assert.equal(await page.evaluate((key) => localStorage.getItem(key), former), fixture);
    }),
  );

  it(
    "that cannot be read is told, kept and can be taken away",
    withPage({}, async (page) => {
      await page.evaluate((key) => localStorage.setItem(key, '{"format": "formcheck-draft/1", 坏'), former);
      await reload(page);
      await page.locator(".banner-bad").getByText("已原样保留").waitFor();
      const { text } = await download(page, () => press(page, "下载无法读取的草稿"));
      assert.match(text, /坏/);
      assert.match(await page.evaluate((key) => localStorage.getItem(key), former), /坏/);
    }),
  );
});

after(() => console.log(`note: ${faults} faults injected into a real browser, nothing lost`));
