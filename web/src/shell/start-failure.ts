// The page could not start: say so plainly in place of it.
import { text } from "../text/zh-cn";

export function showFailure(title: string, lines: readonly string[]): void {
  const host = document.getElementById("app");
  if (!host) return;
  const heading = document.createElement("h1");
  heading.textContent = title;
  const paragraphs = lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  });
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = text.retry;
  again.addEventListener("click", () => location.reload());
  const box = document.createElement("div");
  box.className = "start-box";
  box.append(heading, ...paragraphs, again);
  document.documentElement.classList.remove("first-visit");
  host.textContent = "";
  host.append(box);
}
