// The two places where a text of ours goes where a browser with Trusted Types wants a promise: our own worker's address, and
// markup that is parsed to be read, never to be shown.

interface Policy {
  createHTML(text: string): unknown;
  createScriptURL(url: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: { createHTML(text: string): string; createScriptURL(url: string): string }): Policy;
}

let policy: Policy | undefined;

function own(): Policy | undefined {
  const factory = (window as { trustedTypes?: Factory }).trustedTypes;
  policy ??= factory?.createPolicy("formcheck", {
    createHTML: (text) => text,
    createScriptURL: (url) => {
      if (new URL(url, document.baseURI).href !== new URL("./sw.js", document.baseURI).href)
        throw new Error("no such script");
      return url;
    },
  });
  return policy;
}

export function workerUrl(url: string): string {
  return (own()?.createScriptURL(url) as string | undefined) ?? url;
}

/** A document of its own, without scripts, styles or pictures loaded: only to be walked through. */
export function parseInert(text: string, type: DOMParserSupportedType): Document {
  return new DOMParser().parseFromString((own()?.createHTML(text) as string | undefined) ?? text, type);
}
