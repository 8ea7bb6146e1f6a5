// The words of a Word file, found without any of our own reading: what is in w:t once deletions, old drawings and prompts are
// taken away.
import { strFromU8 } from "fflate";

const unescaped = (text) =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n))
    .replace(/&amp;/g, "&");

export function visibleText(files) {
  const names = Object.keys(files).filter((name) =>
    /^word\/(document|footnotes|comments|header\d*|footer\d*)\.xml$/.test(name),
  );
  return names
    .map((name) =>
      strFromU8(files[name])
        .replace(/<w:del [\s\S]*?<\/w:del>/g, "")
        .replace(/<w:moveFrom [\s\S]*?<\/w:moveFrom>/g, "")
        .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, "")
        .replace(/<w:sdt><w:sdtPr><w:showingPlcHdr\/>[\s\S]*?<\/w:sdt>/g, "")
        // Letters of a symbol font are boxes, not words.
        .replace(/<w:r><w:rPr><w:rFonts w:ascii="Wingdings[\s\S]*?<\/w:r>/g, "")
        .replace(/<w:sdtPr><w14:checkbox>[\s\S]*?<\/w:sdt>/g, ""),
    )
    .flatMap((xml) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => unescaped(text)))
    .join("");
}

// The characters of `text`, each as often as it is not in `accounted`. Spaces do not count.
export function missing(text, accounted) {
  const left = new Map();
  for (const char of accounted.join("")) left.set(char, (left.get(char) ?? 0) + 1);
  const lost = [];
  // Boxes of symbol fonts stand in the private area.
  for (const char of text.replace(/[\s\uf000-\uf0ff]/g, "")) {
    const n = left.get(char) ?? 0;
    if (n === 0) lost.push(char);
    else left.set(char, n - 1);
  }
  return lost;
}
