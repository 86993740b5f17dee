import { opensSentence, type Passage, type Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** Commas after words that belong to what follows: `such as,` `Although,` `because,` `the,`. */
export function* needlessCommas({ tokens }: Passage): Iterable<PassageRemark> {
  for (let index = 1; index < tokens.length - 2; index += 1) {
    const comma = tokens[index];
    if (comma?.text !== ',' || tokens[index + 1]?.kind !== 'space') continue;
    const confidence = confidenceAt(tokens, index);
    const word = tokens[index - 1];
    if (confidence === 0 || !word) continue;
    yield {
      rule: 'needless-comma',
      span: { start: word.span.start, end: comma.span.end },
      message: `“${word.text}” belongs to what follows, so no comma parts them.`,
      expected: [word.text],
      confidence,
    };
  }
}

/** A second comma soon after shows that something is put in between: `although, as we know, it …`. */
const insertionTokensMax = 24;

function confidenceAt(tokens: readonly Token[], comma: number): number {
  const word = tokens[comma - 1]?.lower ?? '';
  if (tokens[comma + 2]?.kind !== 'word') return 0;
  const next = tokens[comma + 2]?.lower ?? '';
  if (closesSoon(tokens, comma)) return 0;
  if (word === 'as' && tokens[comma - 3]?.lower === 'such') return 0.8;
  if (
    word === 'although' &&
    (opensSentence(tokens, comma - 1) || tokens[comma - 2]?.kind === 'space')
  )
    return isOf('determiner', next) || isOf('subject', next) ? 0.85 : 0.7;
  if (word === 'because' && (isOf('subject', next) || isOf('determiner', next))) return 0.75;
  return 0;
}

function closesSoon(tokens: readonly Token[], comma: number): boolean {
  const { sentence } = tokens[comma] ?? {};
  for (let at = comma + 1; at <= comma + insertionTokensMax; at += 1) {
    if (tokens[at]?.sentence !== sentence) return false;
    if (/^[,—–-]$/u.test(tokens[at]?.text ?? '')) return true;
  }
  return false;
}
