// Pictures in what is pasted or dropped.
import { parseInert } from "../core/trusted";
import { fromBase64 } from "./base64";

export const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes("Files") ?? false;

/** By type, or by a name that says so where the system knows no type. */
const isPicture = ({ type, name }: File): boolean =>
  type.startsWith("image/") || /\.(hei[cf]|tiff?|[ew]mf)$/i.test(name);

export const picturesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])].filter(isPicture);

export interface Pasted {
  readonly files: readonly Blob[];
  /** The markup names pictures that only the program it came from can read. */
  readonly unreadable: boolean;
  /** The pictures are all there is: the box must not paste anything of its own. */
  readonly instead: boolean;
}

const nothing: Pasted = { files: [], unreadable: false, instead: false };

/** Word, WPS and Excel put words, markup and a picture of the whole on the clipboard: with words, only what the markup holds counts. */
export function pastedPictures(data: DataTransfer | null): Pasted {
  if (!data) return nothing;
  const files = picturesOf(data);
  if (data.getData("text/plain").trim() === "") {
    return files.length > 0 ? { files, unreadable: false, instead: true } : fromMarkup(data.getData("text/html"), true);
  }
  return fromMarkup(data.getData("text/html"), false);
}

function fromMarkup(html: string, instead: boolean): Pasted {
  if (!/<img|<v:imagedata/i.test(html)) return nothing;
  const sources = [...parseInert(html, "text/html").querySelectorAll("img")].map(
    (img) => img.getAttribute("src") ?? "",
  );
  const files: Blob[] = [];
  for (const source of sources) {
    const match = /^data:(image\/[\w.+-]+);base64,([\s\S]+)$/i.exec(source);
    const bytes = match?.[2] === undefined ? undefined : fromBase64(match[2].replace(/\s/g, ""));
    if (bytes) files.push(new Blob([bytes], { type: match?.[1] ?? "" }));
  }
  return { files, unreadable: sources.length > files.length, instead: instead && files.length > 0 };
}
