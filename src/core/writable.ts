import type { Document } from './document.ts';
import type { TextEdit } from './edit.ts';
import type { Finding } from './finding.ts';

/** A finding with the corrections that its file can hold. `unwritable` is a sentence, there when none was left. */
export type Writable = Finding & { readonly unwritable?: string };

/**
 * Fits corrections to the characters that a file has: an old encoding may have no `’`, and then `'` is meant.
 * A correction that comes to nothing, or that needs a character without a substitute, goes.
 */
export function newWritable({ characters }: Document): (finding: Finding) => Writable {
  if (characters === undefined) return (finding) => finding;
  const held = new Set(characters);
  const isHeld = (character: string): boolean => character < '\u0080' || held.has(character);
  return (finding) => {
    const corrections = finding.corrections.flatMap((edit) => fitted(edit, isHeld));
    if (corrections.length > 0 || finding.corrections.length === 0) {
      return { ...finding, corrections };
    }
    const after = finding.corrections[0]?.after ?? '';
    const lacking = Array.from(after).find((each) => !isHeld(each)) ?? '';
    return {
      ...finding,
      corrections: [],
      unwritable: `The encoding of the file does not have the character “${lacking}”.`,
    };
  };
}

/** What a typewriter has in the place of typographic characters. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '--'],
  ['…', '...'],
  ['\u00A0', ' '],
  ['\u202F', ' '],
]);

function fitted(edit: TextEdit, isHeld: (character: string) => boolean): readonly TextEdit[] {
  const characters = Array.from(edit.after, (each) =>
    isHeld(each) ? each : substitutes.get(each),
  );
  if (characters.includes(undefined)) return [];
  const after = characters.join('');
  return after === edit.before ? [] : [{ ...edit, after }];
}
