import type { Patch } from '../xml/patches.ts';
import { escapeText } from '../xml/text.ts';
import type { Operation } from './operations.ts';
import type { TextSource } from './paragraph.ts';
import { needsPreserving, widening } from './preserving.ts';

/** The patches that make operations silently, `operations` being all those of one `w:t`, in order. */
export function cleanPatches(
  xml: string,
  source: TextSource,
  operations: readonly Operation[],
): readonly Patch[] {
  const patches = operations.map((operation) => ({
    start: source.map.offset(operation.from),
    end: source.map.offset(operation.to),
    text: escapeText(freshText(operation)),
  }));
  const keeps = source.preserved || !needsPreserving(textAfter(source, operations));
  return keeps ? patches : [...patches, ...widening(xml, source)];
}

function freshText({ fragments }: Operation): string {
  return fragments.map((fragment) => fragment.text).join('');
}

function textAfter(source: TextSource, operations: readonly Operation[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const operation of operations) {
    pieces.push(source.map.text.slice(position, operation.from), freshText(operation));
    position = operation.to;
  }
  return [...pieces, source.map.text.slice(position)].join('');
}
