import type { Root, Word } from 'nlcst';
import retextSpell from 'retext-spell';
import { VFile } from 'vfile';

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

/** retext-spell remembers every unknown word for good, so after this many it is made anew. */
const unknownCountMax = 100_000;

/** Loading takes a third of a second and 25 to 35 MB, so a judge serves many documents. */
export function createJudge(hunspell: HunspellData): Judge {
  const verdicts = new Map<string, boolean>();
  let run = createRun(hunspell);
  let unknowns = 0;
  return {
    knownOf: (words) => {
      const fresh = [...words].filter((word) => !verdicts.has(word)).map(flat);
      if (verdicts.size + fresh.length > verdictCountMax) verdicts.clear();
      const asked = verdicts.size === 0 ? [...words].map(flat) : fresh;
      const wrong = asked.length > 0 ? run(asked) : new Set<number>();
      for (const [index, word] of asked.entries()) verdicts.set(word, !wrong.has(index));
      const known = new Set([...words].filter((word) => verdicts.get(word)));
      unknowns += wrong.size;
      if (unknowns > unknownCountMax) [run, unknowns] = [createRun(hunspell), 0];
      return known;
    },
  };
}

/** A long slice of a text keeps all of the text alive; a word that is remembered must not. */
function flat(word: string): string {
  return word.length < 13 ? word : [...word].join('');
}

/** Which of the words are unknown, by index. `max: -1` keeps nspell from its suggestions, which cost up to half a second each. */
function createRun(hunspell: HunspellData): (words: readonly string[]) => ReadonlySet<number> {
  const transform = retextSpell({ dictionary: hunspell, max: -1, ignoreLiteral: false });
  return (words) => {
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
