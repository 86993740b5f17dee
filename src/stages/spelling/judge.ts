import type { Root, Word } from 'nlcst';
import retextSpell from 'retext-spell';
import { VFile } from 'vfile';
import { createEntries } from './entries.ts';

/** Says which words a Hunspell dictionary knows; retext-spell does the judging. */
export interface Judge {
  /** Those of `words` that are right. Words have straight apostrophes. */
  knownOf(words: ReadonlySet<string>): ReadonlySet<string>;
}

export interface HunspellData {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/** Verdicts that are remembered; a long novel has some 20,000 different words. */
const verdictCountMax = 60_000;

/** The dictionary is half a megabyte and stays unread but for what words come from; one serves many documents. */
export function createJudge(hunspell: HunspellData): Judge {
  const verdicts = new Map<string, boolean>();
  const unknownOf = createRun(hunspell);
  return {
    knownOf: (words) => {
      const fresh = [...words].filter((word) => !verdicts.has(word)).map(flat);
      if (verdicts.size + fresh.length > verdictCountMax) verdicts.clear();
      const asked = verdicts.size === 0 ? [...words].map(flat) : fresh;
      const wrong = asked.length > 0 ? unknownOf(asked) : new Set<number>();
      for (const [index, word] of asked.entries()) verdicts.set(word, !wrong.has(index));
      return new Set([...words].filter((word) => verdicts.get(word)));
    },
  };
}

/** A long slice of a text keeps all of the text alive; a word that is remembered must not. */
function flat(word: string): string {
  return word.length < 13 ? word : [...word].join('');
}

/**
 * Which of the words are unknown, by index. retext-spell is given so much of the dictionary as says it of these words.
 * `max: -1` keeps nspell from its suggestions, which cost up to half a second each.
 */
function createRun({ aff, dic }: HunspellData): (words: readonly string[]) => ReadonlySet<number> {
  const text = new TextDecoder();
  const entries = createEntries(text.decode(aff), text.decode(dic));
  return (words) => {
    const dictionary = { aff, dic: Buffer.from(entries.dictionaryFor(words)) };
    const transform = retextSpell({ dictionary, max: -1, ignoreLiteral: false });
    const file = new VFile();
    let failure: unknown;
    transform(treeOf(words), file, (error) => {
      failure = error;
    });
    if (failure) throw failure;
    const places = file.messages.map(({ place }) =>
      place && 'start' in place ? place.start.offset : undefined,
    );
    return new Set(places.filter((offset) => offset !== undefined));
  };
}

/** A tree of nothing but words, the offset of each being its index. */
function treeOf(words: readonly string[]): Root {
  const children = words.map((value, index): Word => {
    const point = { line: 1, column: index + 1, offset: index };
    const position = { start: point, end: point };
    return { type: 'WordNode', children: [{ type: 'TextNode', value }], position };
  });
  return {
    type: 'RootNode',
    children: [{ type: 'ParagraphNode', children: [{ type: 'SentenceNode', children }] }],
  };
}
