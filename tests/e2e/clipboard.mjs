// The browser's real clipboard: filled and read by another page of the same browser, as another program would.

async function inOtherPage(page, act) {
  const other = await page.context().newPage();
  try {
    await other.setContent("<textarea>x</textarea>");
    await other.locator("textarea").selectText();
    return await act(other);
  } finally {
    await other.close();
    await page.bringToFront();
  }
}

// `html` reaches the page as it is: what an office program writes is not washed by the browser.
export async function putOnClipboard(page, { html, text = "" }) {
  await inOtherPage(page, async (other) => {
    await other.evaluate(
      ([markup, plain]) => {
        document.addEventListener("copy", (event) => {
          event.preventDefault();
          event.clipboardData.setData("text/plain", plain);
          if (markup) event.clipboardData.setData("text/html", markup);
        });
      },
      [html, text],
    );
    await other.keyboard.press("Control+c");
  });
}

// → { html, text }
export async function readClipboard(page) {
  return inOtherPage(page, async (other) => {
    await other.evaluate(() => {
      window.pasted = new Promise((done) => {
        document.addEventListener("paste", ({ clipboardData: data }) =>
          done({ html: data.getData("text/html"), text: data.getData("text/plain") }),
        );
      });
    });
    await other.keyboard.press("Control+v");
    return other.evaluate(() => window.pasted);
  });
}
