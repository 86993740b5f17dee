import { isTitle } from '../../core/document.ts';
import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** What ends a sentence and is not there, or is the wrong mark. */
export function* missingEnds(passage: Passage, context: PassageContext): Iterable<PassageRemark> {
  if (isTitle(passage.block) || passage.block.kind === 'table-cell') return;
  const stop = missingFullStop(passage, context);
  if (stop) yield stop;
  for (const sentence of sentencesOf(passage.tokens)) {
    const remark = missingQuestionMark(sentence);
    if (remark) yield remark;
  }
}

/** Fewer words may be a signature, a label or a fragment that needs no stop. */
const lastSentenceWordsMin = 5;

function missingFullStop(
  { block, tokens }: Passage,
  { passages }: PassageContext,
): PassageRemark | undefined {
  const last = tokens.at(-1);
  if (block.kind !== 'paragraph' || last?.kind !== 'word' || !/^\p{Ll}{2,}$/u.test(last.text))
    return undefined;
  if (tokens.some(({ text }) => text.includes('\n')) || passages.length === 0) return undefined;
  if (leadsOn(last.lower)) return undefined;
  const own = tokens.filter((token) => token.sentence === last.sentence);
  const first = own[0];
  if (!first || first === tokens[0] || !/^\p{Lu}/u.test(first.text)) return undefined;
  if (own.filter((token) => token.kind === 'word').length < lastSentenceWordsMin) return undefined;
  const before = tokens.slice(0, tokens.indexOf(first)).findLast(({ kind }) => kind !== 'space');
  if (before?.text !== '.') return undefined;
  return {
    rule: 'missing-full-stop',
    span: last.span,
    message: 'The last sentence has no full stop; the ones before it have.',
    expected: [`${last.text}.`],
  };
}

/** A paragraph that breaks off ("through the") goes on in something that was left out. */
function leadsOn(word: string): boolean {
  return (
    ['preposition', 'determiner', 'be', 'have', 'modal', 'auxiliary'].some((name) =>
      isOf(name, word),
    ) || /^(?:and|or|but|that|which|following)$/.test(word)
  );
}

function* sentencesOf(tokens: readonly Token[]): Iterable<readonly Token[]> {
  let from = 0;
  for (let index = 1; index <= tokens.length; index += 1) {
    if (index < tokens.length && tokens[index]?.sentence === tokens[from]?.sentence) continue;
    yield tokens.slice(from, index);
    from = index;
  }
}

const askers = new Set(['how', 'why', 'where', 'when', 'what', 'who']);
const tags = /^(?:isn|aren|wasn|weren|don|doesn|didn|won|can|couldn|wouldn|shouldn|haven|hasn)'t$/;

/** “How do you know.”, “Do you agree.”, “It works, doesn't it.” */
function missingQuestionMark(sentence: readonly Token[]): PassageRemark | undefined {
  const body = sentence.findLastIndex(({ kind }) => kind !== 'space');
  const stop = sentence[body];
  if (stop?.text !== '.') return undefined;
  const words = sentence
    .slice(0, body)
    .filter(({ kind }) => kind === 'word')
    .map(({ lower }) => lower);
  if (words.length < 4 || sentence.some(({ text }) => /^["“”‘'’:;—]/u.test(text))) return undefined;
  const asked = isQuestion(words) || isTagQuestion(sentence.slice(0, body));
  return asked
    ? {
        rule: 'missing-question-mark',
        span: stop.span,
        message: 'This reads as a question, but it ends with a full stop.',
        expected: ['?'],
      }
    : undefined;
}

function isQuestion(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words;
  const subject = (word: string) =>
    isOf('subject', word) || ['this', 'that', 'there', 'these', 'those'].includes(word);
  if (/^(?:do|does|did)$/.test(first)) return isOf('subject', second) && second !== 'it';
  if (/^(?:are|have|can|could|would|will)$/.test(first)) return second === 'you' && third !== 'to';
  if (/^(?:is|are)$/.test(first)) return second === 'there' && /^(?:any|a|an)$/.test(third);
  if (!askers.has(first)) return false;
  if (/^(?:do|does|did)$/.test(second)) return isOf('subject', third) || isOf('article', third);
  if (/^(?:can|could|would|should)$/.test(second))
    return subject(third) && first !== 'when' && first !== 'what';
  return (
    /^(?:are|is|was|were)$/.test(second) &&
    isOf('subject', third) &&
    first !== 'what' &&
    first !== 'when'
  );
}

function isTagQuestion(sentence: readonly Token[]): boolean {
  const [comma, , verb, , subject] = sentence.slice(-5);
  return (
    comma?.text === ',' && tags.test(verb?.lower ?? '') && isOf('subject', subject?.lower ?? '')
  );
}
