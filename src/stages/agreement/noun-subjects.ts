import { type Change, type FormRule, pastAdverbs, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Verbs that do not agree with a noun or pronoun that opens its clause. */
export const nounSubjects: readonly FormRule[] = [
  {
    rule: 'singular-noun-plural-verb',
    description: 'A singular noun with a plural verb: “My mother are”, “The dog eat”',
    reason: 'The subject is singular, and so is its verb.',
    confidence: 0.78,
    find: singularNoun,
  },
  {
    rule: 'pronoun-and-be',
    description: 'A form of “be” that the pronoun does not take: “I is”, “She were”',
    reason: 'The pronoun takes another form of “be”.',
    confidence: 0.88,
    find: pronounBe,
  },
  {
    rule: 'there-was-plural',
    description: '“There was” before a plural: “There was updates”',
    reason: 'What there is is plural.',
    confidence: 0.72,
    find: thereWas,
  },
];

const openers = setOf(
  'because when if but while although that think so where since whether whenever although whereas and say says know believe',
);
const singularOf: ReadonlyMap<string, string> = new Map([
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
  ['do', 'does'],
  ["don't", "doesn't"],
  ["aren't", "isn't"],
  ["weren't", "wasn't"],
  ["haven't", "hasn't"],
]);

/** Nouns that stand for several, or that take either number. */
const several = setOf(
  `time people police staff team family group government majority minority number lot rest half percent couple pair variety series data media public
  crew crowd committee class band club company army navy enemy press audience cattle poultry clergy faculty jury council board bulk range
  total remainder poor rich young old elderly dead living sick blind deaf homeless unemployed disabled wounded injured faithful innocent guilty
  british french english dutch irish welsh chinese japanese swiss following latter former few many most all none some both part fraction handful
  dozen hundred thousand million billion fish sheep deer species means headquarters average kind sort type same other only first last one two
  majority quarter third plenty host string array myriad generation aircraft offspring personnel vermin opposition management population youth
  left right top bottom set batch pack bunch mass plurality party union firm school university department agency office bank`,
);

function singularNoun(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const noun = words[at];
  if (noun?.tag !== 'NOUN' || noun.token.text.slice(1) !== noun.lower.slice(1)) return undefined;
  if (several.has(noun.lower) || forms.singularOf.has(noun.lower) || noun.lower.endsWith('s'))
    return undefined;
  if (!forms.pluralOf.has(noun.lower) && !noun.lower.endsWith('ing')) return undefined;
  let first = at;
  while (first > 0 && words[first]?.follows && opensPhrase(words[first - 1])) first -= 1;
  const opener = words[first]?.lower ?? '';
  const isOwned = /^(?:the|my|your|his|her|its|our|their|this|that|every|each|a|an)$/.test(opener);
  const isBareIng = first === at && noun.lower.endsWith('ing');
  if (!(isOwned && first < at) && !isBareIng) return undefined;
  if (!opensClause(words, first)) return undefined;
  const next = pastAdverbs(words, at);
  const word = words[next];
  if (!word || next > at + 2 || word.lower === 'need') return undefined;
  return singularVerb(words, { at: next, isBareIng }, forms);
}

const determiners = setOf('the my your his her its our their this that every each a an');

function opensPhrase(word: Word | undefined): boolean {
  return word?.tag === 'ADJ' || determiners.has(word?.lower ?? '');
}

/** Whether nothing stands before that could be the true subject or another verb. */
function opensClause(words: readonly Word[], first: number): boolean {
  if (first === 0) return true;
  const before = words[first - 1]?.lower ?? '';
  if (!words[first]?.follows || !openers.has(before)) return false;
  const earlier = words.slice(0, first).map(({ lower }) => lower);
  if (before === 'and') return false;
  return !earlier.some((word) => unreal.has(word));
}

const unreal = setOf(
  'if wish wishes though suggest suggests suggested recommend recommended insist demand demanded require requires required let lets make makes made help see saw watch hear heard have had important essential propose proposed ask asked whether',
);

function singularVerb(
  words: readonly Word[],
  { at, isBareIng }: { readonly at: number; readonly isBareIng: boolean },
  forms: Inflections,
): Change | undefined {
  const word = words[at];
  if (!word) return undefined;
  const to = singularOf.get(word.lower);
  if (to !== undefined) {
    if (word.lower === 'do' && words[at + 1]?.lower !== 'not') return undefined;
    return { at, to };
  }
  const verb = forms.verbOf.get(word.lower);
  if (isBareIng || verb?.base !== word.lower || word.tag !== 'VERB' || verb.past === verb.base)
    return undefined;
  if (forms.pasts.has(word.lower)) return undefined;
  const next = words[at + 1];
  const isNounToo = forms.pluralOf.has(word.lower);
  if (isNounToo && next?.follows && !/DET|PRON|ADP|PART|ADV/.test(next.tag)) return undefined;
  // “The support call the shop made”: a relative without its pronoun.
  if (
    isNounToo &&
    next?.follows &&
    /^(?:of|for|in|on|at|from|with|you|we|i|they|he|she|that|is|to)$/.test(next.lower)
  )
    return undefined;
  return { at, to: verb.third, confidence: isNounToo ? 0.65 : 0.75 };
}

function pronounBe(words: readonly Word[], at: number): Change | undefined {
  const subject = words[at];
  if (!subject || !/^(?:i|he|she|it|we|they)$/.test(subject.lower)) return undefined;
  const verb = words[pastAdverbs(words, at)];
  if (!verb?.follows) return undefined;
  const before = words[at - 1];
  const opens = at === 0 || (subject.follows && openers.has(before?.lower ?? ''));
  if (!opens || before?.lower === 'and') return undefined;
  const earlier = words.slice(0, at).map(({ lower }) => lower);
  const isUnreal = earlier.some((word) => unreal.has(word));
  const place = pastAdverbs(words, at);
  if (subject.token.text === 'I') {
    if (/^(?:is|are)$/.test(verb.lower)) return { at: place, to: 'am' };
    return verb.lower === 'were' && !isUnreal ? { at: place, to: 'was' } : undefined;
  }
  if (/^(?:he|she|it)$/.test(subject.lower)) {
    if (verb.lower === 'are' && !earlier.includes('with')) return { at: place, to: 'is' };
    return verb.lower === 'were' && !isUnreal ? { at: place, to: 'was' } : undefined;
  }
  if (/^(?:we|they)$/.test(subject.lower) && place > at + 1) {
    if (verb.lower === 'is') return { at: place, to: 'are' };
    if (verb.lower === 'was') return { at: place, to: 'were' };
  }
  return undefined;
}

const oneThing = setOf(
  'news means series politics economics mathematics physics ethics athletics gymnastics headquarters works species crossroads barracks diabetes measles minutes hours days weeks months years dollars pounds miles times always perhaps plus less',
);

function thereWas(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const verb = words[at];
  if (!/^(?:is|was)$/.test(verb?.lower ?? '') || words[at - 1]?.lower !== 'there' || !verb?.follows)
    return undefined;
  let noun = at + 1;
  if (words[noun]?.lower === 'no') noun += 1;
  while (words[noun]?.follows && words[noun]?.tag === 'ADJ') noun += 1;
  const word = words[noun];
  const next = words[noun + 1];
  if (!word?.follows || word.tag !== 'NOUN' || word.token.text !== word.lower) return undefined;
  if (
    !forms.singularOf.has(word.lower) ||
    forms.pluralOf.has(word.lower) ||
    oneThing.has(word.lower)
  )
    return undefined;
  if (next?.follows && /NOUN|PROPN/.test(next.tag)) return undefined;
  return { at, to: verb.lower === 'is' ? 'are' : 'were' };
}
