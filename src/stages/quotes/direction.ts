import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

const elided = /^(?:tis|twas|em|til|cause|round|bout|n|\d0s)$/i;

/** Curly marks that face the wrong way, and the spaces that stand inside them. */
export function* turnedQuotes({ tokens }: Passage): Iterable<PassageRemark> {
  // German, Danish and others close with “ and open with ”.
  if (tokens.some(({ text }) => /[„«»]/u.test(text))) return;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const remark =
      token.kind === 'word'
        ? turnedInWord(token)
        : token.kind === 'mark'
          ? (turnedQuote(tokens, index) ??
            turnedElision(tokens, index) ??
            innerSpace(tokens, index))
          : undefined;
    if (remark) yield remark;
  }
}

function turnedInWord(token: Token): PassageRemark | undefined {
  const at = token.text.search(/(?<=\p{L})‘(?=\p{L})|^‘(?=\d0s$)|^‘(?=(?:tis|twas|em)$)/iu);
  return at < 0 ? undefined : turnedApostrophe(token.span.start + at);
}

/** `‘90s`, `‘tis` where the parser kept the mark apart, and no `’` closes it. */
function turnedElision(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const [before, mark, word, next] = [tokens[index - 1], ...tokens.slice(index, index + 3)];
  if (mark?.text !== '‘' || word?.kind !== 'word') return undefined;
  if (before?.kind === 'word' && /^(?:t|s|re|ve|ll|d|m)$/i.test(word.text)) {
    return turnedApostrophe(mark.span.start);
  }
  return elided.test(word.text) && next?.text !== '’'
    ? turnedApostrophe(mark.span.start)
    : undefined;
}

function turnedApostrophe(start: number): PassageRemark {
  return {
    rule: 'turned-apostrophe',
    span: { start, end: start + 1 },
    message: 'This is an apostrophe, and it faces the other way.',
    expected: ['’'],
  };
}

function turnedQuote(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const [before, mark, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!mark) return undefined;
  const closing = isInk(before) && isGap(after);
  const opening = isGap(before) && isInk(after);
  if (mark.text === '“' && closing) return turned(mark, '”');
  if (mark.text === '”' && opening) return turned(mark, '“');
  return undefined;
}

function isInk(token: Token | undefined): boolean {
  return token?.kind === 'word' || /^[.,!?]$/.test(token?.text ?? '');
}

function isGap(token: Token | undefined): boolean {
  return !token || token.kind === 'space';
}

function turned(mark: Token, expected: string): PassageRemark {
  return {
    rule: 'turned-quote',
    span: mark.span,
    message: 'This quotation mark faces the wrong way.',
    expected: [expected],
  };
}

/** `“ word` and `word ”`; curly marks tell what is inside, straight ones do not. */
function innerSpace(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const mark = tokens[index]?.text;
  const gap = mark === '“' ? tokens[index + 1] : mark === '”' ? tokens[index - 1] : undefined;
  const beyond = mark === '“' ? tokens[index + 2] : tokens[index - 2];
  const outside = mark === '“' ? tokens[index - 1] : tokens[index + 1];
  if (gap?.kind !== 'space' || gap.text !== ' ' || !isInk(beyond)) return undefined;
  if (mark === '”' && isInk(outside) && outside?.kind === 'word') return undefined;
  if (mark === '“' && outside?.kind === 'word') return undefined;
  return {
    rule: 'space-in-quotes',
    span: gap.span,
    message: 'No space belongs just inside a quotation mark.',
    expected: [''],
  };
}
