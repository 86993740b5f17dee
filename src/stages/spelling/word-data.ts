import type { Dialect } from '../../core/dialect.ts';
import { type Lexicon, lexiconOf } from '../../core/lexicon.ts';
import { createOurWords } from '../../core/our-words.ts';
import type { Resources } from '../../core/stage.ts';
import { type Bigrams, createBigrams } from './bigrams.ts';
import { confusionWeightsIn } from './confusions.ts';
import { createJudge, type Judge } from './judge.ts';
import { createNearWords, type NearWords } from './near-words.ts';
import { createVariants, type Variants } from './variants.ts';

/** All that the stage knows of one dialect; loaded once and shared by every document and pipeline of a thread. */
export interface WordData {
  readonly dialect: Dialect;
  readonly judge: Judge;
  readonly lexicon: Lexicon;
  readonly variants: Variants;
  readonly isAddition: (word: string) => boolean;
  /** Misspellings that can mean one word only, with that word. */
  readonly misspellings: ReadonlyMap<string, string>;
  /** What only unknown words need; made when the first one comes. */
  readonly context: () => Promise<ContextData>;
}

export interface ContextData {
  readonly nearWords: NearWords;
  readonly bigrams: Bigrams;
}

const loaded = new WeakMap<Resources, Map<Dialect, Promise<WordData>>>();
const shared = new WeakMap<Resources, Promise<SharedData>>();

/** The word data of a dialect. A thread loads each once; whoever asks meanwhile waits for the same promise. */
export function wordDataOf(resources: Resources, dialect: Dialect): Promise<WordData> {
  const byDialect = loaded.get(resources) ?? new Map<Dialect, Promise<WordData>>();
  loaded.set(resources, byDialect);
  const data = byDialect.get(dialect) ?? load(resources, dialect);
  byDialect.set(dialect, data);
  return data;
}

type SharedData = Omit<WordData, 'dialect' | 'judge' | 'variants'>;

async function load(resources: Resources, dialect: Dialect): Promise<WordData> {
  const all = shared.get(resources) ?? loadShared(resources);
  shared.set(resources, all);
  const [hunspell, variants] = await Promise.all([
    resources.hunspell(dialect),
    resources.list('en-variants'),
  ]);
  const judge = createJudge(hunspell);
  const data = await all;
  return { ...data, dialect, judge, variants: createVariants(variants, dialect, data.lexicon) };
}

async function loadShared(resources: Resources): Promise<SharedData> {
  const [lexicon, additions, misspellings] = await Promise.all([
    lexiconOf(resources),
    resources.list('en-additions'),
    resources.list('en-misspellings'),
  ]);
  let context: Promise<ContextData> | undefined;
  return {
    lexicon,
    isAddition: createOurWords([additions]),
    misspellings: misspellingsIn(misspellings),
    context: () => {
      context ??= loadContext(resources, lexicon);
      return context;
    },
  };
}

async function loadContext(resources: Resources, lexicon: Lexicon): Promise<ContextData> {
  const [bigrams, confusions] = await Promise.all([
    resources.list('en-bigrams'),
    resources.list('en-confusions'),
  ]);
  return {
    bigrams: createBigrams(bigrams, lexicon),
    nearWords: createNearWords(lexicon, confusionWeightsIn(confusions)),
  };
}

/** Lines of `wrong<TAB>right`; `#` begins a remark. */
function misspellingsIn(text: string): ReadonlyMap<string, string> {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    rows.map((line) => {
      const [wrong, right] = line.split('\t');
      if (!wrong || !right) throw new Error(`en-misspellings.txt: no pair in "${line}"`);
      return [wrong, right];
    }),
  );
}
