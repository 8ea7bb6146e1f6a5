// Nothing leaves: after load the page asks for nothing, and the content policy would not let it.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { download, press, useBrowser } from "./browser.mjs";
import { readForm } from "./form.mjs";

const { openPage, withPage } = useBrowser();
let form;
before(async () => {
  form = await readForm();
});

describe("after load", () => {
  it(
    "typing, checking, downloading and undoing make no request",
    withPage({}, async (page) => {
      await page.waitForLoadState("networkidle");
      const asked = [];
      page.on("request", (request) => {
        // The icon of the tab is the browser's own affair: it asks for it when it likes.
        if (!/^blob:|\/icon\.svg$/.test(request.url())) asked.push(request.url());
      });
      await form.box(page, "title").fill("澄波泵业的实践经验");
      await form.box(page, "patents.total").fill("12");
      await press(page, "检查全部");
      await download(page, () => press(page, "下载 JSON"));
      await press(page, "撤销");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      assert.deepEqual(asked, []);
    }),
  );

  it("the policy stops a request to any other host, an inline script, and eval", async () => {
    const { page, context } = await openPage();
    const stopped = await page.evaluate(async () => {
      const violations = [];
      document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
      const refused = async (act) => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      const requests = await refused(() => fetch("https://example.com/"));
      const script = document.createElement("script");
      script.textContent = "window.ranInline = true";
      document.body.append(script);
      const image = new Image();
      image.src = "https://example.com/x.png";
      document.body.append(image);
      const timer = document.createElement("div");
      timer.setAttribute("onclick", "window.ranInline = true");
      timer.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return { requests, inline: window.ranInline === true, directives: [...new Set(violations)].sort() };
    });
    assert.equal(stopped.requests, true);
    assert.equal(stopped.inline, false);
    for (const directive of ["connect-src", "img-src", "script-src-attr", "script-src-elem"]) {
      assert.ok(stopped.directives.includes(directive), `${directive} is not in ${stopped.directives}`);
    }
    await context.close();
  });
});
