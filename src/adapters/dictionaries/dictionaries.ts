import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
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

/** The models that ship with Proofdesk, by name, in memory that all threads of a process may read. */
export type Models = Readonly<Record<string, Uint8Array>>;

/** Reads the models for the threads of a process: they are the largest part of the data, and nobody writes to them. */
export function readModels(): Models {
  const files = readdirSync(shipped).filter((file) => file.endsWith('.bin'));
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.bin$/, ''), sharedBytes(join(shipped, file))]),
  );
}

function sharedBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) throw new Error(`${path} became shorter while it was read`);
      length += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/**
 * The word lists and models that ship with Proofdesk and the Hunspell dictionaries of its packages, each read once.
 * `models` are those that were read already, for all threads.
 */
export function createDictionaries(
  models: Models = {},
): Pick<Resources, 'hunspell' | 'list' | 'data'> {
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
    data: async (name) => models[name] ?? readFile(join(shipped, `${name}.bin`)),
  };
}
