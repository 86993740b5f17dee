import {
  opensSentence,
  type Passage,
  type Token,
  wordAfter,
  wordBefore,
} from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { carriesClause, commaAfter, wordsBefore } from './clauses.ts';

/** Commas before what only adds to the word before it. */
export function* relativeCommas(
  { tokens }: Passage,
  { settings }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, { kind, lower }] of tokens.entries()) {
    if (kind !== 'word') continue;
    const place = wordBefore(tokens, index);
    const before = tokens[place];
    if (!before) continue;
    if (lower === 'especially' && isAddition(tokens, index, before)) {
      yield commaAfter(
        before,
        'comma-before-addition',
        'A comma belongs before “especially”, which adds to what was said.',
      );
    } else if (
      lower === 'where' &&
      isPlace(tokens, place) &&
      isOf('subject', tokens[wordAfter(tokens, index)]?.lower ?? '')
    ) {
      yield commaAfter(
        before,
        'comma-before-which',
        'A comma belongs before “where” after the name of a place.',
      );
    } else if (lower === 'who' && isFullName(tokens, place) && hasVerb(tokens, index)) {
      yield commaAfter(
        before,
        'comma-before-who',
        'A comma belongs before “who” after a full name: it adds, and does not say which one.',
      );
    } else if (
      lower === 'which' &&
      settings.dialect === 'en-US' &&
      isRelative(tokens, index, before) &&
      !isLimited(tokens, index)
    ) {
      yield {
        ...commaAfter(
          before,
          'comma-before-which',
          'American usage has a comma before “which”, or “that” instead of it.',
        ),
        ...confidenceBehind(tokens, place),
      };
    }
  }
}

/** Behind “Syria” and “this era” the clause can only add: what is meant is known already. */
function confidenceBehind(
  tokens: readonly Token[],
  place: number,
): Pick<PassageRemark, 'confidence'> {
  if (/^\p{Lu}/u.test(tokens[place]?.text ?? '') && !opensSentence(tokens, place)) {
    return { confidence: behindName };
  }
  const [nearest = '', farther = ''] = wordsBefore(tokens, place);
  const isKnown = pointing.test(nearest) || (pointing.test(farther) && isContent(nearest));
  return isKnown ? { confidence: behindKnown } : {};
}

const behindName = 0.7;
const behindKnown = 0.75;

const pointing = /^(?:this|these|my|your|his|her|our|their)$/;

/** `any product which has been repaired`: the clause says which one, so no comma parts it. */
function isLimited(tokens: readonly Token[], index: number): boolean {
  return wordsBefore(tokens, index)
    .slice(1, 4)
    .some((word) =>
      /^(?:any|such|each|every|no|all|some|those|only|same|first|last|other)$/.test(word),
    );
}

function isAddition(tokens: readonly Token[], index: number, before: Token): boolean {
  const next = tokens[wordAfter(tokens, index)]?.lower ?? '';
  return (
    /^(?:if|when|in|for|since|with|the|those|as|because|at|on)$/.test(next) &&
    isContent(before.lower) &&
    // “written especially for you” says for whom, and adds nothing.
    !(next === 'for' && isDone(before.lower))
  );
}

function isDone(word: string): boolean {
  return isOf('past', word) || isOf('participle', word);
}

function isPlace(tokens: readonly Token[], place: number): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(tokens[place]?.text ?? '') && !opensSentence(tokens, place);
}

/** `Grant Wilson who wrote it`: two names in a row behind nothing that would make a class of them. */
function isFullName(tokens: readonly Token[], place: number): boolean {
  const first = wordBefore(tokens, place);
  if (!isPlace(tokens, place) || !/^\p{Lu}\p{Ll}+$/u.test(tokens[first]?.text ?? '')) return false;
  const earlier = tokens[wordBefore(tokens, first)];
  return (
    !opensSentence(tokens, first) &&
    !isOf('plural', tokens[place]?.lower ?? '') &&
    !/^(?:the|a|an|any|those|every|other|many|some|no|and|or)$/.test(earlier?.lower ?? '') &&
    !/^\p{Lu}/u.test(earlier?.text ?? '')
  );
}

function hasVerb(tokens: readonly Token[], index: number): boolean {
  return carriesClause(tokens[wordAfter(tokens, index)]?.lower ?? '');
}

/** After “which” comes its verb, so that “I do not know which is right” stays. */
function isRelative(tokens: readonly Token[], index: number, before: Token): boolean {
  const next = tokens[wordAfter(tokens, index)]?.lower ?? '';
  return (
    /^(?:is|was|are|were|has|have|had|will|would|means|meant|makes|made)$/.test(next) &&
    isContent(before.lower) &&
    !asking.test(before.lower)
  );
}

const asking =
  /^(?:me|us|him|her|them|you|know|knows|see|show|shows|decide|determine|tell|tells|ask|those|that|one|ones|something|anything|nothing|everything|along|after|idea|matter|regardless|things|thing)$/;

function isContent(word: string): boolean {
  return (
    !['preposition', 'be', 'have', 'modal', 'auxiliary', 'determiner', 'adverb'].some((name) =>
      isOf(name, word),
    ) && !/^(?:and|or|but|not|so|to|as|is|than|more|most)$/.test(word)
  );
}
