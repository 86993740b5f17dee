import type { TextSpan } from '../../core/span.ts';
import type { Unknowns } from './unknown-words.ts';

/** Fewer unknown words than this are slips, whatever their share. */
const unknownWordsMin = 4;

/** Where so many words of a sentence are unknown, it is in another language; English ones of poor writers reach a sixth. */
const unknownShareMin = 0.4;

/** Sentences taken for another language: each with the stretch from its first to its last unknown word. */
export function foreignSentences({
  words,
  sentenceWords,
}: Unknowns): ReadonlyMap<number, TextSpan> {
  const unknowns = new Map<number, { forms: Set<string>; start: number; end: number }>();
  for (const { word, sentence, span } of words) {
    const seen = unknowns.get(sentence) ?? { forms: new Set(), start: span.start, end: span.end };
    seen.forms.add(word);
    seen.end = span.end;
    unknowns.set(sentence, seen);
  }
  const foreign = [...unknowns].filter(
    ([
      sentence,
      {
        forms: { size },
      },
    ]) => size >= unknownWordsMin && size >= unknownShareMin * (sentenceWords.get(sentence) ?? 0),
  );
  return new Map(foreign.map(([sentence, { start, end }]) => [sentence, { start, end }]));
}
