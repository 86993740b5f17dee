import { createWordTable, startsAfter } from '../../core/word-table.ts';

/** The lines of a Hunspell dictionary that words can come from; the rest of it need not be read. */
export interface Entries {
  /** A dictionary that knows of these words just what the whole one knows. */
  dictionaryFor(words: Iterable<string>): string;
}

/**
 * Files the lines of a dictionary under their words. Expanding all of them takes a fifth of a second and 30 MB;
 * a text needs few. A line too many does no harm, since it is a line of the dictionary.
 */
export function createEntries(aff: string, dic: string): Entries {
  const affixes = affixesIn(aff);
  // The first line says how many there are.
  const starts = startsAfter('\n', dic);
  const table = createWordTable(dic, starts, '/');
  const always = compoundLines(aff, dic);
  return {
    dictionaryFor: (words) => {
      const wanted = new Set<number>(always);
      for (const word of words) {
        for (const form of writings(word)) {
          for (const stem of stemsOf(form, affixes)) {
            for (const index of table.indicesOf(stem)) wanted.add(starts[index] ?? 0);
          }
        }
      }
      const chosen = [...wanted].sort((a, b) => a - b);
      return [chosen.length, ...chosen.map((start) => lineAt(dic, start))].join('\n');
    },
  };
}

/** How a word is looked for: as it is, with only its first letter large, in small letters. */
function writings(written: string): ReadonlySet<string> {
  const word = written.replaceAll('’', "'");
  return new Set([word, word.charAt(0) + word.slice(1).toLowerCase(), word.toLowerCase()]);
}

/** A place where something is taken away and something put. */
type Affix = readonly [added: string, removed: string];

interface Affixes {
  readonly prefixes: readonly Affix[];
  readonly suffixes: readonly Affix[];
}

/** Reads lines of `SFX flag removed added condition`. In English dictionaries no affix takes further affixes. */
function affixesIn(aff: string): Affixes {
  const prefixes = new Map<string, Affix>();
  const suffixes = new Map<string, Affix>();
  for (const [, kind, removed = '', added = ''] of aff.matchAll(affixLine)) {
    if (added.includes('/')) throw new Error(`an affix that takes affixes: ${added}`);
    const affix: Affix = [withoutZero(added), withoutZero(removed)];
    (kind === 'PFX' ? prefixes : suffixes).set(affix.join(' '), affix);
  }
  return { prefixes: [...prefixes.values()], suffixes: [...suffixes.values()] };
}

const affixLine = /^(PFX|SFX)[ \t]+\S+[ \t]+(\S+)[ \t]+(\S+)[ \t]+\S/gm;

function withoutZero(affix: string): string {
  return affix === '0' ? '' : affix;
}

/** All that a form may be made of: itself, without a suffix, without a prefix, without both. */
function stemsOf(form: string, { prefixes, suffixes }: Affixes): readonly string[] {
  const stems = [form];
  for (const [added, removed] of suffixes) {
    if (form.endsWith(added)) stems.push(form.slice(0, form.length - added.length) + removed);
  }
  for (const stem of [...stems]) {
    for (const [added, removed] of prefixes) {
      if (stem.startsWith(added)) stems.push(removed + stem.slice(added.length));
    }
  }
  return stems;
}

/** The digits and endings of which “21st” is put together: no single line says that it is right. */
function compoundLines(aff: string, dic: string): readonly number[] {
  const rules = [...aff.matchAll(/^(?:COMPOUNDRULE|ONLYINCOMPOUND)[ \t]+(\w\S*)/gm)];
  const flags = rules.map(([, rule = '']) => rule.replaceAll(/\W/g, '')).join('');
  if (flags === '') return [];
  return [...dic.matchAll(new RegExp(`^[^/\n]+/[^\n]*[${flags}]`, 'gm'))].map(({ index }) => index);
}

function lineAt(dic: string, start: number): string {
  const end = dic.indexOf('\n', start);
  return dic.slice(start, end < 0 ? dic.length : end);
}
