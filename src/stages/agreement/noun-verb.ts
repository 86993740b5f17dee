import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Nouns with the verb that they are written for, and the other way round. */
export const nounVerb: readonly FormRule[] = [
  {
    rule: 'noun-for-verb',
    description: 'A noun where its verb is due: “we would advice you”',
    reason: 'Here a verb is due.',
    confidence: 0.88,
    find: nounForVerb,
  },
  {
    rule: 'verb-for-noun',
    description: 'A verb where its noun is due: “my strong believe”',
    reason: 'Here a noun is due.',
    confidence: 0.85,
    find: verbForNoun,
  },
  {
    rule: 'effect-for-affect',
    description: '“effect” where something is acted on, “affect” where it is what comes of it',
    reason: 'To affect something is to act on it; the effect is what comes of it.',
    confidence: 0.88,
    find: effectOrAffect,
  },
];

/** Each noun with its verb; the nouns are hardly ever verbs themselves. */
const verbOfNoun: ReadonlyMap<string, string> = new Map(
  `advice advise|advices advises|belief believe|beliefs believes|breath breathe|breaths breathes|intent intend|intents intends
  emphasis emphasize|complaint complain|complaints complains|response respond|responses responds|success succeed|analysis analyze
  proof prove|relief relieve|grief grieve|growth grow|speech speak|choice choose|arrival arrive|decision decide|behavior behave
  behaviour behave|knowledge know|loss lose|solution solve|application apply|explanation explain|improvement improve`
    .split(/[|\n]\s*/u)
    .map((pair) => pair.trim().split(' '))
    .map(([noun = '', verb = '']): [string, string] => [noun, verb]),
);

const directly = setOf(
  "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't don't doesn't didn't let's",
);
const persons = setOf('i you we they');
const between = setOf('always never really just only also strongly often still fully truly not');

function nounForVerb(words: readonly Word[], at: number): Change | undefined {
  const word = words[at];
  const to = verbOfNoun.get(word?.lower ?? '');
  if (!word || to === undefined || !word.follows || word.token.text !== word.lower)
    return undefined;
  let before = at - 1;
  while (words[before]?.follows && between.has(words[before]?.lower ?? '')) before -= 1;
  const governor = words[before]?.lower ?? '';
  const next = words[at + 1];
  const isThird = to.endsWith('s') && !word.lower.endsWith('ss');
  if (isThird) return /^(?:he|she|who)$/.test(governor) ? { at, to } : undefined;
  // “Your will power”, “the can response”: a determiner makes these nouns.
  if (directly.has(governor)) {
    // “Should intent matter?”, “the can response”: a question or a determiner makes it a noun.
    const isAlone = before === 0 || words[before - 1]?.tag === 'DET';
    return isAlone ? undefined : { at, to };
  }
  const hasObject = next?.follows === true && /^(?:DET|PRON)$/.test(next.tag);
  if (governor === 'to' && hasObject && before === at - 1) return { at, to };
  if (!persons.has(governor)) return undefined;
  // “The help they need”: only an object or a clause shows that it is the verb.
  const opens =
    before === 0 || !words[before]?.follows || openers.has(words[before - 1]?.lower ?? '');
  return opens && (hasObject || /^(?:to|that|in|about|with)$/.test(next?.lower ?? ''))
    ? { at, to }
    : undefined;
}

const openers = setOf('if what that when as because and but how why which since');

const nounOfVerb: ReadonlyMap<string, string> = new Map(
  [...verbOfNoun]
    .filter(([noun, verb]) => !/s$/.test(verb) || /ss$/.test(noun))
    .filter(([, verb]) => !/^(?:know|think|behave|speak|solve|apply|improve|lose|grow)$/.test(verb))
    .map(([noun, verb]) => [verb, noun]),
);
const owners = setOf('a an the my your his its our their no another');

function verbForNoun(words: readonly Word[], at: number): Change | undefined {
  const word = words[at];
  const to = nounOfVerb.get(word?.lower ?? '');
  if (!word?.follows || to === undefined || word.token.text !== word.lower) return undefined;
  const before = words[at - 1];
  const isOwned = owners.has(before?.lower ?? '');
  const isModified =
    before?.tag === 'ADJ' && before.follows && owners.has(words[at - 2]?.lower ?? '');
  return isOwned || isModified ? { at, to } : undefined;
}

/** What is effected: brought about. */
const broughtAbout =
  /^(?:changes?|repairs?|transitions?|cures?|escapes?|rescues?|payments?|entry|service|reforms?|sales?|purchases?|compromise|release|purposes?|arrests?|.*(?:olution|saction|ciliation|orm|sfer|oval|awal|version|mination|trictions?|stration|bution|ection|ication|oration|ellation|lement|ovement|endment|ayment|ansion|eduction|xchange|djustment|onveyance|ssignment|erger|esign|ition|ancy|ery))s?$/;
const compounds = setOf(
  'sound ripple snowball greenhouse side domino placebo primary opposite special ill',
);

function effectOrAffect(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const word = words[at];
  const lower = word?.lower ?? '';
  if (word?.token.text !== lower || !word.follows) return undefined;
  if (/^affects?$/.test(lower)) return affectForEffect(words, at);
  if (!/^effect(?:s|ed)?$/.test(lower)) return undefined;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!before || !next?.follows) return undefined;
  const ahead = words.slice(at + 1, at + 5);
  const stop = ahead.findIndex((other, index) => index > 0 && !other.follows);
  const object = stop < 0 ? ahead : ahead.slice(0, stop);
  if (object.some((other) => broughtAbout.test(other.lower))) return undefined;
  if (!/DET|PRON|NOUN|ADJ|PROPN|NUM/.test(next.tag) || next.lower === 'that') return undefined;
  const to = lower.replace('e', 'a');
  const isVerb = directly.has(before.lower) || before.lower === 'to' || /ly$/.test(before.lower);
  if (lower === 'effect' && isVerb) return { at, to };
  const isPlural = forms.singularOf.has(before.lower) && !forms.pluralOf.has(before.lower);
  const isOwned = /^(?:the|my|your|his|her|its|our|their|us|them|me|him|you)$/.test(next.lower);
  if (
    lower === 'effect' &&
    (isPlural || before.lower === 'often') &&
    (isOwned || next.tag === 'NOUN')
  )
    return { at, to };
  if (lower === 'effected' && /^(?:has|have|had|been|'ve)$|['’]ve$/.test(before.lower) && isOwned)
    return { at, to, confidence: 0.75 };
  return undefined;
}

function affectForEffect(words: readonly Word[], at: number): Change | undefined {
  const [before, next] = [words[at - 1], words[at + 1]];
  const lower = words[at]?.lower ?? '';
  const to = lower.replace('a', 'e');
  const isCause = before?.lower === 'and' && words[at - 2]?.lower === 'cause';
  const ends = !next?.follows;
  const isNoun =
    /^(?:a|an|the|no|any|some|its|their)$/.test(before?.lower ?? '') ||
    (before?.tag === 'ADJ' && before.follows) ||
    compounds.has(before?.lower ?? '');
  if (isCause) return { at, to };
  if (
    !isNoun ||
    /^(?:flat|blunted|blunt|labile|positive|negative|restricted)$/.test(before?.lower ?? '')
  )
    return isNoun && next?.lower === 'on' ? { at, to } : undefined;
  const goesOn = /^(?:of|on|upon|is|was|were|are|remains|than|that|in|across|has|had)$/.test(
    next?.lower ?? '',
  );
  return ends || goesOn || compounds.has(before?.lower ?? '') ? { at, to } : undefined;
}
