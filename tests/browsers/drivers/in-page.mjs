// What every driver does inside the page by the same script, so that a step means the same in each engine.

// Waits (in the page, by its own frames) until an element is shown that fits, marks it, and says so. `text`: what it says,
// exactly, or as a part when it begins with "…".
export const markElement = `(selector, text, ms) => new Promise((resolve) => {
  const end = Date.now() + ms;
  const fits = (element) => {
    if (element.getClientRects().length === 0) return false;
    if (text === null) return true;
    const says = (element.textContent || "").trim();
    return text[0] === "…" ? says.includes(text.slice(1)) : says === text;
  };
  const look = () => {
    const found = [...document.querySelectorAll(selector)].find(fits);
    if (found) {
      document.querySelectorAll("[data-wanted]").forEach((old) => old.removeAttribute("data-wanted"));
      found.setAttribute("data-wanted", "");
      resolve(true);
    } else if (Date.now() > end) resolve(false);
    else setTimeout(look, 30);
  };
  look();
})`;

export const wanted = "[data-wanted]";
export const patience = 20_000;
