import type { Token } from '../../core/passage.ts';
import type { SpellingRemark } from './remarks.ts';
import type { Unknowns, UnknownWord } from './unknown-words.ts';

/** From here on a correction is likely made, and whoever reads the text again reads the corrected word. */
const settledFrom = 0.85;

/** A sentence has few words that are each certain only once another is. */
const roundsMax = 4;

/**
 * What there is to say of each unknown word, by where it begins. A word in doubt is looked at again as it will stand
 * in the corrected text, beside its corrected neighbours: else a second pass would know better than the first.
 */
export function settledRemarks(
  { words: all, sentenceWords }: Unknowns,
  assessorOf: (unknowns: Unknowns) => (word: UnknownWord) => SpellingRemark | undefined,
): ReadonlyMap<number, SpellingRemark> {
  const remarks = new Map<number, SpellingRemark>();
  let words = all;
  let doubtful = all;
  for (let round = 0; round < roundsMax && doubtful.length > 0; round += 1) {
    const assess = assessorOf({ words, sentenceWords });
    for (const word of doubtful) {
      const remark = assess(word);
      // That a word is unknown was said, or not said again, in the first round.
      if (remark && (round === 0 || remark.rule !== 'unknown-word'))
        remarks.set(word.span.start, remark);
    }
    const settled = words.filter(({ span }) => isSettled(remarks.get(span.start)));
    const corrected = new Map(settled.map(({ span }) => [span.start, remarks.get(span.start)]));
    const sentences = new Set(settled.map(({ sentence }) => sentence));
    const spellings = new Set(settled.map(({ word }) => word.toLowerCase()));
    words = words
      .filter(({ span }) => !corrected.has(span.start))
      .map((word) => (sentences.has(word.sentence) ? besideCorrected(word, corrected) : word));
    doubtful = words.filter(
      ({ sentence, word }) => sentences.has(sentence) || spellings.has(word.toLowerCase()),
    );
  }
  return remarks;
}

function isSettled(remark: SpellingRemark | undefined): boolean {
  return (remark?.confidence ?? 0) >= settledFrom;
}

type Corrected = ReadonlyMap<number, SpellingRemark | undefined>;

function besideCorrected(word: UnknownWord, corrected: Corrected): UnknownWord {
  const left = word.left && correctedToken(word.left, corrected, -1);
  const right = word.right && correctedToken(word.right, corrected, 0);
  return { ...word, ...(left ? { left } : {}), ...(right ? { right } : {}) };
}

/** The neighbour as it will be; of a correction by two words the one that stands beside. */
function correctedToken(token: Token, corrected: Corrected, which: 0 | -1): Token {
  const text = corrected.get(token.span.start)?.expected?.[0]?.split(' ').at(which);
  return text === undefined ? token : { ...token, text, lower: text.toLowerCase() };
}
