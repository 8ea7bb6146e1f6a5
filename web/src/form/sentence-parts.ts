// "共{patents.total}个" → text, field, text: a sentence with the fields to fill in it.

export type SentencePart = { readonly text: string } | { readonly field: string };

export function sentenceParts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/\{([^{}]+)\}/g)) {
    if (match.index > end) parts.push({ text: sentence.slice(end, match.index) });
    parts.push({ field: match[1] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end) });
  return parts;
}
