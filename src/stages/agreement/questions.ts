import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Questions, in which the auxiliary and the verb lie apart. */
export const questions: readonly FormRule[] = [
  {
    rule: 'verb-after-do',
    description: 'An inflected verb in a question: “Did the app worked?”',
    reason: '“Do” carries the tense and the person; the verb has its plain form.',
    confidence: 0.82,
    find: afterDo,
  },
  {
    rule: 'auxiliary-in-question',
    description: 'An auxiliary that does not agree with what follows: “What is you doing?”',
    reason: 'The auxiliary agrees with the subject behind it.',
    confidence: 0.88,
    find: auxiliary,
  },
];

const askers = setOf('what where why how when who which whom');
const subjectWordsMax = 5;

function afterDo(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const auxiliary = words[at];
  if (!auxiliary || !/^(?:do|does|did)$/.test(auxiliary.lower)) return undefined;
  if (at > 0 && !askers.has(words[at - 1]?.lower ?? '')) return undefined;
  let next = at + 1;
  while (
    next - at <= subjectWordsMax &&
    words[next]?.follows &&
    /DET|ADJ|NOUN|PROPN/.test(words[next]?.tag ?? '')
  )
    next += 1;
  const subject = words[next - 1];
  if (next < at + 2 || !/NOUN|PROPN/.test(subject?.tag ?? '')) return undefined;
  const word = words[next];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word?.follows || !verb || verb.base === word.lower || verb.progressive === word.lower)
    return undefined;
  if (word.tag !== 'VERB' || forms.singularOf.has(word.lower)) return undefined;
  if (/^(?:called|named|made|given|known|written)$/.test(word.lower)) return undefined;
  const after = words[next + 1];
  if (after?.follows && (after.lower === 'by' || after.tag === 'VERB')) return undefined;
  // “Did the people invited come?”: the verb comes later.
  const later = words
    .slice(next + 1)
    .some(
      (other) =>
        other.tag === 'VERB' &&
        forms.verbOf.get(other.lower)?.base === other.lower &&
        words[words.indexOf(other) - 1]?.lower !== 'to',
    );
  return later ? undefined : { at: next, to: verb.base };
}

const forPlural: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['does', 'do'],
  ["doesn't", "don't"],
  ["isn't", "aren't"],
  ["wasn't", "weren't"],
]);
const forSingular: ReadonlyMap<string, string> = new Map([
  ['are', 'is'],
  ['do', 'does'],
  ["don't", "doesn't"],
  ['have', 'has'],
  ["aren't", "isn't"],
]);

function auxiliary(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const subject = words[at + 1];
  if (!word || !subject?.follows) return undefined;
  const asker = words[at - 1];
  const isAsked = asker !== undefined && word.follows && at === 1 && askers.has(asker.lower);
  if (at > 0 && !isAsked) return undefined;
  if (/^(?:you|we|they)$/.test(subject.lower)) {
    if (word.lower === 'has') {
      const participle = forms.verbOf.get(words[at + 2]?.lower ?? '')?.participle;
      return participle === words[at + 2]?.lower ? { at, to: 'have' } : undefined;
    }
    // “Who is they?” may speak of the word.
    const to = asker?.lower === 'who' ? undefined : forPlural.get(word.lower);
    return to === undefined ? undefined : { at, to };
  }
  if (subject.lower === 'i') {
    return /^(?:is|are)$/.test(word.lower) ? { at, to: 'am' } : undefined;
  }
  if (!/^(?:he|she|it)$/.test(subject.lower)) return undefined;
  // “Do it once”, “Have it ready”: an order.
  if (at === 0 && subject.lower === 'it' && word.lower !== 'are') return undefined;
  const to = forSingular.get(word.lower);
  return to === undefined || asker?.lower === 'which' ? undefined : { at, to };
}
