import type { Token } from '../../core/passage.ts';
import type { TextSpan } from '../../core/span.ts';

/**
 * A word of a sentence. `follows` says that only a space parts it from the word before.
 * `tag` is its part of speech, and may be asked for inside `withTags` only.
 */
export interface Word {
  readonly token: Token;
  readonly lower: string;
  readonly tag: string;
  readonly follows: boolean;
}

/** Words, gaps and marks. What is longer is a list or a table without stops. */
const sentenceTokensMax = 1_000;

/** Signs without a space. No word is that long, and the tagger's time grows with the square of it. */
const runSignsMax = 200;

const longRun = new RegExp(`\\S{${runSignsMax}}`, 'u');

/** The tags of a sentence by where their words begin. */
type Tagger = (sentence: readonly Token[]) => ReadonlyMap<number, string>;

let tagger: Tagger | undefined;
let loading: Promise<Tagger> | undefined;

const notLoaded = new Error('a tag was asked for before the tagger was there');

/**
 * Does work that may ask for tags. The tagger takes a tenth of a second to load, and short texts seldom need it:
 * it is loaded when the first tag is asked for, and the work is done once more.
 */
export async function withTags<Result>(work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    if (error !== notLoaded) throw error;
    loading ??= load();
    tagger = await loading;
    return work();
  }
}

async function load(): Promise<Tagger> {
  const [{ default: createNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = createNlp(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (sentence) => {
    const found = nlp.readDoc(textOf(sentence)).tokens();
    const values = found.out(its.value);
    const gaps = found.out(its.precedingSpaces);
    const tags = found.out(its.pos);
    const tagAt = new Map<number, string>();
    let at = sentence[0]?.span.start ?? 0;
    for (const [index, value] of values.entries()) {
      at += gaps[index]?.length ?? 0;
      tagAt.set(at, String(tags[index]));
      at += value.length;
    }
    return tagAt;
  };
}

/** Sentences of words, and where those are that no tagger should be given. */
export interface CutPassage {
  readonly sentences: readonly (readonly Word[])[];
  readonly passedOver: readonly TextSpan[];
}

/** Cuts the tokens of a passage into sentences of words. */
export function sentencesOfWords(tokens: readonly Token[]): CutPassage {
  const { fit = [], unfit = [] } = Object.groupBy(sentencesOf(tokens), (each) =>
    each.length <= sentenceTokensMax && !longRun.test(textOf(each)) ? 'fit' : 'unfit',
  );
  return { sentences: fit.map(wordsOf), passedOver: unfit.map(spanOf) };
}

function spanOf(sentence: readonly Token[]): TextSpan {
  return { start: sentence[0]?.span.start ?? 0, end: sentence.at(-1)?.span.end ?? 0 };
}

function textOf(sentence: readonly Token[]): string {
  return sentence.map((token) => token.text).join('');
}

function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [];
  for (const token of tokens) {
    const last = sentences.at(-1);
    if (last?.at(-1)?.sentence === token.sentence) last.push(token);
    else sentences.push([token]);
  }
  return sentences;
}

/** Tagging costs as much as all else, and in most sentences no rule asks for a tag. */
class TaggedWord implements Word {
  readonly token: Token;
  readonly lower: string;
  readonly follows: boolean;
  readonly #tagAt: (start: number) => string;

  constructor(token: Token, follows: boolean, tagAt: (start: number) => string) {
    this.token = token;
    this.lower = token.lower;
    this.follows = follows;
    this.#tagAt = tagAt;
  }

  get tag(): string {
    return this.#tagAt(this.token.span.start);
  }
}

function wordsOf(sentence: readonly Token[]): readonly Word[] {
  const words: Word[] = [];
  let tags: ReadonlyMap<number, string> | undefined;
  const tagAt = (start: number): string => {
    if (!tagger) throw notLoaded;
    tags ??= tagger(sentence);
    return tags.get(start) ?? 'X';
  };
  for (const [index, token] of sentence.entries()) {
    if (token.kind !== 'word') continue;
    const follows = sentence[index - 1]?.text === ' ' && sentence[index - 2]?.kind === 'word';
    words.push(new TaggedWord(token, follows, tagAt));
  }
  return words;
}
