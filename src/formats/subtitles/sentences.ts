import { endsSentence } from '../text/lines.ts';
import type { CueLine } from './cues.ts';

/**
 * Which lines are read together, by their numbers: each group is a block of the text.
 *
 * A sentence often runs over several cues, and whoever proofreads it reads it as one: half of it would look like a
 * sentence without an end, and the next half like one that starts with a small letter. So lines belong together until
 * a sentence ends, somebody else speaks, or nothing was shown for a while.
 */
export function readTogether(lines: readonly CueLine[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    const previous = lines[index - 1];
    if (group && previous && group.length < linesMax && goesOn(previous, line)) group.push(index);
    else groups.push([index]);
  });
  return groups.filter((group) =>
    group.some((index) => /[\p{L}\p{N}]/u.test(lines[index]?.text ?? '')),
  );
}

/** Who speaks on after such a pause begins anew. */
const pauseMsMax = 3_000;

/** Subtitles without any full stop, as machines write them, are cut here. */
const linesMax = 40;

function goesOn(previous: CueLine, line: CueLine): boolean {
  if (line.isTurn || line.pauseMs > pauseMsMax) return false;
  if (isApart(previous.text) || isApart(line.text)) return false;
  if (/(?:\.{3}|…)["'”’]?$/.test(previous.text) && /^(?:\.{3}|…)?\s*\p{Ll}/u.test(line.text))
    return true;
  return !endsSentence(previous.text);
}

/** A sound in brackets, a song, the name of a speaker. */
function isApart(text: string): boolean {
  return /^[[(♪♫#*]|[\])♪♫:]$/.test(text) || /^\p{Lu}[\p{Lu}\p{N} .'-]{1,30}:/u.test(text);
}
