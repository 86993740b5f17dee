import type { Passage, Token } from '../../core/passage.ts';
import type { TextSpan } from '../../core/span.ts';
import {
  afterFreePrefix,
  hyphenParts,
  isBeyondDictionaries,
  isCapitalised,
  withoutAccents,
} from './shapes.ts';
import type { WordData } from './word-data.ts';

/** A word that no dictionary has, where it stands and what stands beside it. */
export interface UnknownWord {
  /** With straight apostrophes and without a possessive ending. */
  readonly word: string;
  /** The same as the text has it. */
  readonly written: string;
  readonly span: TextSpan;
  /** Where the possessive ending ends, if it has one, else the end of the span. */
  readonly endWithPossessive: number;
  /** The neighbours within the sentence, as they are written, where only a space or a hyphen is between. */
  readonly left?: Token;
  readonly right?: Token;
  readonly isSentenceStart: boolean;
  /** It stands alone in quotation marks: the word is spoken of. */
  readonly isQuoted: boolean;
  readonly sentence: number;
}

/** The unknown words of a document, and how many words each of its sentences has. */
export interface Unknowns {
  readonly words: readonly UnknownWord[];
  readonly sentenceWords: ReadonlyMap<number, number>;
}

/** Whose words are right: those of the dictionaries, and those of the desk, the client and the job. */
export interface Authority {
  readonly data: WordData;
  readonly isOurWord: (word: string) => boolean;
}

/** Every distinct part of a word is judged once a document, all of them in one go. */
export function unknownWordsIn(passages: readonly Passage[], authority: Authority): Unknowns {
  const forms = new Set<string>();
  eachPart(passages, ({ word }) => forms.add(word));
  const known = authority.data.judge.knownOf(forms);
  const unknown = new Set(
    [...forms].filter((form) => !known.has(form) && isUnknown(form, authority)),
  );
  const words: UnknownWord[] = [];
  eachPart(passages, (part) => {
    if (!unknown.has(part.word) || isEndOfWord(part) || isCoveredAround(part, authority)) return;
    words.push(unknownWordOf(part));
  });
  return { words, sentenceWords: wordCounts(passages) };
}

function wordCounts(passages: readonly Passage[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { tokens } of passages) {
    for (const { kind, sentence } of tokens) {
      if (kind === 'word') counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
    }
  }
  return counts;
}

/** One part of a token: the token itself, or what stands between its hyphens and slashes. */
interface Part {
  /** With straight apostrophes and without a possessive ending. */
  readonly word: string;
  /** The stretch of the token, the possessive ending included. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly tokens: readonly Token[];
}

/** Parts are visited and not kept: a long document has a million of them. */
function eachPart(passages: readonly Passage[], visit: (part: Part) => void): void {
  for (const { tokens } of passages) {
    for (const [at, { kind, text, span }] of tokens.entries()) {
      if (kind !== 'word') continue;
      if (!compound.test(text)) {
        visit({ word: bare(text), start: span.start, end: span.end, at, tokens });
        continue;
      }
      for (const { 0: part, index } of text.matchAll(compoundParts)) {
        const start = span.start + index;
        visit({ word: bare(part), start, end: start + part.length, at, tokens });
      }
    }
  }
}

const compound = /[-‐‑–/]/;
const compoundParts = /[^-‐‑–/]+/gu;

function bare(text: string): string {
  const word = text.includes('’') ? text.replaceAll('’', "'") : text;
  return word.includes("'") ? word.replace(/'[sS]?$/, '') : word;
}

function isUnknown(word: string, { data, isOurWord }: Authority): boolean {
  if (isBeyondDictionaries(word)) return false;
  const lower = word.toLowerCase();
  if (data.lexicon.idOf(lower) >= 0 && data.variants.of(lower) === undefined) return false;
  if (data.variants.accepts(lower)) return false;
  if (data.isAddition(word) || isOurWord(word)) return false;
  const rest = afterFreePrefix(lower);
  if (rest !== undefined && data.lexicon.countAt(data.lexicon.idOf(rest)) >= freeStemCountMin)
    return false;
  const plain = withoutAccents(word);
  return plain === word || isUnknownPlain(plain, data);
}

/** `-logia`, `...ominant`: a suffix that is spoken of, or the rest of a word that a quotation cuts. */
function isEndOfWord({ tokens, at }: Part): boolean {
  const [further, before] = [tokens[at - 2], tokens[at - 1]];
  const isCut = before?.kind === 'mark' && /^(?:-|…|\.{3})$/u.test(before.text);
  return isCut && (!further || further.kind === 'space');
}

/** After a prefix that goes before anything, only words in use count: `subtance` has no stem, `submenu` has. */
const freeStemCountMin = 30;

function isUnknownPlain(plain: string, data: WordData): boolean {
  const lower = plain.toLowerCase();
  return data.lexicon.idOf(lower) < 0 && data.judge.knownOf(new Set([plain])).size === 0;
}

/** Whether the word is right as a part of its compound, or of a phrase of up to four words: `mutatis mutandis`. */
function isCoveredAround(part: Part, { data, isOurWord }: Authority): boolean {
  const { word, at, tokens } = part;
  const covers = (text: string): boolean => data.isAddition(text) || isOurWord(text);
  const token = tokens[at];
  if (token && compound.test(token.text)) {
    if (hyphenParts.has(word.toLowerCase())) return true;
    const whole = bare(token.text);
    if (covers(whole)) return true;
    const closed = whole.replaceAll(compoundMarks, '');
    if (data.lexicon.idOf(closed.toLowerCase()) >= 0) return true;
  }
  return windowsAround(tokens, at).some(covers);
}

const compoundMarks = /[-‐‑]/g;
const phraseWordsMax = 4;

/** The runs of two to four words, each a space apart, that hold the word at `at`. */
function windowsAround(tokens: readonly Token[], at: number): readonly string[] {
  const windows: string[] = [];
  for (let size = 2; size <= phraseWordsMax; size += 1) {
    for (let first = at - 2 * (size - 1); first <= at; first += 2) {
      const phrase = phraseAt(tokens, first, size);
      if (phrase !== undefined) windows.push(phrase);
    }
  }
  return windows;
}

function phraseAt(tokens: readonly Token[], first: number, size: number): string | undefined {
  const words: string[] = [];
  for (let index = first; words.length < size; index += 2) {
    const token = tokens[index];
    if (token?.kind !== 'word') return undefined;
    if (words.length > 0 && tokens[index - 1]?.kind !== 'space') return undefined;
    words.push(token.text);
  }
  return words.join(' ');
}

/** Whether a space and another word follow the word at `at`. */
function isSpacedWord(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'word' &&
    tokens[at + 1]?.kind === 'space' &&
    tokens[at + 2]?.kind === 'word'
  );
}

function unknownWordOf({ word, start, end, at, tokens }: Part): UnknownWord {
  const token = tokens[at];
  if (!token) throw new Error('a part of no token');
  const left = isSpacedWord(tokens, at - 2) ? wholeWord(tokens, at - 2) : undefined;
  const right = isSpacedWord(tokens, at) ? tokens[at + 2] : undefined;
  const hasLeft = left?.sentence === token.sentence && start === token.span.start;
  const hasRight = right?.sentence === token.sentence && end === token.span.end;
  const from = start - token.span.start;
  return {
    word,
    written: token.text.slice(from, from + word.length),
    span: { start, end: start + word.length },
    endWithPossessive: hasApostropheAfter(tokens, at) ? end + 1 : end,
    sentence: token.sentence,
    isQuoted: isQuoted(tokens, at),
    isSentenceStart: isCapitalised(word) && startsSentence(tokens, at),
    ...(hasLeft ? { left } : {}),
    ...(hasRight ? { right } : {}),
  };
}

/** The parser parts “it`s” at its accent; what stands beside the next word is “it’s”, which is read as “it”. */
function wholeWord(tokens: readonly Token[], at: number): Token | undefined {
  const isParted = tokens[at]?.text === 's' && /^[`´]$/u.test(tokens[at - 1]?.text ?? '');
  return isParted && tokens[at - 2]?.kind === 'word' ? tokens[at - 2] : tokens[at];
}

/** The parser takes the apostrophe of a plural possessive for a mark of its own. */
function hasApostropheAfter(tokens: readonly Token[], at: number): boolean {
  return /s$/i.test(tokens[at]?.text ?? '') && /^['’]$/.test(tokens[at + 1]?.text ?? '');
}

function isQuoted(tokens: readonly Token[], at: number): boolean {
  return (
    /^["“‘'«]$/.test(tokens[at - 1]?.text ?? '') && /^["”’'»,.]$/.test(tokens[at + 1]?.text ?? '')
  );
}

/** Nothing but marks stands before it in its sentence, or a colon, a bullet or an opening mark does. */
function startsSentence(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let index = at - 1; index >= 0; index -= 1) {
    const before = tokens[index];
    if (!before || before.sentence !== sentence) return true;
    if (/^[:"“•]$/.test(before.text)) return true;
    if (before.kind === 'word') return false;
  }
  return true;
}
