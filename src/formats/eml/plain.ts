import type { BlockKind } from '../../core/document.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import { blockOfLines } from '../text/block-of-lines.ts';
import { chunksOf, type Line, linesOf } from '../text/lines.ts';
import { layoutOf, type Segment } from '../text/segments.ts';
import { markerLength, quoteLength, shapeOf } from '../text/shapes.ts';
import { isAttribution, ownLines } from './others-words.ts';

/** How the lines of a text/plain part make paragraphs. */
export interface PlainLayout {
  readonly blocks: readonly MappedBlock[];
  /** Whether its lines were taken for parts of paragraphs; it is given again for a copy. */
  readonly wrapped: boolean;
}

/** Reads a plain text as mail: what the writer wrote may be corrected, what is quoted and the signature may not. */
export function plainLayout(source: string, wrapped?: boolean): PlainLayout {
  const { own, others } = parted(source);
  const mine = layoutOf(chunksOf(own), wrapped);
  const theirs = layoutOf(chunksOf(others), mine.wrapped);
  const blocks = [
    ...mine.segments.map((segment) => blockOf(segment, false)),
    ...theirs.segments.map((segment) => blockOf(segment, true)),
  ];
  return { blocks, wrapped: mine.wrapped };
}

/**
 * Reads a text in which a line that ends with a blank goes on in the next (RFC 3676).
 * With `deletesSpace` that blank is not part of the text.
 */
export function flowedLayout(source: string, deletesSpace: boolean): PlainLayout {
  const { own, others } = parted(source);
  const blocks = [
    ...flowedBlocks(source, { lines: own, deletesSpace, frozen: false }),
    ...flowedBlocks(source, { lines: others, deletesSpace, frozen: true }),
  ];
  return { blocks, wrapped: true };
}

function parted(source: string): {
  readonly own: readonly Line[];
  readonly others: readonly Line[];
} {
  const lines = linesOf(source);
  const raw = lines.map(({ end, text }) =>
    text === '--' && source.charAt(end) === ' ' ? '-- ' : text,
  );
  const count = ownLines(raw);
  return { own: lines.slice(0, count), others: lines.slice(count) };
}

function blockOf({ lines, kind, frozen }: Segment, isOthers: boolean): MappedBlock {
  const block = blockOfLines(lines, { kind, frozen: frozen || isOthers });
  return isAttribution(block.text.replaceAll('\n', ' ')) ? whollyFrozen(block) : block;
}

function whollyFrozen(block: MappedBlock): MappedBlock {
  return { ...block, kind: 'quotation', frozen: [{ start: 0, end: block.text.length }] };
}

interface Flowed {
  readonly lines: readonly Line[];
  readonly deletesSpace: boolean;
  readonly frozen: boolean;
}

function flowedBlocks(
  source: string,
  { lines, deletesSpace, frozen }: Flowed,
): readonly MappedBlock[] {
  const groups: Line[][] = [];
  let goesOn = false;
  let depth = 0;
  for (const line of lines) {
    const quoted = depthOf(line);
    const group = groups.at(-1);
    if (group && goesOn && quoted === depth) group.push(line);
    else groups.push([line]);
    depth = quoted;
    // The mark of a signature ends with a blank as well, and goes on nowhere.
    goesOn = source.charAt(line.end) === ' ' && line.text !== '' && line.text !== '--';
  }
  return groups
    .map((group) => flowedBlock(source, group, { lines, deletesSpace, frozen }))
    .filter((block) => /[\p{L}\p{N}]/u.test(block.text));
}

function depthOf({ text }: Line): number {
  return /^>+/.exec(text)?.[0].length ?? 0;
}

function flowedBlock(source: string, group: readonly Line[], flowed: Flowed): MappedBlock {
  const draft = newDraft();
  const [first] = group;
  const isQuoted = first !== undefined && depthOf(first) > 0;
  const marker = first && !isQuoted ? markerLength(first.text) : 0;
  const isDrawn = group.some((line) => ['drawn', 'rule', 'columns'].includes(shapeOf(line)));
  let previous: Line | undefined;
  for (const line of group) {
    const skipped = line === first && marker > 0 ? marker : quoteLength(line.text);
    const text = line.text.slice(skipped).trimStart();
    const start = line.end - text.length;
    if (previous) draft.addAtom(gap(source, previous, flowed), { start: previous.end, end: start });
    draft.addExact(text, start);
    previous = line;
  }
  const kind: BlockKind = isQuoted ? 'quotation' : marker > 0 ? 'list-item' : 'paragraph';
  const block = draft.finish({ kind, frozen: flowed.frozen || isDrawn });
  return isAttribution(block.text) ? whollyFrozen(block) : block;
}

/** The blank at the end of a flowed line is the space between two words, or only the mark of the flow. */
function gap(source: string, line: Line, { deletesSpace }: Flowed): string {
  const isWide = source.charAt(line.end + 1) === ' ';
  return !deletesSpace || isWide ? ' ' : '';
}
