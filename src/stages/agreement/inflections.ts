import type { Resources } from '../../core/stage.ts';
import { createWordTable, startsAfter } from '../../core/word-table.ts';

interface VerbForms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly progressive: string;
  readonly third: string;
}

type Lookup<Value> = Pick<ReadonlyMap<string, Value>, 'get' | 'has'>;

/** The forms of verbs and nouns, found by any of them. */
export interface Inflections {
  /** The verb that a word is a form of. */
  readonly verbOf: Lookup<VerbForms>;
  /** Words that are the past of a verb, whatever else they are. */
  readonly pasts: Pick<ReadonlySet<string>, 'has'>;
  readonly pluralOf: Lookup<string>;
  readonly singularOf: Lookup<string>;
}

/** Verbs that have no “s”, whatever homonym of theirs has one. */
const defective = new Set(['can', 'will', 'may', 'might', 'must', 'shall', 'ought']);

const loaded = new WeakMap<Resources, Promise<Inflections>>();

/** The forms of `dictionaries/en-inflections.txt`; a thread reads them once, not for each document. */
export function inflectionsOf(resources: Resources): Promise<Inflections> {
  const known = loaded.get(resources) ?? resources.list('en-inflections').then(parseInflections);
  loaded.set(resources, known);
  return known;
}

/** All that the lines with a word say of it. */
interface Entry {
  verb?: VerbForms;
  isPast?: true;
  plural?: string;
  singular?: string;
}

/** What is remembered; a novel has some 20,000 different words. */
const rememberedMax = 30_000;

/** Lines of `kind<TAB>base<TAB>forms`; those of a word are read when it is asked for, and then remembered. */
function parseInflections(text: string): Inflections {
  const starts = startsAfter('\t', text);
  const table = createWordTable(text, starts, '\t');
  const remembered = new Map<string, Entry>();
  const entryOf = (word: string): Entry => {
    const known = remembered.get(word);
    if (known) return known;
    const lines = table.indicesOf(word).map((index) => lineAround(text, starts[index] ?? 0));
    const entry = entryFrom(word, lines);
    if (remembered.size >= rememberedMax) remembered.clear();
    // A copy, since a slice would keep the whole text alive.
    remembered.set([...word].join(''), entry);
    return entry;
  };
  const lookup = <Value>(of: (entry: Entry) => Value | undefined): Lookup<Value> => ({
    get: (word) => of(entryOf(word)),
    has: (word) => of(entryOf(word)) !== undefined,
  });
  return {
    verbOf: lookup(({ verb }) => verb),
    pasts: lookup(({ isPast }) => isPast),
    pluralOf: lookup(({ plural }) => plural),
    singularOf: lookup(({ singular }) => singular),
  };
}

function lineAround(text: string, place: number): string {
  const end = text.indexOf('\n', place);
  return text.slice(text.lastIndexOf('\n', place) + 1, end < 0 ? text.length : end);
}

function entryFrom(word: string, lines: readonly string[]): Entry {
  const entry: Entry = {};
  for (const line of lines) {
    const [kind, base = '', ...forms] = line.split('\t');
    const [past, participle, progressive, third] = forms;
    if (kind === 'n') {
      if (word === base) entry.plural = past ?? '';
      if (word === past) entry.singular = base;
    }
    if (kind !== 'v' || defective.has(base) || !past || !participle || !progressive || !third)
      continue;
    if (word === past && past !== base) entry.isPast = true;
    const verb = { base, past, participle, progressive, third };
    if (word === base || !entry.verb) entry.verb = verb;
  }
  return entry;
}
