import { parseFragment } from 'parse5';

/**
 * What an HTML character reference such as `&amp;`, `&#x2019;` or `&copy` stands for.
 * The parser itself decodes each, since it knows all 2,231 of them and their odd rules; what it does not know stays.
 */
export function decodedReference(raw: string): string {
  const known = decoded.get(raw);
  if (known !== undefined) return known;
  const [node] = parseFragment(raw).childNodes;
  const text = node && 'value' in node ? node.value : raw;
  if (decoded.size < referencesMax) decoded.set(raw, text);
  return text;
}

/** Bounds the memory for documents that invent references; there are fewer real ones. */
const referencesMax = 10_000;

const decoded = new Map<string, string>();
