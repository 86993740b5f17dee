import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Words of larger lists than the dictionaries'. Short ones are left out: most are rare, and what is written so is a slip. */
export function listedWords(generalPath: string): ReadonlySet<string> {
  const general = readFileSync(generalPath, 'utf8').split('\n');
  return new Set([
    ...general.filter((word) => /^[a-z]{7,}$/.test(word)),
    ...softwareTerms().filter((word) => /^(?!abcd|bcde)[a-z]{6,}$/.test(word)),
  ]);
}

function softwareTerms(): readonly string[] {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@cspell/dict-software-terms'));
  return gunzipSync(readFileSync(join(folder, 'dict', 'softwareTerms.txt.gz')))
    .toString('utf8')
    .split('\n');
}
