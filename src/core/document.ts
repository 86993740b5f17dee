import { lastStartingAt, overlaps, type TextSpan } from './span.ts';

/** What a block is to a reader; stages use it to leave fragments (headings, cells) alone where they must. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'quotation'
  | 'note'
  | 'caption'
  | 'header-footer';

/**
 * One paragraph of the text.
 * `frozen` holds, sorted and without overlap, what no edit may touch: code, URLs, placeholders, quotations.
 * A frozen place without extent is one where nothing may be inserted.
 * `language` is a BCP 47 tag where the source states one; without it the block is the document's language.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly span: TextSpan;
  readonly language?: string;
  readonly frozen: readonly TextSpan[];
}

/**
 * A document as a reader sees it: its blocks' texts joined by a blank line (`\n\n`).
 * Blocks are sorted, do not overlap, and cover everything but the blank lines between them.
 * A line break inside a block is `\n`; an object without text (picture, field, note mark) is U+FFFC and frozen.
 * `characters`: what can be written into the file beside ASCII, where its encoding and format do not have everything.
 */
export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly characters?: string;
  /** Whether it can be read and not written. */
  readonly checkOnly?: boolean;
  /** Where the lines stand on paper, sorted, for documents whose pages are fixed. */
  readonly places?: readonly TextPlace[];
}

/** A line of a page; both are counted from 1. `start` is where in the text it begins. */
export interface TextPlace {
  readonly start: number;
  readonly page: number;
  readonly line: number;
}

/** On which line of which page something stands, where the document has pages. */
export function placeAt({ places = [] }: Document, offset: number): TextPlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/** What stands between two blocks in the text of a document. */
export const blockSeparator = '\n\n';

/** A block before it has its place in the document's text: spans count from the block's own start. */
export interface LooseBlock {
  readonly kind: BlockKind;
  readonly text: string;
  readonly language?: string;
  readonly frozen: readonly TextSpan[];
}

/** Joins blocks into a document. The block at index `i` of the result is the one at index `i` given. */
export function documentOf(loose: readonly LooseBlock[]): Document {
  let start = 0;
  const blocks = loose.map((block): Block => {
    const span = { start, end: start + block.text.length };
    const frozen = block.frozen.map((part) => shifted(part, span.start));
    start = span.end + blockSeparator.length;
    return block.language === undefined
      ? { kind: block.kind, span, frozen }
      : { kind: block.kind, span, frozen, language: block.language };
  });
  return { text: loose.map((block) => block.text).join(blockSeparator), blocks };
}

/** The index of the block that holds `span` whole, or undefined when it crosses out of one. */
export function blockIndexAt(document: Document, span: TextSpan): number | undefined {
  const index = lastStartingAt(document.blocks, span.start);
  const block = document.blocks[index];
  return block && span.end <= block.span.end ? index : undefined;
}

/** Whether an edit of `span` would touch something frozen in its block. */
export function touchesFrozen(block: Block, span: TextSpan): boolean {
  return block.frozen.some((part) => overlaps(part, span));
}

/** Whether a block stands over text, or at the edge of a page, and is seldom a sentence. */
export function isTitle(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'header-footer';
}

/** Whether a block is to be proofread as English. */
export function isEnglish(block: Block): boolean {
  return block.language === undefined || /^en\b/i.test(block.language);
}

function shifted(span: TextSpan, by: number): TextSpan {
  return { start: span.start + by, end: span.end + by };
}
