import { type Cue, type CueWord, cueWords, keyEndingLength, parseCues } from './cue-syntax.ts';
import { cuesOfMetRules } from './cues-met.ts';
import { cuesOfQuietRules } from './cues-quiet-a-l.ts';
import { cuesOfMoreQuietRules } from './cues-quiet-m-z.ts';
import { cuesOfUnmetRules } from './cues-unmet.ts';

let known: ReadonlyMap<string, readonly Cue[]> | undefined;

/** The cues of each rule, by the name that the engine has for it. Read when they are first asked for. */
export function cuesByRule(): ReadonlyMap<string, readonly Cue[]> {
  known ??= new Map(
    [cuesOfMetRules, cuesOfUnmetRules, cuesOfQuietRules, cuesOfMoreQuietRules]
      .flatMap((table) => table.trim().split('\n'))
      .map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), parseCues(line.slice(colon + 2))] as const;
      }),
  );
  return known;
}

/**
 * Whether any of these rules may have something to say about a sentence.
 * To look costs a hundredth of what the engine takes, and most sentences have no cue.
 */
export function createCueFinder(rules: Iterable<string>): (sentence: string) => boolean {
  const byWord = new Map<string, Cue[]>();
  const byEnding = new Map<string, Cue[]>();
  for (const rule of rules) {
    const cues = cuesByRule().get(rule);
    if (!cues) throw new Error(`there are no cues for the rule ${rule}`);
    for (const cue of cues) {
      for (const key of cue.keys) {
        const [index, word] = key.startsWith('*') ? [byEnding, key.slice(1)] : [byWord, key];
        index.set(word, [...(index.get(word) ?? []), cue]);
      }
    }
  }
  return (sentence) => {
    const words = cueWords(sentence);
    return words.some(({ lower }, at) => {
      const found = (cue: Cue): boolean => isAt(cue, at - cue.anchor, { sentence, words });
      if (byWord.get(lower)?.some(found)) return true;
      return byEnding.get(lower.slice(-keyEndingLength))?.some(found) ?? false;
    });
  };
}

interface Read {
  readonly sentence: string;
  readonly words: readonly CueWord[];
}

function isAt(cue: Cue, from: number, { sentence, words }: Read): boolean {
  const first = words[from];
  const last = words[from + cue.elements.length - 1];
  if (!first || !last) return false;
  if (cue.opensClause && first.isJoined) return false;
  if (cue.spaceFollows && !last.isSpaced) return false;
  const isThere = cue.elements.every((fits, at) => {
    const word = words[from + at];
    return word !== undefined && (at === 0 || word.isJoined) && fits(word);
  });
  return isThere && sentence.slice(first.start, last.end) !== cue.spelled;
}
