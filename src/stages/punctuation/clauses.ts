import type { Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** The words of the clause before the one at `index`, the nearest first, back to a mark or the start of the sentence. */
export function wordsBefore(tokens: readonly Token[], index: number): readonly string[] {
  const words: string[] = [];
  const { sentence } = tokens[index] ?? {};
  for (let at = index - 1; at >= 0 && tokens[at]?.sentence === sentence; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' || token?.kind === 'opaque') break;
    if (token?.kind === 'word') words.push(token.lower);
    if (words.length >= clauseWordsMax) break;
  }
  return words;
}

/** Further back nothing is looked at, so that a list of thousands of words costs no more than it is long. */
const clauseWordsMax = 40;

/** Whether a word is a verb that can carry a clause, as far as its form shows. */
export function carriesClause(word: string): boolean {
  return (
    ['modal', 'auxiliary', 'be', 'have', 'past'].some((name) => isOf(name, word)) ||
    verbForms.has(word)
  );
}

const verbForms = new Set(
  `went came saw got took thought knew felt told found heard left made ran said gave kept began wrote wanted think know
  want need feel like love hope believe`.split(/\s+/u),
);

/** A remark that puts a comma after a word. */
export function commaAfter(word: Token, rule: string, message: string): PassageRemark {
  return { rule, span: word.span, message, expected: [`${word.text},`] };
}

/** A pronoun with its verb in one word: “it’s”, “I’d”, “there’s”. */
export function isClauseInOne(word: string): boolean {
  return /^(?:i|you|he|she|it|we|they|there|that)'(?:s|m|re|ve|ll|d)$/.test(word);
}
