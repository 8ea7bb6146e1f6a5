// Nothing leaves: after load the page asks for no more than its own files, and the content policy would not let it.
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
    "typing, checking, downloading and undoing ask for nothing but the page's own files",
    withPage({}, async (page) => {
      await page.waitForLoadState("networkidle");
      const asked = [];
      page.on("request", (request) => {
        // The icon of the tab is the browser's own affair: it asks for it when it likes.
        if (!/^blob:|\/icon\.svg$/.test(request.url())) asked.push(request);
      });
      await form.box(page, "title").fill("澄波泵业的实践经验");
      await form.box(page, "patents.total").fill("12");
      await press(page, "检查全部");
      await download(page, () => press(page, "下载 JSON"));
      await press(page, "撤销");
      await page.locator(".save-state", { hasText: "已保存" }).waitFor();
      // What stands behind a menu comes when the pointer nears it. Its name is all that is told.
      const assets = new URL("assets/", page.url()).href;
      for (const request of asked) {
        assert.match(request.url(), new RegExp(`^${assets}[\\w.-]+$`));
        assert.equal(request.method(), "GET");
        assert.equal(request.postData(), null);
      }
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
      // A text node added is no assignment, so Trusted Types let it pass: the policy must stop it.
      const script = document.createElement("script");
      script.append("window.ranInline = true");
      document.body.append(script);
      const image = new Image();
      image.src = "https://example.com/x.png";
      document.body.append(image);
      const markup = document.createElement("div");
      const typed = await refused(() => {
        markup.innerHTML = "<b onclick='window.ranInline = true'></b>";
      });
      const handler = await refused(() => markup.setAttribute("onclick", "window.ranInline = true"));
      markup.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return {
        requests,
        typed,
        handler,
        inline: window.ranInline === true,
        directives: [...new Set(violations)].sort(),
      };
    });
    assert.equal(stopped.requests, true);
    assert.deepEqual([stopped.inline, stopped.typed, stopped.handler], [false, true, true]);
    for (const directive of ["connect-src", "img-src", "require-trusted-types-for"]) {
      assert.ok(stopped.directives.includes(directive), `${directive} is not in ${stopped.directives}`);
    }
    await context.close();
  });
});
