import { type Change, type FormRule, pastAdverbs, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

const singular = setOf('he she it everyone everybody someone somebody nobody anyone');
const plural = setOf('i you we they');
const opening = setOf(
  'and but because that when if which so although while where as since what how who or before after until then think say know believe',
);

/** Verbs that agree with their subject. */
export const subjectVerb: readonly FormRule[] = [
  {
    rule: 'verb-without-s',
    description: 'A verb that lacks its “s”: “he go”',
    reason: 'The subject is singular, so the verb ends in “s”.',
    confidence: 0.8,
    find: withoutS,
  },
  {
    rule: 'verb-with-s',
    description: 'A verb with an “s” too many: “they goes”',
    reason: 'The subject does not take a verb in “s”.',
    confidence: 0.89,
    find: withS,
  },
  {
    rule: 'people-is',
    description: '“People” and other plurals with a singular verb: “people who is”',
    reason: 'The subject is plural, and so is its verb.',
    confidence: 0.75,
    find: pluralNoun,
  },
  {
    rule: 'who-takes',
    description: 'A plural verb after “a person who”: “a person who take”',
    reason: 'Who it is is singular, and so is the verb.',
    confidence: 0.8,
    find: whoTakes,
  },
  {
    rule: 'there-is-many',
    description: '“There is” before a plural: “there is many”',
    reason: 'What there is is plural.',
    confidence: 0.85,
    find: thereIs,
  },
];

const asked = setOf(
  "do does did can could will would shall should may might must don't doesn't didn't can't won't let make makes made help see suggest suggested recommend recommended insist demand require requires lest to and have had for with of than nor",
);
const hypothetical = setOf(
  'suggest suggests suggested recommend recommends recommended insist insists insisted demand demands demanded require requires required request requested propose proposed ask asked asks important essential necessary imperative vital lest order mandate',
);

function withoutS(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const subject = words[at];
  const before = words[at - 1];
  if (!subject || !singular.has(subject.lower)) return undefined;
  if (subject.follows && asked.has(before?.lower ?? '') && before?.lower !== 'and')
    return undefined;
  if (subject.lower === 'it' || subject.lower.length > 3) {
    if (subject.follows && !opening.has(before?.lower ?? '')) return undefined;
  }
  if (before?.lower === 'and' && subject.follows && /PRON|PROPN/.test(words[at - 2]?.tag ?? ''))
    return undefined;
  const earlier = words.slice(0, at).map(({ lower }) => lower);
  if (earlier.some((word) => hypothetical.has(word))) return undefined;
  const next = pastAdverbs(words, at);
  const word = words[next];
  if (words[at + 1]?.lower === "don't" && words[at + 1]?.follows)
    return subject.lower.length > 3 ? undefined : { at: at + 1, to: "doesn't" };
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (
    !word ||
    words[at + 1]?.lower === 'not' ||
    verb?.base !== word.lower ||
    verb.past === verb.base
  )
    return undefined;
  if (before?.lower === 'and' && earlier.some((it) => asked.has(it) && it.length > 3))
    return undefined;
  if (
    !/VERB|AUX/.test(word.tag) ||
    /^(?:be|do|well|further|best|last|home|house)$/.test(word.lower)
  )
    return undefined;
  if (/^(?:sort|kind)$/.test(word.lower) && words[next + 1]?.lower === 'of') return undefined;
  if (forms.pasts.has(word.lower) || (word.lower === 'need' && words[next + 1]?.lower === 'not'))
    return undefined;
  return { at: next, to: verb.third };
}

/** “Phase I” and “World War I”: a Roman number, and nobody speaks of himself. */
const numbered = setOf(
  'phase part type class volume stage level war book chapter act scene section title tier group grade category appendix',
);

function withS(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const subject = words[at];
  if (!subject || !plural.has(subject.lower)) return undefined;
  const before = words[at - 1];
  if (subject.lower === 'you' && subject.follows && !opening.has(before?.lower ?? ''))
    return undefined;
  if (subject.lower === 'i' && (subject.token.text === 'i' || before?.lower === 'and'))
    return undefined;
  if (subject.lower === 'i' && subject.follows && numbered.has(before?.lower ?? ''))
    return undefined;
  const next = pastAdverbs(words, at);
  const word = words[next];
  if (!word) return undefined;
  if (word.lower === 'is' || word.lower === 'was') {
    if (subject.lower === 'i') return undefined;
    return next === at + 1 ? { at: next, to: word.lower === 'is' ? 'are' : 'were' } : undefined;
  }
  if (word.lower === "doesn't") return { at: next, to: "don't" };
  const verb = forms.verbOf.get(word.lower);
  if (!verb || verb.third !== word.lower || verb.third === verb.past || !/VERB|AUX/.test(word.tag))
    return undefined;
  return { at: next, to: verb.base };
}

function pluralNoun(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const noun = words[at];
  if (!noun || noun.token.text !== noun.lower || amounts.has(noun.lower)) return undefined;
  const isPlural =
    noun.lower === 'people' ||
    (forms.singularOf.has(noun.lower) && !forms.pluralOf.has(noun.lower));
  const relative = words[at + 1];
  if (!isPlural || !relative?.follows) return undefined;
  const isRelative = relative.lower === 'who';
  const word = words[isRelative ? at + 2 : at + 1];
  // “One of those people who has”: one of them has.
  if (isRelative && words.slice(0, at).some(({ lower }) => lower === 'one')) return undefined;
  // Tags come last: to tag a sentence takes longer than all rules.
  if (!word?.follows || !isSingularForm(word, forms) || noun.tag !== 'NOUN') return undefined;
  if (!isRelative && !opensClause(words, at)) return undefined;
  const to = pluralForm(word, forms);
  return to === undefined ? undefined : { at: isRelative ? at + 2 : at + 1, to };
}

/** As one amount these are singular: “90 minutes is enough”. */
const amounts = setOf(
  'seconds minutes hours days weeks months years pounds dollars miles metres meters cents',
);

/** Whether nothing stands before the noun phrase that could be the true subject. */
function opensClause(words: readonly Word[], at: number): boolean {
  let first = at;
  while (first > 0 && words[first]?.follows && /DET|ADJ|NUM/.test(words[first - 1]?.tag ?? ''))
    first -= 1;
  if (
    words
      .slice(first, at)
      .some(({ lower }) => /^(?:a|an|one|each|every|another|this|that)$/.test(lower))
  )
    return false;
  return (
    first === 0 ||
    (words[first]?.follows === true &&
      /^(?:because|when|if|although|while|but|think|so)$/.test(words[first - 1]?.lower ?? ''))
  );
}

function isSingularForm({ lower }: Word, forms: Inflections): boolean {
  return /^(?:is|was|doesn't)$/.test(lower) || forms.verbOf.get(lower)?.third === lower;
}

function pluralForm(word: Word, forms: Inflections): string | undefined {
  if (word.lower === 'is') return 'are';
  if (word.lower === 'was') return 'were';
  if (word.lower === "doesn't") return "don't";
  const verb = forms.verbOf.get(word.lower);
  if (!verb || verb.third !== word.lower || !/VERB|AUX/.test(word.tag)) return undefined;
  return forms.singularOf.has(word.lower) && word.tag !== 'VERB' ? undefined : verb.base;
}

const many = setOf(
  'many several some numerous various two three four five six seven eight ten few lots',
);

function thereIs(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const verb = words[at];
  if (!/^(?:is|was)$/.test(verb?.lower ?? '') || words[at - 1]?.lower !== 'there' || !verb?.follows)
    return undefined;
  const amount = words[at + 1];
  if (!amount?.follows || !many.has(amount.lower)) return undefined;
  let noun = at + 2;
  while (words[noun]?.tag === 'ADJ' && words[noun]?.follows) noun += 1;
  const isPlural = forms.singularOf.has(words[noun]?.lower ?? '');
  if (!isPlural && amount.lower !== 'many') return undefined;
  if (amount.lower === 'many' && words[at + 2]?.lower === 'a') return undefined;
  return { at, to: verb.lower === 'is' ? 'are' : 'were' };
}

/** “A person who take”: who it is stands right before “who”. */
function whoTakes(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const [who, noun] = [words[at], words[at - 1]];
  if (who?.lower !== 'who' || !who.follows || noun?.tag !== 'NOUN') return undefined;
  if (!forms.pluralOf.has(noun.lower) || forms.singularOf.has(noun.lower)) return undefined;
  const opener = words.slice(Math.max(0, at - 3), at - 1).map(({ lower }) => lower);
  if (!opener.some((word) => /^(?:a|an|every|each)$/.test(word))) return undefined;
  if (words.slice(0, at).some(({ lower }) => /^(?:of|and)$/.test(lower))) return undefined;
  const word = words[at + 1];
  if (word?.lower === 'are') return { at: at + 1, to: 'is' };
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word || verb?.base !== word.lower || !/VERB|AUX/.test(word.tag)) return undefined;
  if (forms.pasts.has(word.lower) || verb.past === verb.base) return undefined;
  return { at: at + 1, to: verb.third };
}
