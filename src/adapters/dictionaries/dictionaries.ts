import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from '../../core/dialect.ts';
import type { Resources } from '../../core/stage.ts';

const shipped = fileURLToPath(new URL('../../../dictionaries/', import.meta.url));
const require = createRequire(import.meta.url);

const packages: Readonly<Record<Dialect, string>> = {
  'en-US': 'dictionary-en',
  'en-GB': 'dictionary-en-gb',
  'en-CA': 'dictionary-en-ca',
  'en-AU': 'dictionary-en-au',
};

/** The word lists and models that ship with Proofdesk and the Hunspell dictionaries of its packages, each read once. */
export function createDictionaries(): Pick<Resources, 'hunspell' | 'list' | 'data'> {
  const lists = new Map<string, Promise<string>>();
  return {
    hunspell: async (dialect) => {
      const folder = dirname(require.resolve(packages[dialect]));
      const [aff, dic] = await Promise.all([
        readFile(join(folder, 'index.aff')),
        readFile(join(folder, 'index.dic')),
      ]);
      return { aff, dic };
    },
    list: (name) => {
      const known = lists.get(name) ?? readFile(join(shipped, `${name}.txt`), 'utf8');
      lists.set(name, known);
      return known;
    },
    data: (name) => readFile(join(shipped, `${name}.bin`)),
  };
}
