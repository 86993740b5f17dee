import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';

/** Wider than this, a gap was made to align something. */
const gapWidthMax = 3;

/** With this many wide gaps in one paragraph they are a layout, not slips. */
const alignedGapsMin = 3;

const spaces = /^ {2,}$/;

/** Two or three spaces where one belongs. Tabs, no-break spaces and alignment are the author's. */
export function* wideGaps(passage: Passage, context: PassageContext): Iterable<PassageRemark> {
  const { tokens } = passage;
  if (isAligned(tokens)) return;
  const twoAfterSentence = endsWithTwoSpaces(context.passages);
  for (let index = 1; index < tokens.length - 1; index += 1) {
    const gap = tokens[index];
    if (gap?.kind !== 'space' || !spaces.test(gap.text) || gap.text.length > gapWidthMax) continue;
    if (isListMarker(tokens, index)) continue;
    const ended = endsSentence(tokens, index);
    if ((ended && twoAfterSentence) || isBlank(tokens, index)) continue;
    yield {
      ...(ended || isBetweenWords(tokens, index) ? {} : { confidence: layoutConfidence }),
      rule: ended ? 'double-space-after-sentence' : 'double-space',
      span: gap.span,
      message: ended
        ? 'Two spaces after a sentence; elsewhere the document has one.'
        : 'More than one space between two words.',
      expected: [' '],
    };
  }
}

/** Beside figures and signs a wide gap may be a layout that nobody but the author can see: `2-7  Commands`, `#  Note`. */
const layoutConfidence = 0.6;

function isBetweenWords(tokens: readonly Token[], gap: number): boolean {
  const [before, after] = [tokens[gap - 1]?.text ?? '', tokens[gap + 1]?.text ?? ''];
  return /(?:\p{L}|[,;)\]”’"'])$/u.test(before) && /^[\p{L}\p{N}(“‘"'$€£]/u.test(after);
}

/** `(  )` is to be filled in. */
function isBlank(tokens: readonly Token[], gap: number): boolean {
  return /[([]$/.test(tokens[gap - 1]?.text ?? '') && /^[)\]]/.test(tokens[gap + 1]?.text ?? '');
}

/** Spaces before the first and after the last word of a paragraph are seen by nobody, but they are there. */
export function* edgeSpaces({ tokens }: Passage): Iterable<PassageRemark> {
  const edges = tokens.length > 1 ? [tokens[0], tokens.at(-1)] : [];
  for (const edge of edges) {
    if (edge?.kind !== 'space' || !/^ +$/.test(edge.text)) continue;
    yield {
      rule: 'edge-space',
      span: edge.span,
      message: 'A space at the edge of the paragraph.',
      expected: [''],
    };
  }
}

function isAligned(tokens: readonly Token[]): boolean {
  let wide = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'space') continue;
    if (text.includes('\t')) return true;
    if (/ {3,}/.test(text)) wide += 1;
  }
  return wide >= alignedGapsMin;
}

function endsSentence(tokens: readonly Token[], gap: number): boolean {
  let at = gap - 1;
  while (/^["'”’)\]]+$/u.test(tokens[at]?.text ?? '')) at -= 1;
  return /[.!?:…]$/u.test(tokens[at]?.text ?? '');
}

/** `1.  First`, `-  First`: the gap after a typed list marker is wide on purpose. */
function isListMarker(tokens: readonly Token[], gap: number): boolean {
  if (gap > 3) return false;
  const head = tokens
    .slice(0, gap)
    .map((token) => token.text)
    .join('');
  return /(?:^|\n)\s*\(?(?:[-–—•*·o]|\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.):]*$/u.test(head);
}

const habits = new WeakMap<readonly Passage[], boolean>();

/** Whether most sentences of the document are followed by two spaces, as typewriters did it. */
function endsWithTwoSpaces(passages: readonly Passage[]): boolean {
  const known = habits.get(passages);
  if (known !== undefined) return known;
  let [one, two] = [0, 0];
  for (const { tokens } of passages) {
    for (const [index, gap] of tokens.entries()) {
      if (gap.kind !== 'space' || !/^ {1,2}$/.test(gap.text) || !endsSentence(tokens, index))
        continue;
      if (gap.text.length === 2) two += 1;
      else one += 1;
    }
  }
  habits.set(passages, two > one);
  return two > one;
}
