import { opensSentence, type Passage, type Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

/** Spaces that stand before a mark that belongs to the word before it, or inside a bracket. */
export function* spacesAtMarks(passage: Passage): Iterable<PassageRemark> {
  const { tokens } = passage;
  for (let index = 1; index < tokens.length - 1; index += 1) {
    const gap = tokens[index];
    if (gap?.kind !== 'space' || !/^ {1,2}$/.test(gap.text)) continue;
    const remark =
      beforeMark(tokens, index) ?? insideBracket(tokens, index) ?? insideContraction(tokens, index);
    if (remark) yield remark;
  }
}

/** `word ,` `word .` `word ?`; not `a .net file`, `x .5`, ` ...`, ` :)`, `3 : 1`. */
function beforeMark(tokens: readonly Token[], gap: number): PassageRemark | undefined {
  const [before, space, mark, after] = tokens.slice(gap - 1, gap + 3);
  if (before?.kind !== 'word' && !/^[)\]”"’]$/u.test(before?.text ?? '')) return undefined;
  if (!space || mark?.kind !== 'mark' || !/^[,.;:!?]$/u.test(mark.text)) return undefined;
  if (mark.text === ':' && (isNumber(before) || isLabel(tokens, gap))) return undefined;
  const follows = after?.kind ?? 'space';
  const joined = mark.text === ',' && after?.kind === 'word' && /^\p{L}{2}/u.test(after.text);
  if (follows !== 'space' && !joined && !/^["”’)]$/u.test(after?.text ?? '')) return undefined;
  if (/^[:;]$/.test(mark.text) && after?.text === ')') return undefined;
  if (isSpacedDots(tokens, gap + 1)) return undefined;
  const span = { start: space.span.start, end: mark.span.end };
  const isProse = !/\p{N}/u.test(before?.text ?? '') && mark.text !== ':';
  return {
    rule: 'space-before-mark',
    ...(isProse ? {} : { confidence: listConfidence }),
    span,
    message: `No space belongs before “${mark.text}”.`,
    expected: [joined ? `${mark.text} ` : mark.text],
  };
}

/** After a figure, and before a colon, the space may be the way of a list: `0.0.5 ; linux`, `(1983) : 197`. */
const listConfidence = 0.6;

function isNumber(token: Token | undefined): boolean {
  return /^[\p{N}.,]+$/u.test(token?.text ?? '');
}

/** `Name : Smith`: forms line up their colons, and so the whole form should be asked about. */
function isLabel(tokens: readonly Token[], gap: number): boolean {
  return gap <= 4 && opensSentence(tokens, gap - 1);
}

/** `. . .` is an ellipsis with spaces, and ` ...` one without. */
function isSpacedDots(tokens: readonly Token[], mark: number): boolean {
  if (tokens[mark]?.text !== '.') return false;
  return [mark - 2, mark + 1, mark + 2].some((at) => /^[.…]+$/u.test(tokens[at]?.text ?? ''));
}

/** `( word` and `word )`; not `[ ]`, `( )` or a smiley. */
function insideBracket(tokens: readonly Token[], gap: number): PassageRemark | undefined {
  const [before, space, after] = tokens.slice(gap - 1, gap + 2);
  if (!space) return undefined;
  const opened = before?.text === '(' && after?.kind === 'word' && isSpaceOrOpen(tokens[gap - 2]);
  const closed = after?.text === ')' && before?.kind === 'word' && !/^[:;8=]$/.test(before.text);
  if (!opened && !(closed && hasOpening(tokens, gap))) return undefined;
  return {
    rule: 'space-in-brackets',
    span: space.span,
    message: 'No space belongs just inside a bracket.',
    expected: [''],
  };
}

function isSpaceOrOpen(token: Token | undefined): boolean {
  return !token || token.kind === 'space';
}

/** How far back the bracket that this one closes is looked for, in tokens. */
const bracketTokensMax = 60;

function hasOpening(tokens: readonly Token[], gap: number): boolean {
  for (let at = gap - 1; at >= 0 && gap - at <= bracketTokensMax; at -= 1) {
    if (tokens[at]?.text === ')') return false;
    if (tokens[at]?.text === '(') return true;
  }
  return false;
}

/** `don 't`, `it 's`, `they 're`. */
function insideContraction(tokens: readonly Token[], gap: number): PassageRemark | undefined {
  const [stem, space, ...rest] = tokens.slice(gap - 1, gap + 3);
  if (stem?.kind !== 'word' || !space) return undefined;
  const tail = rest
    .map((token) => token.text)
    .join('')
    .replace('’', "'");
  const ending = /^'(t|s|re|ve|ll|d|m)(?![\p{L}\p{N}])/u.exec(tail)?.[1];
  if (!ending || !stems[ending]?.has(stem.lower)) return undefined;
  return {
    rule: 'split-contraction',
    span: space.span,
    message: 'No space belongs inside a contraction.',
    expected: [''],
  };
}

const pronouns = 'i you he she it we they that there who what where here let';
const stems: Readonly<Record<string, ReadonlySet<string>>> = {
  t: new Set(
    'don doesn didn isn aren wasn weren can couldn wouldn shouldn won haven hasn hadn'.split(' '),
  ),
  s: new Set(pronouns.split(' ')),
  re: new Set('you we they'.split(' ')),
  ve: new Set('i you we they would could should'.split(' ')),
  ll: new Set('i you he she it we they that there'.split(' ')),
  d: new Set('i you he she it we they'.split(' ')),
  m: new Set(['i']),
};
