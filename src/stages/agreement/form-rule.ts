import type { Rule } from '../../core/stage.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** A word of the sentence to be replaced, or all from `from` to `at`. */
export interface Change {
  readonly at: number;
  readonly from?: number;
  readonly to: string;
  readonly confidence?: number;
}

/** A rule about the form of a word: looks at one word of a sentence. */
export interface FormRule extends Rule {
  readonly rule: string;
  /** Why it is wrong, as a sentence. */
  readonly reason: string;
  readonly find: (words: readonly Word[], at: number, forms: Inflections) => Change | undefined;
}

/** The words of a list, parted by spaces. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}

/** The index of the next word that is no adverb or “not”, or -1 when a mark comes first. */
export function pastAdverbs(words: readonly Word[], at: number): number {
  let next = at + 1;
  while (words[next]?.follows && isAdverb(words[next])) next += 1;
  return words[next]?.follows ? next : -1;
}

function isAdverb(word: Word | undefined): boolean {
  return (
    adverbs.has(word?.lower ?? '') || (word?.lower.endsWith('ly') === true && word.tag === 'ADV')
  );
}

const adverbs = setOf('not also never always often just still already usually sometimes only');
