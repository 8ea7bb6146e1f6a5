// Selects a part of a text box and brings it into view. A box grows with its text, so it is the page that must scroll; where a line
// stands in it is measured in a copy, since no engine tells.

const likeTheBox = [
  "boxSizing",
  "width",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "borderTopStyle",
  "borderBottomStyle",
  "borderLeftStyle",
  "borderRightStyle",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "lineHeight",
  "letterSpacing",
  "wordBreak",
  "overflowWrap",
] as const;

/** Down to the end of the line that holds `at`, in pixels from the box's top. */
function lineEnd(box: HTMLTextAreaElement, at: number): number {
  const copy = document.createElement("div");
  const style = window.getComputedStyle(box);
  for (const name of likeTheBox) copy.style[name] = style[name];
  copy.style.position = "absolute";
  copy.style.visibility = "hidden";
  copy.style.whiteSpace = "pre-wrap";
  copy.textContent = box.value.slice(0, at);
  document.body.append(copy);
  const height = copy.offsetHeight;
  copy.remove();
  return height;
}

export function showRange(box: Element | null, from: number, to: number): void {
  if (!(box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.type === "text"))) return;
  box.setSelectionRange(from, to);
  if (!(box instanceof HTMLTextAreaElement)) return;
  const top = box.getBoundingClientRect().top + window.pageYOffset;
  window.scrollTo(0, Math.max(0, top + lineEnd(box, to) - window.innerHeight * 0.45));
}
