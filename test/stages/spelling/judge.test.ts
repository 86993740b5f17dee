import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Root } from 'nlcst';
import retextSpell from 'retext-spell';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/stages/spelling/judge.ts';

const require = createRequire(import.meta.url);

function dictionary(name: string) {
  const folder = dirname(require.resolve(name));
  const file = (ending: string) => readFileSync(join(folder, `index.${ending}`));
  return { aff: file('aff'), dic: file('dic') };
}

/** What retext-spell says with all of a dictionary. */
function knownToWhole(words: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const unknown = new Set<string>();
  const children = [...words].map((value) => ({
    type: 'WordNode' as const,
    children: [{ type: 'TextNode' as const, value }],
  }));
  const tree: Root = { type: 'RootNode', children: [{ type: 'SentenceNode', children }] };
  const file = new VFile();
  const spell = retextSpell({ dictionary: dictionary(name), max: -1, ignoreLiteral: false });
  spell(tree, file, () => undefined);
  for (const { actual } of file.messages) unknown.add(actual ?? '');
  return new Set([...words].filter((word) => !unknown.has(word.replaceAll('’', "'"))));
}

/** Every fortieth line of the dictionary with endings and beginnings that it may or may not take, and numbers. */
function wordsFrom(name: string): ReadonlySet<string> {
  const stems = dictionary(name)
    .dic.toString()
    .split('\n')
    .filter((_, at) => at % 40 === 1)
    .map((line) => line.replace(/\/.*/, ''));
  const words = new Set(['21st', '11th', '12st', '22th', '0', '1,000', 'don’t', 'it’s', 'ISN’T']);
  for (const stem of stems) {
    const begun = [stem, `un${stem}`, `re${stem}`, `dis${stem}`];
    const ended = begun.flatMap((word) => [
      word,
      `${word}s`,
      `${word}ed`,
      `${word}'s`,
      `${word}er`,
    ]);
    const cut = [`${stem.slice(0, -1)}ing`, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}iness`];
    for (const word of [...ended, ...cut, stem.toUpperCase(), stem.toLowerCase()]) words.add(word);
  }
  return words;
}

describe('the judge reads only those lines of a dictionary that words come from', () => {
  it.each(['dictionary-en', 'dictionary-en-gb', 'dictionary-en-ca', 'dictionary-en-au'])(
    'and finds the same as with all of %s',
    (name) => {
      const words = wordsFrom(name);
      const known = createJudge(dictionary(name)).knownOf(words);
      const whole = knownToWhole(words, name);
      expect([...words].filter((word) => known.has(word) !== whole.has(word))).toEqual([]);
      expect(whole.size).toBeGreaterThan(2_500);
      expect(whole.size).toBeLessThan(words.size / 2);
    },
  );
});
