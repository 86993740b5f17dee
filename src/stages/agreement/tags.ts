import type { Token } from '../../core/passage.ts';

/** A word of a sentence with its part of speech. `follows` says that only a space parts it from the word before. */
export interface Word {
  readonly token: Token;
  readonly lower: string;
  readonly tag: string;
  readonly follows: boolean;
}

/** Cuts the tokens of a passage into sentences of tagged words. */
export type Tagger = (tokens: readonly Token[]) => readonly (readonly Word[])[];

/** Words, gaps and marks. What is longer is a list or a table without stops. */
const sentenceTokensMax = 1_000;

/** Signs without a space. No word is that long, and the tagger's time grows with the square of it. */
const runSignsMax = 200;

const longRun = new RegExp(`\\S{${runSignsMax}}`, 'u');

let made: Promise<Tagger> | undefined;

/** The tagger, loaded when the first text needs it. */
export function loadTagger(): Promise<Tagger> {
  made ??= load();
  return made;
}

async function load(): Promise<Tagger> {
  const [{ default: createNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = createNlp(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (tokens) =>
    sentencesOf(tokens).flatMap((sentence) => {
      const text = sentence.map((token) => token.text).join('');
      if (sentence.length > sentenceTokensMax || longRun.test(text)) return [];
      const start = sentence[0]?.span.start ?? 0;
      const found = nlp.readDoc(text).tokens();
      const values = found.out(its.value);
      const gaps = found.out(its.precedingSpaces);
      const tags = found.out(its.pos);
      const tagAt = new Map<number, string>();
      let at = start;
      for (const [index, value] of values.entries()) {
        at += gaps[index]?.length ?? 0;
        tagAt.set(at, String(tags[index]));
        at += value.length;
      }
      return [wordsOf(sentence, tagAt)];
    });
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

function wordsOf(sentence: readonly Token[], tagAt: ReadonlyMap<number, string>): readonly Word[] {
  const words: Word[] = [];
  for (const [index, token] of sentence.entries()) {
    if (token.kind !== 'word') continue;
    const follows = sentence[index - 1]?.text === ' ' && sentence[index - 2]?.kind === 'word';
    words.push({ token, lower: token.lower, tag: tagAt.get(token.span.start) ?? 'X', follows });
  }
  return words;
}
