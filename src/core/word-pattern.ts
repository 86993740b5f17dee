import { closesClause, opensSentence, type Token, wordAfter, wordBefore } from './passage.ts';
import { wordClass } from './word-classes.ts';

/**
 * A pattern over words. `[ ]` marks the words to replace; around them stand their neighbours:
 * `a|b` one of these words, `:class` a word of that class, `!a|:class` no such word (or no word at all),
 * `=a` the word exactly as written, `?a` a word that may be missing, `_` any word,
 * `^` the start of a sentence, `$` the end of a clause, `,` a comma; these three only outermost, alone or among words.
 */
export interface WordPattern {
  readonly find: string;
  /** Words that must not come earlier in the sentence. */
  readonly unless?: readonly string[];
}

export interface PatternMatch<P> {
  readonly pattern: P;
  /** Indices of the first and the last token to replace. */
  readonly first: number;
  readonly last: number;
}

interface Element {
  readonly fits: (word: Token) => boolean;
  /** Which edges of a sentence or clause stand for this element as well as a word. */
  readonly edges: readonly string[];
  readonly optional: boolean;
  readonly absent: boolean;
  readonly step: 1 | -1;
  /** The element that stands further out. */
  readonly next: Element | undefined;
}

interface Compiled<P> {
  readonly pattern: P;
  readonly left: Element | undefined;
  readonly target: readonly ((word: Token) => boolean)[];
  readonly right: Element | undefined;
}

/**
 * Finds which of many patterns match at a word; the first given wins.
 * Patterns are looked up by the first word they replace, so that most words cost one look.
 */
export function createPatternFinder<P extends WordPattern>(
  patterns: readonly P[],
): (tokens: readonly Token[], index: number) => PatternMatch<P> | undefined {
  const byWord = new Map<string, Compiled<P>[]>();
  for (const pattern of patterns) {
    const [compiled, words] = compile(pattern);
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
  }
  return (tokens, index) => {
    for (const compiled of byWord.get(tokens[index]?.lower ?? '') ?? []) {
      const last = lastOfMatch(compiled, tokens, index);
      if (last >= 0) return { pattern: compiled.pattern, first: index, last };
    }
    return undefined;
  };
}

function compile<P extends WordPattern>(pattern: P): readonly [Compiled<P>, readonly string[]] {
  const parts = /^(.*)\[(.+)\](.*)$/u.exec(pattern.find);
  if (!parts) throw new Error(`a pattern without [ ]: ${pattern.find}`);
  const [, left = '', target = '', right = ''] = parts;
  const words = target.split(' ')[0]?.split('|') ?? [];
  const compiled = {
    pattern,
    left: chainOf(partsOf(left).toReversed(), -1),
    target: partsOf(target)
      .slice(1)
      .map((part) => testOf(part.split('|'))),
    right: chainOf(partsOf(right), 1),
  };
  return [compiled, words];
}

function partsOf(source: string): readonly string[] {
  return source.split(' ').filter(Boolean);
}

/** The neighbours of one side as a chain, the nearest first. */
function chainOf(sources: readonly string[], step: 1 | -1): Element | undefined {
  return sources.reduceRight<Element | undefined>(
    (next, source) => elementOf(source, step, next),
    undefined,
  );
}

function elementOf(source: string, step: 1 | -1, next: Element | undefined): Element {
  const absent = source.startsWith('!');
  const optional = source.startsWith('?');
  const words = (absent || optional ? source.slice(1) : source).split('|');
  const edges = words.filter((word) => /^[$^,]$/u.test(word));
  return { fits: testOf(words), edges, absent, optional, step, next };
}

function testOf(words: readonly string[]): (word: Token) => boolean {
  if (words.includes('_')) return () => true;
  const literal = new Set(words.filter((word) => !/^[:=]./u.test(word)));
  const exact = new Set(words.filter((word) => word.startsWith('=')).map((word) => word.slice(1)));
  const classes = words.filter((word) => word.startsWith(':')).map(wordClass);
  return ({ lower, text }) =>
    literal.has(lower) || exact.has(text) || classes.some((belongs) => belongs(lower));
}

function lastOfMatch<P extends WordPattern>(
  { pattern, left, target, right }: Compiled<P>,
  tokens: readonly Token[],
  index: number,
): number {
  let last = index;
  for (const fits of target) {
    last = wordAfter(tokens, last);
    const word = tokens[last];
    if (!word || !fits(word)) return -1;
  }
  if (!fitsFrom(right, tokens, last)) return -1;
  if (!fitsFrom(left, tokens, index)) return -1;
  return pattern.unless && comesEarlier(pattern.unless, tokens, index) ? -1 : last;
}

/** Whether the neighbours on one side of the word at `index` are those that an element and its next ones ask for. */
function fitsFrom(element: Element | undefined, tokens: readonly Token[], index: number): boolean {
  if (!element) return true;
  const { step, edges, absent } = element;
  const atEdge = edges.length > 0 && edges.some((edge) => isAtEdge({ edge, step }, tokens, index));
  if (!absent && atEdge) return element.next === undefined;
  const next = step > 0 ? wordAfter(tokens, index) : wordBefore(tokens, index);
  const word = tokens[next];
  const fits = word !== undefined && element.fits(word);
  if (absent) {
    if (fits || atEdge) return false;
    return (
      element.next === undefined || (word !== undefined && fitsFrom(element.next, tokens, next))
    );
  }
  if (fits && fitsFrom(element.next, tokens, next)) return true;
  return element.optional && fitsFrom(element.next, tokens, index);
}

interface Edge {
  readonly edge: string;
  readonly step: 1 | -1;
}

function isAtEdge({ edge, step }: Edge, tokens: readonly Token[], index: number): boolean {
  if (edge === '^') return opensSentence(tokens, index);
  if (edge === '$') return closesClause(tokens, index);
  return tokens[step > 0 ? index + 1 : index - 2]?.text === ',';
}

/** How far back a word such as "if" still governs what follows, in tokens. */
const reachTokensMax = 40;

function comesEarlier(words: readonly string[], tokens: readonly Token[], index: number): boolean {
  const sentence = tokens[index]?.sentence;
  for (let at = index - 1; at >= 0 && index - at <= reachTokensMax; at -= 1) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return false;
    if (words.includes(token.lower)) return true;
  }
  return false;
}
