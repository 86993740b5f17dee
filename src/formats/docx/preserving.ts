import type { Patch } from '../xml/patches.ts';
import type { TextSource } from './paragraph.ts';

/** The opening tag of a `w:t` so that white space at the ends of its text is kept (ECMA-376 Part 1, 17.3.3.31). */
export function preserving(openTag: string): string {
  const stated = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/;
  const bare = openTag.replace(stated, '');
  return `${bare.slice(0, -1)} xml:space="preserve">`;
}

export function needsPreserving(text: string): boolean {
  return /^[ \t\r\n]|[ \t\r\n]$/.test(text);
}

/** Makes white space at the ends of a text seen, and takes out what was there unseen. */
export function widening(xml: string, source: TextSource): readonly Patch[] {
  const { openStart, contentStart, contentEnd, seen } = source;
  return [
    { start: openStart, end: contentStart, text: preserving(xml.slice(openStart, contentStart)) },
    { start: contentStart, end: seen.start, text: '' },
    { start: seen.end, end: contentEnd, text: '' },
  ].filter((patch) => patch.text !== '' || patch.end > patch.start);
}
