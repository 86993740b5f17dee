import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

const many = setOf(
  'many several various numerous these those both two three four five six seven eight nine ten few different',
);
const units = setOf(
  'can must may will in official progress music fold hundred thousand million billion dozen percent cent pound dollar foot person people fish sheep half third quarter other more kind sort type few little while lot information o plus star year day month hour week minute page',
);

/** Nouns whose number does not go with the word before them. */
export const nounNumber: readonly FormRule[] = [
  {
    rule: 'plural-after-many',
    description: 'A singular noun after “many”, “these” or a number: “many book”',
    reason: 'The word before asks for a plural.',
    confidence: 0.8,
    find: afterMany,
  },
  {
    rule: 'plural-after-lot-of',
    description: 'A singular noun after “a lot of”: “a lot of problem”',
    reason: 'There are several of them.',
    confidence: 0.82,
    find: afterLotOf,
  },
  {
    rule: 'plural-after-one-of',
    description: 'A singular noun after “one of the”: “one of the reason”',
    reason: 'One of several: the noun is plural.',
    confidence: 0.89,
    find: afterOneOf,
  },
  {
    rule: 'singular-after-every',
    description: 'A plural noun after “every”, “each” or “a”: “every books”',
    reason: 'The word before asks for a singular.',
    confidence: 0.85,
    find: afterEvery,
  },
  {
    rule: 'these-those',
    description: '“this” or “that” before a plural: “this problems”',
    reason: 'Before a plural it is “these” or “those”.',
    confidence: 0.85,
    find: thisPlural,
  },
];

/** The index of the noun after a determiner and its adjectives, when it ends the phrase; or -1. */
function nounAfter(words: readonly Word[], at: number): number {
  let noun = at + 1;
  while (words[noun]?.follows && words[noun]?.tag === 'ADJ') noun += 1;
  const word = words[noun];
  const next = words[noun + 1];
  if (!word?.follows || word.tag !== 'NOUN' || word.token.text !== word.lower) return -1;
  if (/['’-]/.test(word.lower)) return -1;
  return next?.follows && /NOUN|PROPN|ADJ|NUM|X/.test(next.tag) ? -1 : noun;
}

function pluralAt(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at]?.lower ?? '';
  const to = forms.pluralOf.get(word);
  if (!to || units.has(word) || forms.singularOf.has(word) || word.endsWith('ing'))
    return undefined;
  return isJoined(words, at) ? undefined : { at, to };
}

/** Whether a mark such as a hyphen or an apostrophe makes the word part of something else. */
function isJoined(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return !!word && !!next && !next.follows && next.token.span.start - word.token.span.end === 1;
}

function afterMany(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const lower = words[at]?.lower ?? '';
  if (!many.has(lower) || /^(?:few|different|both)$/.test(lower)) return undefined;
  if (/^(?:these|those)$/.test(lower) && words[at + 1]?.tag === 'ADJ') return undefined;
  const noun = nounAfter(words, at);
  if (noun < 0 || noun > at + 2) return undefined;
  const word = words[noun]?.lower ?? '';
  if (forms.verbOf.has(word) && !common.has(word)) return undefined;
  const next = words[noun + 1];
  if (next?.follows && (/^(?:and|or|of)$/.test(next.lower) || next.lower.endsWith('ing')))
    return undefined;
  return pluralAt(words, noun, forms);
}

/** Nouns that are hardly ever meant as the verb they can be. */
const common = setOf('book reason place problem question dream student country face');

/** “A lot of problem”: only nouns that are hardly ever a stuff. */
function afterLotOf(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  if (words[at]?.lower !== 'of' || !words[at]?.follows) return undefined;
  if (!/^(?:lot|lots|number|kinds|types|couple|variety)$/.test(words[at - 1]?.lower ?? ''))
    return undefined;
  const noun = nounAfter(words, at);
  return noun >= 0 && countable.has(words[noun]?.lower ?? '')
    ? pluralAt(words, noun, forms)
    : undefined;
}

const countable = setOf(
  'problem thing reason student country book car friend child idea place city tourist company product job game tree house teacher question shop parent person advantage disadvantage example fact subject way mistake scientist animal word movie film building island method skill topic job driver accident computer machine tool',
);

function afterOneOf(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const [one, of] = [words[at - 2]?.lower, words[at - 1]?.lower];
  const determiner = words[at];
  if (one !== 'one' || of !== 'of' || !determiner?.follows) return undefined;
  if (!/^(?:the|my|your|his|her|its|our|their|these|those)$/.test(determiner.lower))
    return undefined;
  let from = at;
  while (/^(?:most|very|more|best)$/.test(words[from + 1]?.lower ?? '')) from += 1;
  const noun = nounAfter(words, from);
  if (noun < 0 || forms.singularOf.has(words[noun + 1]?.lower ?? '')) return undefined;
  return pluralAt(words, noun, forms);
}

function afterEvery(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const lower = words[at]?.lower ?? '';
  if (!/^(?:every|each|a|an|another)$/.test(lower)) return undefined;
  // “two A divisions”: a letter, and no article.
  if (at > 0 && words[at]?.token.text === 'A') return undefined;
  if (!isPluralSoon(words, at, forms)) return undefined;
  const noun = nounAfter(words, at);
  const word = words[noun]?.lower ?? '';
  if (pluralOnly.has(word) || /^(?:dozen|many|half)$/.test(words[at + 1]?.lower ?? ''))
    return undefined;
  if (words[noun + 1]?.follows && /^(?:of|lead|to)$/.test(words[noun + 1]?.lower ?? ''))
    return undefined;
  if (forms.verbOf.has(word) || isJoined(words, noun)) return undefined;
  const to = forms.singularOf.get(word);
  if (noun < 0 || noun > at + 2 || !to || forms.pluralOf.has(word) || to === word) return undefined;
  if (/^(?:few|great|good)$/.test(words[at + 1]?.lower ?? '') || !word.endsWith('s'))
    return undefined;
  return { at: noun, to, confidence: /^(?:every|each)$/.test(lower) ? 0.8 : 0.65 };
}

/** Whether one of the next two words is a plural; it is asked first, since to tag a sentence takes longer than all rules. */
function isPluralSoon(words: readonly Word[], at: number, forms: Inflections): boolean {
  return [words[at + 1], words[at + 2]].some((word) => forms.singularOf.has(word?.lower ?? ''));
}

const pluralOnly = setOf(
  'patients users others means terms savings series communications blues singles days pins headquarters rules skills requirements workers news sales sports goods arts arms years politics economics mathematics',
);

function thisPlural(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const lower = words[at]?.lower ?? '';
  if (lower !== 'this' || !isPluralSoon(words, at, forms)) return undefined;
  const noun = nounAfter(words, at);
  const word = words[noun]?.lower ?? '';
  if (noun < 0 || noun > at + 2 || !forms.singularOf.has(word) || forms.pluralOf.has(word))
    return undefined;
  if (forms.verbOf.has(word) || /^(?:years|days|weeks|months|hours|minutes)$/.test(word))
    return undefined;
  return { at, to: 'these' };
}
