import type { Nodes, Paragraph, Root, Sentence } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import type { VFile } from 'vfile';
import { abbreviations } from './abbreviations.ts';
import { type Block, isEnglish } from './document.ts';
import { frozenAddresses, mergedSpans, withoutGaps } from './frozen.ts';
import { documentIn } from './messages.ts';
import type { TextSpan } from './span.ts';

/** `opaque` is what no rule may read: frozen text, and what was written for machines. */
type TokenKind = 'word' | 'space' | 'mark' | 'opaque';

/**
 * One word, stretch of white space, or mark of a passage.
 * `lower` is the text in lower case with straight apostrophes, so that rules need one spelling only.
 * `sentence` counts up through the document; tokens of one sentence share it.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  readonly span: TextSpan;
  readonly sentence: number;
}

/** An English block as rules read it: its tokens, which cover it without a gap. */
export interface Passage {
  readonly block: Block;
  readonly index: number;
  readonly tokens: readonly Token[];
}

const known = new WeakMap<Root, readonly Passage[]>();

/** The English blocks of a document as tokens. Made once a tree, whoever asks. */
export function passagesOf(tree: Root, file: VFile): readonly Passage[] {
  const made = known.get(tree) ?? makePassages(tree, file);
  known.set(tree, made);
  return made;
}

function makePassages(tree: Root, file: VFile): readonly Passage[] {
  const { text, blocks } = documentIn(file);
  const tokens = tokensOf(tree);
  let from = 0;
  return blocks.flatMap((block, index) => {
    const { start, end } = block.span;
    while ((tokens[from]?.span.end ?? end) <= start && from < tokens.length) from += 1;
    const first = from;
    while ((tokens[from]?.span.start ?? end) < end) from += 1;
    if (!isEnglish(block)) return [];
    const opaque = mergedSpans([
      ...withoutGaps(text, block.frozen),
      ...frozenAddresses(text.slice(start, end)).map((span) => shifted(span, start)),
    ]);
    const own = tokens.slice(first, from).map((token) => within(token, block.span));
    return [{ block, index, tokens: veiled(own, opaque) }];
  });
}

/** White space at the edge of a block is one token of the parser with what parts it from the next block. */
function within(token: Token, { start, end }: TextSpan): Token {
  const { span, text, lower } = token;
  if (start <= span.start && span.end <= end) return token;
  const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
  const cut = (all: string): string => all.slice(from - span.start, to - span.start);
  return { ...token, text: cut(text), lower: cut(lower), span: { start: from, end: to } };
}

function tokensOf(tree: Root): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  const add = (node: Nodes) => {
    if (node.type === 'SentenceNode') sentence += 1;
    if (node.type === 'RootNode' || node.type === 'ParagraphNode' || node.type === 'SentenceNode') {
      for (const child of (node as Root | Paragraph | Sentence).children) add(child);
    } else tokens.push(...tokensOfLeaf(node, sentence));
  };
  add(tree);
  return tokens;
}

function tokensOfLeaf(node: Nodes, sentence: number): readonly Token[] {
  const text = textOf(node);
  const start = node.position?.start.offset;
  if (start === undefined) throw new Error('a tree without offsets');
  if (node.type !== 'WordNode') {
    const kind =
      node.type === 'WhiteSpaceNode' ? 'space' : node.type === 'SourceNode' ? 'opaque' : 'mark';
    return [tokenAt({ kind, text, start, sentence })];
  }
  const stop = isStopped(text) ? text.length - 1 : text.length;
  const word = tokenAt({ kind: 'word', text: text.slice(0, stop), start, sentence });
  if (stop === text.length) return [word];
  return [word, tokenAt({ kind: 'mark', text: '.', start: start + stop, sentence })];
}

/**
 * The parser leaves a full stop with its word when a small letter follows ("came. so").
 * Only abbreviations keep theirs: "e.g.", "Mr.", "J."
 */
function isStopped(text: string): boolean {
  return /^[^.]{2,}\.$/u.test(text) && !abbreviations.has(text.slice(0, -1).toLowerCase());
}

function tokenAt(made: {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly sentence: number;
}): Token {
  const { kind, text, start, sentence } = made;
  const lower = kind === 'word' ? text.toLowerCase().replaceAll('’', "'") : text;
  return { kind, text, lower, span: { start, end: start + text.length }, sentence };
}

/** The tokens with those that touch an opaque span made opaque. Both are sorted. */
function veiled(tokens: readonly Token[], opaque: readonly TextSpan[]): readonly Token[] {
  if (opaque.length === 0) return tokens;
  let next = 0;
  return tokens.map((token) => {
    while ((opaque[next]?.end ?? Number.POSITIVE_INFINITY) <= token.span.start) next += 1;
    return (opaque[next]?.start ?? Number.POSITIVE_INFINITY) < token.span.end
      ? { ...token, kind: 'opaque' as const }
      : token;
  });
}

function shifted(span: TextSpan, by: number): TextSpan {
  return { start: span.start + by, end: span.end + by };
}

/** A space that parts two words of one line; a line break or a tab is a boundary. */
function isPlainGap(token: Token | undefined): boolean {
  return token?.kind === 'space' && !/[\n\t]/.test(token.text);
}

/** The index of the word that follows the one at `index` with nothing but space between, or -1. */
export function wordAfter(tokens: readonly Token[], index: number): number {
  return isPlainGap(tokens[index + 1]) && tokens[index + 2]?.kind === 'word' ? index + 2 : -1;
}

/** The index of the word that stands before the one at `index` with nothing but space between, or -1. */
export function wordBefore(tokens: readonly Token[], index: number): number {
  return isPlainGap(tokens[index - 1]) && tokens[index - 2]?.kind === 'word' ? index - 2 : -1;
}

/** Whether the word at `index` is the first of its sentence; opening quotes and brackets may stand before it. */
export function opensSentence(tokens: readonly Token[], index: number): boolean {
  const { sentence } = tokens[index] ?? {};
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return true;
    if (token.kind === 'word' || token.kind === 'opaque') return false;
    if (token.kind === 'mark' && !/^["'“‘([]+$/u.test(token.text)) return false;
  }
  return true;
}

/** Whether what follows the token at `index` ends the clause: a mark other than an opening one, or the block's end. */
export function closesClause(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (!next) return true;
  return next.kind === 'mark' && !/^[-–—/("“‘'’&%$£€+=*]/u.test(next.text);
}
