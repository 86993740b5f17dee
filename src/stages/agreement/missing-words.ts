import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Small words that are missing before a verb, and forms in -ing that a word before asks for. */
export const missingWords: readonly FormRule[] = [
  {
    rule: 'missing-to-before-verb',
    description: '“to” that is missing after “meant”, “refused”, “allowed me”',
    reason: 'The verb that follows takes “to”.',
    confidence: 0.82,
    find: missingTo,
  },
  {
    rule: 'ing-for-infinitive',
    description: 'An infinitive where a form in -ing is due: “enjoy to run”, “worth to try”',
    reason: 'What stands before takes a form in -ing.',
    confidence: 0.85,
    find: ingForInfinitive,
  },
  {
    rule: 'infinitive-for-ing',
    description: 'A form in -ing after “want to”, “afford”: “prefer to changing”',
    reason: 'What stands before takes an infinitive.',
    confidence: 0.85,
    find: infinitiveForIng,
  },
  {
    rule: 'missing-be',
    description: 'A form of “be” that is missing: “I looking for it”',
    reason: 'A form in -ing needs a form of “be” to be the verb of a sentence.',
    confidence: 0.8,
    find: missingBe,
  },
];

const takesTo = setOf(
  'meant agreed forgot refused trying tried hoping hoped planning planned promised managed failed intend intends intended attempted attempting eager inclined willing resolved afford wants wanted decided ready',
);
const takesObject = setOf(
  'allow allows allowed allowing enable enables enabled force forces forced encourage encourages encouraged invite invited persuade persuaded convince convinced taught expect expected permit permits permitted',
);
const objects = setOf('me him us them you');

function missingTo(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const before = words[at - 1];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word?.follows || !before || verb?.base !== word.lower || word.tag !== 'VERB')
    return undefined;
  if (word.token.text !== word.lower || forms.pasts.has(word.lower)) return undefined;
  const isNounToo = forms.pluralOf.has(word.lower);
  const next = words[at + 1];
  const hasObject = next?.follows === true && /DET|PRON|PROPN|ADV|PART/.test(next.tag);
  if (takesTo.has(before.lower)) {
    if (
      isNounToo &&
      !hasObject &&
      !/^(?:call|finish|talk|meet|answer|start|help|work|play|travel|visit|study|change|return|move|stay)$/.test(
        word.lower,
      )
    )
      return undefined;
    return { at, to: `to ${word.lower}` };
  }
  const isObject =
    before.follows && objects.has(before.lower) && takesObject.has(words[at - 2]?.lower ?? '');
  if (!isObject || (isNounToo && !hasObject)) return undefined;
  return { at, to: `to ${word.lower}` };
}

const takesIng = setOf(
  'enjoy enjoys enjoyed dislike dislikes avoid avoids avoided finish finished consider considering suggest suggested practise worth accustomed imagine admit admitted keep',
);

function ingForInfinitive(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const word = words[at];
  const [governor, to] = [words[at - 2], words[at - 1]];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word?.follows || to?.lower !== 'to' || !to.follows || verb?.base !== word.lower)
    return undefined;
  const { lower = '' } = governor ?? {};
  if (/^(?:accustomed|devoted|dedicated|committed|opposed|addicted)$/.test(lower))
    return word.tag === 'VERB' && !forms.pluralOf.has(word.lower) && lower === 'accustomed'
      ? { at, to: verb.progressive }
      : undefined;
  if (lower === 'used') {
    const who = `${words[at - 4]?.lower ?? ''} ${words[at - 3]?.lower ?? ''}`;
    const isHabit = /^(?:i am|we are|you are)$/.test(who) || /(?:i'm|we're|you're)$/.test(who);
    return isHabit && word.tag === 'VERB'
      ? { at, to: verb.progressive, confidence: 0.7 }
      : undefined;
  }
  if (!takesIng.has(lower) || (forms.pluralOf.has(word.lower) && word.tag !== 'VERB'))
    return undefined;
  if (lower === 'consider' && !isPerson(words[at - 3])) return undefined;
  // “He is considered to be”, “recommended to”: the passive takes the infinitive.
  if (/^(?:considered|suggested|admitted)$/.test(lower) && /AUX/.test(words[at - 3]?.tag ?? ''))
    return undefined;
  return { at, from: at - 1, to: verb.progressive };
}

function isPerson(word: Word | undefined): boolean {
  return /^(?:i|you|we|they|i'm|we're)$/.test(word?.lower ?? '');
}

const wanting = setOf(
  'want wants wanted need needs needed prefer prefers decide decided able plan plans planned hope hopes hoped try tries tried allowed supposed',
);

function infinitiveForIng(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const word = words[at];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word?.follows || !verb || verb.progressive !== word.lower || word.tag !== 'VERB')
    return undefined;
  const [second, first] = [words[at - 1], words[at - 2]];
  if (second?.lower === 'to' && second.follows && wanting.has(first?.lower ?? ''))
    return { at, to: verb.base };
  const isNegated = second?.lower === 'not' && first?.lower === 'afford';
  return second?.lower === 'afford' || isNegated ? { at, to: `to ${verb.base}` } : undefined;
}

const openers = setOf(
  'because when if but while although that think so where since and what how why',
);
const beOf: Readonly<Record<string, string>> = {
  i: 'am',
  he: 'is',
  she: 'is',
  we: 'are',
  they: 'are',
  you: 'are',
};

function missingBe(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const subject = words[at - 1];
  const be = beOf[subject?.lower ?? ''];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word?.follows || !subject || be === undefined || verb?.progressive !== word.lower)
    return undefined;
  if (/^(?:being|having|including|regarding|nothing|something)$/.test(word.lower)) return undefined;
  if (forms.pluralOf.has(word.lower) && word.tag !== 'VERB') return undefined;
  const before = words[at - 2];
  const opens = at === 1 || (subject.follows && openers.has(before?.lower ?? ''));
  if (!opens) return undefined;
  // “What are you and I doing”, “what with him leaving and she crying”: an auxiliary came earlier.
  const earlier = words.slice(0, at - 1);
  if (earlier.some(({ tag, lower }) => tag === 'AUX' || lower === 'with')) return undefined;
  if (subject.lower === 'you' && at === 1) return undefined;
  return { at, to: `${be} ${word.lower}` };
}
