import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Verbs in a form that the words before them do not take. */
export const verbPlaces: readonly FormRule[] = [
  {
    rule: 'past-for-participle',
    description: 'A past where a participle is due: “it is wrote”, “was took”',
    reason: 'After “be” the passive takes the participle.',
    confidence: 0.85,
    find: afterBe,
  },
  {
    rule: 'head-noun-verb',
    description: 'A verb that goes with the nearest noun: “The price of the tickets are high”',
    reason: 'The subject is the noun before “of”.',
    confidence: 0.75,
    find: headNoun,
  },
  {
    rule: 'form-after-let',
    description: 'A form after “let me” or “made him”: “let me went”, “made them to cry”',
    reason: 'After “let” and “make” the verb stands in its plain form, without “to”.',
    confidence: 0.85,
    find: afterLet,
  },
  {
    rule: 'infinitive-after-adjective',
    description: 'No “to” after an adjective: “it is easy understand”, “difficult for find”',
    reason: 'After the adjective the verb takes “to”.',
    confidence: 0.8,
    find: afterAdjective,
  },
  {
    rule: 'to-after-modal',
    description: '“to” after a verb that takes none: “must to go”, “could not to come”',
    reason: 'After this verb the next one stands without “to”.',
    confidence: 0.88,
    find: afterModal,
  },
  {
    rule: 'question-inside',
    description: 'The order of a question inside a sentence: “I know what is it”',
    reason: 'Inside a sentence the subject comes before its verb.',
    confidence: 0.75,
    find: questionInside,
  },
];

/** Heads that take the number of what they are of, or either. */
const eitherNumber = setOf(
  `number majority minority lot rest variety range group series pair couple percent half part most some all any none set type types kind kinds sort
  sorts bulk mass host team family crew crowd collection population percentage proportion fraction total amount share remainder handful dozen`,
);
const singularVerbs: ReadonlyMap<string, string> = new Map([
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
]);
const pluralVerbs: ReadonlyMap<string, string> = new Map(
  [...singularVerbs].map(([several, one]) => [one, several]),
);

/** `The price of the tickets are high`: the verb goes with the nearest noun, not with its subject. */
function headNoun(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const verb = words[at];
  const to = singularVerbs.get(verb?.lower ?? '') ?? pluralVerbs.get(verb?.lower ?? '');
  if (!verb?.follows || to === undefined || at < 4) return undefined;
  const of = words.findIndex(({ lower }, place) => lower === 'of' && place > 0 && place < at - 1);
  const [head, near] = [words[of - 1], words[at - 1]];
  if (of < 2 || at - of > 4 || of > 4 || !head?.follows || !near) return undefined;
  if (!determiners.has(words[0]?.lower ?? '') || eitherNumber.has(head.lower)) return undefined;
  if (
    words
      .slice(1, at)
      .some(({ follows, lower }) => !follows || /^(?:and|or|that|which|who)$/.test(lower))
  )
    return undefined;
  const isPluralVerb = singularVerbs.has(verb.lower);
  const [one, several] = isPluralVerb ? [head, near] : [near, head];
  const isOne = forms.pluralOf.has(one.lower) && !forms.singularOf.has(one.lower);
  const isSeveral = forms.singularOf.has(several.lower) && !forms.pluralOf.has(several.lower);
  if (!isOne || !isSeveral || head.tag !== 'NOUN') return undefined;
  const inner = words.slice(1, of - 1);
  return inner.every(({ tag }) => /ADJ|NOUN|NUM/.test(tag)) ? { at, to } : undefined;
}

const determiners = setOf('the my your his her its our their this that these those');

const beForms = setOf("is are was were been being be isn't aren't wasn't weren't it's");

/** Pasts that are other words too, or that stand for participles in older English. */
const otherwise = setOf(
  'found wound lay fell felt saw left bore shot bit spat lit sat hung struck got forgot drunk beat bid rid split spoke woke awoke broke',
);

function afterBe(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  if (!word?.follows || word.token.text !== word.lower || otherwise.has(word.lower))
    return undefined;
  const place = /^(?:not|also|always|first|never)$/.test(words[at - 1]?.lower ?? '')
    ? at - 2
    : at - 1;
  if (!beForms.has(words[place]?.lower ?? '')) return undefined;
  const verb = forms.verbOf.get(word.lower);
  if (!verb || verb.past !== word.lower || verb.past === verb.participle || verb.past === verb.base)
    return undefined;
  if (/ed$/.test(verb.past) || forms.pluralOf.has(word.lower)) return undefined;
  return { at, to: verb.participle };
}

const lets = setOf('let lets letting');
const makes = setOf('make makes made making');
const objects = setOf('me him us them you people');

function afterLet(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  if (!word?.follows) return undefined;
  const object = words[at - 1];
  if (object?.lower === 'to') {
    const governor = words[at - 3]?.lower ?? '';
    const isCaused = makes.has(governor) || lets.has(governor);
    if (!isCaused || !objects.has(words[at - 2]?.lower ?? '') || !object.follows) return undefined;
    if (forms.verbOf.get(word.lower)?.base !== word.lower) return undefined;
    return { at, from: at - 1, to: word.lower };
  }
  if (!object || !objects.has(object.lower)) return undefined;
  const governor = words[at - 2]?.lower ?? '';
  const verb = forms.verbOf.get(word.lower);
  if (!verb || verb.base === word.lower || !lets.has(governor)) return undefined;
  const isThird = verb.third === word.lower && !forms.singularOf.has(word.lower);
  if (!(verb.past === word.lower && forms.pasts.has(word.lower)) && !isThird) return undefined;
  return word.lower === 'left' || word.lower === 'known' ? undefined : { at, to: verb.base };
}

const adjectives = setOf(
  'easy difficult hard important necessary possible impossible easier harder interesting useful',
);

function afterAdjective(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const word = words[at];
  const before = words[at - 1];
  if (!word?.follows || !before?.follows) return undefined;
  if (before.lower === 'for' && adjectives.has(words[at - 2]?.lower ?? '')) {
    if (forms.verbOf.get(word.lower)?.base !== word.lower || forms.pluralOf.has(word.lower))
      return undefined;
    return word.tag === 'VERB' ? { at, from: at - 1, to: `to ${word.lower}` } : undefined;
  }
  if (!adjectives.has(before.lower) || forms.pluralOf.has(word.lower)) return undefined;
  if (forms.verbOf.get(word.lower)?.base !== word.lower) return undefined;
  const governor = words[at - 2]?.lower ?? '';
  const isSaid = /^(?:is|was|be|it's|very|more|so|not)$/.test(governor);
  return isSaid && word.tag === 'VERB' ? { at, to: `to ${word.lower}` } : undefined;
}

/** Not “can” and “will”: “do what you can to help”, “the will to live”. */
const modals = setOf("must should would cannot can't couldn't mustn't shouldn't won't wouldn't");
const negatable = setOf('can could must should would will may might');

function afterModal(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const to = words[at - 1];
  if (!word?.follows || to?.lower !== 'to' || !to.follows) return undefined;
  const before = words[at - 2]?.lower ?? '';
  const isNegated = before === 'not' && negatable.has(words[at - 3]?.lower ?? '');
  if (!isNegated && !modals.has(before)) return undefined;
  if (forms.verbOf.get(word.lower)?.base !== word.lower && word.lower !== 'be') return undefined;
  return { at, from: at - 1, to: word.lower };
}

const askers = setOf(
  'know knows knew understand understands wonder wonders wondered explain explains explained see tell remember learn decide',
);
const askWords = setOf('what how why where when who');
const subjects = setOf('it he she they we you i');

/** `I do not know what is it`: turned round when the sentence is no question itself. */
function questionInside(words: readonly Word[], at: number): Change | undefined {
  const subject = words[at];
  if (!subject || !subjects.has(subject.lower)) return undefined;
  const [ask, verb] = [words[at - 2], words[at - 1]];
  if (!subject.follows || !verb?.follows || !ask?.follows || !askWords.has(ask.lower))
    return undefined;
  if (!/^(?:is|are|was|were|can|could|should)$/.test(verb.lower)) return undefined;
  const governor = words[at - 3]?.lower ?? '';
  const isTold =
    objects.has(governor) && /^(?:tell|told|show|ask|asked)$/.test(words[at - 4]?.lower ?? '');
  if (!askers.has(governor) && !isTold) return undefined;
  if (ask.lower === 'how' && subject.lower === 'you') return undefined;
  if (words[at + 1]?.lower === 'that') return undefined;
  const written = subject.lower === 'i' ? 'I' : subject.lower;
  return { at, from: at - 1, to: `${written} ${verb.lower}` };
}
