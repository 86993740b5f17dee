import { reservedForms } from '../../src/stages/context/model.ts';
import type { CountedSentence } from './text.ts';

export interface Vocabulary {
  readonly forms: readonly string[];
  readonly counts: Uint32Array;
  /** The text as ids, a sentence after its weight; the ids of sentence ends are in it. */
  readonly text: Uint16Array;
}

const size = 60_000;

/** The most frequent forms, and the text as their ids. */
export function createVocabulary(sentences: () => Iterable<CountedSentence>): Vocabulary {
  const found = new Map<string, number>();
  let length = 0;
  for (const { tokens, weight } of sentences()) {
    length += tokens.length + 3;
    for (const { form } of tokens) found.set(form, (found.get(form) ?? 0) + weight);
  }
  const chosen = [...found]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, size - reservedForms.length);
  const forms = [...reservedForms, ...chosen.map(([form]) => form)];
  const counts = new Uint32Array(forms.length);
  const idOf = new Map(forms.map((form, id) => [form, id]));
  const text = new Uint16Array(length);
  let at = 0;
  for (const { tokens, weight } of sentences()) {
    text[at++] = weight;
    text[at++] = 2;
    for (const { form, isCapitalised } of tokens) {
      text[at++] = idOf.get(form) ?? (isCapitalised ? 1 : form.includes('-') ? 4 : 0);
    }
    text[at++] = 3;
    for (let word = at - tokens.length - 2; word < at; word += 1) {
      const id = text[word] ?? 0;
      counts[id] = (counts[id] ?? 0) + weight;
    }
  }
  return { forms, counts, text };
}
