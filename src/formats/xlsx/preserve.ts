import type { Splice } from '../encoding.ts';
import { trimmed } from './strings.ts';

/**
 * The splices of a part, and those that make white space at the ends of an edited text seen: without
 * `xml:space="preserve"` Excel takes it away. What stood there unseen goes.
 */
export function withSpacesPreserved(xml: string, splices: readonly Splice[]): readonly Splice[] {
  const byContent = new Map<number, Splice[]>();
  for (const splice of splices) {
    const start = xml.lastIndexOf('>', splice.source.start - 1) + 1;
    const known = byContent.get(start);
    if (known) known.push(splice);
    else byContent.set(start, [splice]);
  }
  return [...byContent].flatMap(([start, own]) => preserved(xml, start, own));
}

function preserved(xml: string, start: number, splices: readonly Splice[]): readonly Splice[] {
  const tagStart = xml.lastIndexOf('<', start);
  if (/\sxml:space\s*=\s*["']preserve/.test(xml.slice(tagStart, start))) return splices;
  const content = { start, end: xml.indexOf('<', start) };
  const seen = trimmed(xml, content);
  if (
    !/^[ \t\r\n]|[ \t\r\n]$/.test(textAfter(xml.slice(seen.start, seen.end), seen.start, splices))
  )
    return splices;
  return [
    { source: { start: start - 1, end: start - 1 }, text: ' xml:space="preserve"' },
    { source: { start: content.start, end: seen.start }, text: '' },
    ...splices,
    { source: { start: seen.end, end: content.end }, text: '' },
  ];
}

function textAfter(text: string, start: number, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const splice of splices) {
    pieces.push(text.slice(position, splice.source.start - start), splice.text);
    position = splice.source.end - start;
  }
  return [...pieces, text.slice(position)].join('');
}
