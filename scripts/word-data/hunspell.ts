import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Dialect, dialects } from '../../src/core/dialect.ts';

const require = createRequire(import.meta.url);

/** Whether the Hunspell dictionary of a dialect knows a word. */
export type Hunspell = Readonly<Record<Dialect, (word: string) => boolean>>;

const packages = ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-ca', 'dictionary-en-au'];

export function loadHunspell(): Hunspell {
  return {
    'en-US': checkerOf('dictionary-en'),
    'en-GB': checkerOf('dictionary-en-gb'),
    'en-CA': checkerOf('dictionary-en-ca'),
    'en-AU': checkerOf('dictionary-en-au'),
  };
}

export function dialectsKnowing(hunspell: Hunspell, word: string): readonly Dialect[] {
  return dialects.filter((dialect) => hunspell[dialect](word));
}

/** Every word that some dialect's dictionary gives with its affixes; with possessives, and names with their capitals. */
export function hunspellWords(): ReadonlySet<string> {
  return new Set(packages.flatMap((name) => Object.keys(spellerOf(name).data)));
}

/** nspell comes with retext-spell and has no types of its own. */
interface Nspell {
  correct(word: string): boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

function checkerOf(name: string): (word: string) => boolean {
  const speller = spellerOf(name);
  return (word) => speller.correct(word);
}

function spellerOf(name: string): Nspell {
  const beside = createRequire(require.resolve('retext-spell'));
  const nspell = beside('nspell') as (dictionary: { aff: Buffer; dic: Buffer }) => Nspell;
  const path = require.resolve(name).replace(/index\.js$/, '');
  return nspell({
    aff: readFileSync(`${path}index.aff`),
    dic: readFileSync(`${path}index.dic`),
  });
}
