import { minimalEdits } from '../minimal-edits.ts';
import { type BlockEdit, type Operation, operationsOf } from './operations.ts';
import type { Piece, TextSource } from './paragraph.ts';

/**
 * What an edit does to each piece when it is tracked: all that it spans goes, and the new text comes once.
 * Each piece gets the new text that it has in the clean copy.
 */
export function trackedOperations(
  xml: string,
  edit: BlockEdit,
  pieces: readonly Piece[],
): readonly Operation[] {
  const smallest = minimalEdits(edit).flatMap((small) =>
    operationsOf({ ...edit, ...small }, pieces),
  );
  const operations = operationsOf(edit, pieces).map((operation) => {
    const own = smallest.filter(({ source }) => source === operation.source);
    return {
      ...operation,
      fragments: [{ source: operation.source, text: textAfter(operation, own) }],
    };
  });
  return stretchesOf(xml, operations).flatMap(insertedOnce);
}

function textAfter({ source, from, to }: Operation, smallest: readonly Operation[]): string {
  const pieces: string[] = [];
  let position = from;
  for (const small of smallest) {
    pieces.push(source.map.text.slice(position, small.from), newText(small));
    position = small.to;
  }
  return [...pieces, source.map.text.slice(position, to)].join('');
}

/**
 * The operations of an edit cut where a link, somebody's insertion, a bookmark or a comment begins or ends: whatever
 * is decided on the change, each letter stays on its side of that. Stretches in which nothing changes are left alone.
 */
function stretchesOf(
  xml: string,
  operations: readonly Operation[],
): readonly (readonly Operation[])[] {
  const stretches: Operation[][] = [];
  let last: Operation | undefined;
  for (const operation of operations) {
    if (last && areTogether(xml, last.source, operation.source)) stretches.at(-1)?.push(operation);
    else stretches.push([operation]);
    last = operation;
  }
  return stretches.filter(
    (stretch) => stretch.map(oldText).join('') !== stretch.map(newText).join(''),
  );
}

function areTogether(xml: string, left: TextSource, right: TextSource): boolean {
  return left.run.parent === right.run.parent && !marker.test(xml.slice(left.end, right.openStart));
}

/** Markers of ranges (ECMA-376 Part 1, 17.13), whatever their prefix. */
const marker = /<(?:[\w.-]+:)?(?:bookmark|perm|\w+Range)(?:Start|End)\b/;

function oldText({ source, from, to }: Operation): string {
  return source.map.text.slice(from, to);
}

function newText({ fragments }: Operation): string {
  return fragments.map(({ text }) => text).join('');
}

/** All new text after all that is deleted, so that a person sees one change. */
function insertedOnce(operations: readonly Operation[]): readonly Operation[] {
  const fragments = operations.flatMap((operation) => operation.fragments);
  return operations.map((operation, index) => ({
    ...operation,
    fragments: index === operations.length - 1 ? fragments : [],
  }));
}
