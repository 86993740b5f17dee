import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { carriesClause, commaAfter, isClauseInOne, wordsBefore } from './clauses.ts';

/** A shorter clause needs no comma after it. */
const clauseWordsMin = 4;

/** Where the comma is a matter of taste in British prose, it is only mentioned. */
const confidenceInBritain = 0.45;

const subjects = new Set(['i', 'he', 'she', 'we', 'they', 'it', 'there', 'you']);

/** These show that what follows the conjunction is governed by an earlier word, or that it contrasts only a part. */
const governing =
  /^(?:not|all|nothing|anything|none|nobody|no|if|when|that|because|what|whether|both|either|until|before|after|while|where|who)$/;

/** `I went home and she stayed`: two clauses with a subject each, and no comma between. */
export function* conjunctionCommas(
  { tokens }: Passage,
  { settings }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, { kind, lower }] of tokens.entries()) {
    if (kind !== 'word' || !/^(?:but|and|or|so)$/.test(lower)) continue;
    const before = tokens[wordBefore(tokens, index)];
    if (!before || before.lower === 'he' || !startsClause(tokens, index)) continue;
    const clause = wordsBefore(tokens, index);
    if (clause.length < clauseWordsMin || !clause.some(showsClause)) continue;
    if (clause.some((word) => governing.test(word) && !(lower === 'so' && word === 'that')))
      continue;
    const mild = settings.dialect !== 'en-US' && lower !== 'but';
    yield {
      ...commaAfter(
        before,
        `comma-before-${lower === 'or' ? 'and' : lower}`,
        `A comma belongs before “${lower}” when a new clause follows.`,
      ),
      ...(mild ? { confidence: confidenceInBritain } : {}),
    };
  }
}

/** A verb, or a form of a pronoun that is always a subject and so has a verb. */
function showsClause(word: string): boolean {
  return carriesClause(word) || /^(?:i|he|she|we|they)$/.test(word);
}

/** A subject with its verb; “so they can” tells a purpose and is no new clause. */
function startsClause(tokens: readonly Token[], index: number): boolean {
  const subject = wordAfter(tokens, index);
  if (isClauseInOne(tokens[subject]?.lower ?? '')) return tokens[index]?.lower !== 'or';
  if (!subjects.has(tokens[subject]?.lower ?? '')) {
    if (tokens[index]?.lower === 'or') return false;
    return (
      startsNounClause(tokens, subject, tokens[index]?.lower === 'but') ||
      (linking.has(tokens[subject]?.lower ?? '') &&
        subjects.has(tokens[wordAfter(tokens, subject)]?.lower ?? ''))
    );
  }
  const verb = tokens[wordAfter(tokens, subject)]?.lower ?? '';
  if (
    tokens[index]?.lower === 'so' &&
    /^(?:can|could|will|would|may|might|don't|do|won't|cannot)$/.test(verb) &&
    !(tokens[subject]?.lower === 'i' && /^(?:will|would|don't|do)$/.test(verb))
  )
    return false;
  return carriesClause(verb) || (isOf('base', verb) && tokens[subject]?.lower !== 'you');
}

/** “and now he”, “but then she”. */
const linking = new Set('then now maybe perhaps unfortunately suddenly finally also'.split(' '));

function isFiniteVerb(word: string): boolean {
  return (
    /^(?:do|does|did|have|has|had)$/.test(word) ||
    isOf('modal', word) ||
    (isOf('be', word) && word !== 'being' && word !== 'been')
  );
}

const determiners = new Set(
  'the this that these those my your his her its our their a an'.split(' '),
);

/** `but the train was late`: a determiner, a noun and its verb, with at most two words between. */
function startsNounClause(tokens: readonly Token[], at: number, contrasts: boolean): boolean {
  const first = tokens[at]?.lower ?? '';
  if (/^(?:when|if|because|unfortunately)$/.test(first)) return true;
  if (!determiners.has(first)) return false;
  const least = /^th(?:at|is|ese|ose)$/.test(first) ? 0 : 1;
  let word = at;
  for (let count = 0; count < 4; count += 1) {
    word = wordAfter(tokens, word);
    const { lower = '' } = tokens[word] ?? {};
    if (isOf('preposition', lower) || /^(?:|to|which|that|who)$/.test(lower)) return false;
    // “… and a strongly marked accent”: only a contrast makes a clause of a form in -ed.
    const isVerb = contrasts ? carriesClause(lower) : isFiniteVerb(lower);
    if (count >= least && isVerb) return true;
  }
  return false;
}
