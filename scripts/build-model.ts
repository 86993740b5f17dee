/**
 * Builds the language model of the context stage from open text:
 *
 *   npm run model:build -- [TEXT_FOLDER] [AGID_INFL_GZ]
 *
 * TEXT_FOLDER (by default `../shared/text`) holds `<source>.txt.gz`, a sentence a line; the sources and their
 * licences are in `dictionaries/README.md`. Writes `en-context.bin` and `en-context-forms.txt` into
 * `dictionaries/`. The same input gives the same bytes. Takes half a minute or more, and about 3 GB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { modelBytes } from '../src/stages/context/model.ts';
import { countGrams } from './model/grams.ts';
import { packGrams } from './model/pack.ts';
import { countedSentences } from './model/text.ts';
import { createVocabulary } from './model/vocabulary.ts';
import { inflectionLines } from './word-data/agid.ts';

const gramsMax = 12_000_000;
/** In half counts. */
const inflectedCountMin = 80;
const [folder = '../shared/text', agidPath = '../shared/words/agid-infl.txt.gz'] =
  process.argv.slice(2);
const output = fileURLToPath(new URL('../dictionaries/', import.meta.url));

const { forms, counts, text } = createVocabulary(() => countedSentences(folder));
console.log(`${text.length} tokens, ${forms.length} forms, the rarest: ${forms.at(-1)}`);
const { layout, cells } = packGrams(countGrams(text, gramsMax));
const bytes = modelBytes({ forms, counts, layout, cells });
writeFileSync(join(output, 'en-context.bin'), bytes);
console.log(`en-context.bin: ${bytes.length} bytes`);

const known = new Set(forms.filter((_, id) => (counts[id] ?? 0) >= inflectedCountMin));
const agid = gunzipSync(readFileSync(agidPath)).toString('latin1');
const lines = inflectionLines(agid, (form) => known.has(form));
writeFileSync(join(output, 'en-context-forms.txt'), `${lines.join('\n')}\n`);
console.log(`en-context-forms.txt: ${lines.length} lines`);
