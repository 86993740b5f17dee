/**
 * Builds the word data of the spelling stage from open text and AGID:
 *
 *   node scripts/build-word-data.ts TEXT_FOLDER AGID_INFL_GZ WORD_LIST
 *
 * WORD_LIST is SCOWL's large American list, a word a line (Debian's wamerican-large, /usr/share/dict/american-english-large).
 * TEXT_FOLDER holds `<source>.txt.gz`, a sentence a line; the sources, their weights and licences are in
 * `word-data/sources.ts` and `dictionaries/README.md`. Writes en-counts.txt, en-bigrams.txt, en-variants.txt
 * and en-inflections.txt into `dictionaries/`. The same input gives the same bytes. Takes about a minute and 1.5 GB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { agidForms } from './word-data/agid.ts';
import { bigramLines, countBigrams } from './word-data/bigrams.ts';
import { hunspellWords, loadHunspell } from './word-data/hunspell.ts';
import { inflectionLines } from './word-data/inflections.ts';
import { listedWords } from './word-data/lists.ts';
import { type Source, sources } from './word-data/sources.ts';
import { variantLines } from './word-data/variants.ts';
import {
  chooseNames,
  chooseVocabulary,
  countNames,
  countWordForms,
} from './word-data/vocabulary.ts';

const [textFolder, agidPath, listPath] = process.argv.slice(2);
if (!textFolder || !agidPath || !listPath) {
  throw new Error('usage: node scripts/build-word-data.ts TEXT_FOLDER AGID_INFL_GZ WORD_LIST');
}
const output = fileURLToPath(new URL('../dictionaries/', import.meta.url));
const textOf = (source: Source): string =>
  gunzipSync(readFileSync(join(textFolder, `${source.name}.txt.gz`))).toString('utf8');

const hunspell = loadHunspell();
const agidText = gunzipSync(readFileSync(agidPath)).toString('latin1');
const agid = agidForms(agidText);
const forms = countWordForms(sources, textOf);
const dictionaryWords = hunspellWords();
const listed = new Set([...listedWords(listPath), ...[...dictionaryWords].filter(isPlain)]);
const vocabulary = chooseVocabulary(forms, { hunspell, agid, listed });
const names = chooseNames(dictionaryWords, countNames(sources, textOf), vocabulary);
write(
  'en-counts',
  [...vocabulary, ...names]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => `${word}\t${count}`),
);
write('en-variants', variantLines(new Set([...vocabulary.keys(), ...agid]), hunspell));
write('en-inflections', inflectionLines(agidText, vocabulary));
write('en-bigrams', bigramLines(countBigrams(vocabulary, { sources, textOf })));

/** In small letters, and no possessive. */
function isPlain(word: string): boolean {
  return /^[a-z][a-z']*$/.test(word) && !word.endsWith("'s");
}

function write(name: string, lines: readonly string[]): void {
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(output, `${name}.txt`), text);
  console.log(`${name}.txt: ${lines.length} lines, ${text.length} characters`);
}
