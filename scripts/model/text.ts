import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ContextToken, contextTokens } from '../../src/stages/context/tokens.ts';
import { sources } from '../word-data/sources.ts';

/** Novels, contracts and law count half, so that they do not outvote modern prose. */
const halved = new Set(['contracts', 'dclaw', 'eltec']);
const blockLength = 200;
const heldOutEvery = 50;

export interface CountedSentence {
  readonly tokens: readonly ContextToken[];
  /** In half counts: 1 or 2. */
  readonly weight: number;
}

/** The sentences that are counted: all but every fiftieth block. */
export function* countedSentences(folder: string): Iterable<CountedSentence> {
  for (const { name } of sources) {
    const weight = halved.has(name) ? 1 : 2;
    for (const [index, line] of linesOf(folder, name)) {
      if (!isHeldOut(index)) yield { tokens: contextTokens(line), weight };
    }
  }
}

/** The modern sentences that were not counted, for training on text that the model has not seen. */
export function* heldOutSentences(folder: string): Iterable<string> {
  for (const { name } of sources) {
    if (name === 'eltec') continue;
    for (const [index, line] of linesOf(folder, name)) if (isHeldOut(index)) yield line;
  }
}

function isHeldOut(index: number): boolean {
  return Math.floor(index / blockLength) % heldOutEvery === 7;
}

function* linesOf(folder: string, name: string): Iterable<readonly [number, string]> {
  const text = gunzipSync(readFileSync(join(folder, `${name}.txt.gz`))).toString('utf8');
  let index = 0;
  for (let start = 0; start < text.length; index += 1) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    yield [index, text.slice(start, end)];
    start = end + 1;
  }
}
