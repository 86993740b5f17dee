import type { TextSpan } from '../../core/span.ts';
import type { Tag } from '../xml/tags.ts';
import type { MappedText } from '../xml/text.ts';

/** Why a piece of text may not be edited. */
export type Hold =
  | 'object'
  | 'break'
  | 'field'
  | 'control'
  | 'drawing'
  | 'protected'
  | 'other-reading'
  | 'code'
  | 'unchecked'
  | 'language'
  | 'quotation';

/**
 * Where white space of a paragraph is decided (ODF 1.3 Part 3, 6.1.2), in the order of the XML.
 * `text`: character data; `spaces`: a `text:s`; `mark`: anything else that a reader sees, after which a space counts.
 */
export type Node = TextNode | { readonly kind: 'mark' };

export interface TextNode {
  readonly kind: 'text' | 'spaces';
  readonly start: number;
  readonly end: number;
  /** The text that is seen of it: white space after white space is not. Of a `text:s` only the ends are mapped. */
  readonly map: MappedText;
  /** The tag of the paragraph, or of what stands in it, whose prefix new elements take. */
  readonly around: Tag;
}

/** A change somebody else made, in which a piece stands: who and when, as the XML says it. */
export interface ForeignInsertion {
  readonly changeInfo: string;
}

/** A stretch of a paragraph's text that comes from one place. Without `node` there is nothing to edit. */
export interface Piece {
  readonly span: TextSpan;
  readonly text: string;
  readonly hold: Hold | undefined;
  readonly node: TextNode | undefined;
  /** The elements around it within the paragraph, outermost first: spans and links. */
  readonly wrappers: readonly Tag[];
  readonly insertion: ForeignInsertion | undefined;
}

/** A paragraph or heading as a reader sees it with all changes accepted. */
export interface Paragraph {
  readonly tag: Tag;
  readonly nodes: readonly Node[];
  readonly pieces: readonly Piece[];
  readonly length: number;
  readonly style: string | undefined;
  readonly place: ParagraphPlace;
  /** Where tracked changes of its text are listed. */
  readonly changes: ChangeList;
}

export interface ParagraphPlace {
  readonly inTable: boolean;
  readonly inList: boolean;
  readonly inNote: boolean;
  readonly inHeader: boolean;
}

/** The list of tracked changes of the text, or of a header or footer (5.5.1), or the place where it would begin. */
export interface ChangeList {
  /** The element that holds the text. */
  readonly owner: Tag;
  /** Where a new list goes: before all text, after the forms. */
  at: number;
  existing: { readonly tag: Tag; closeStart: number } | undefined;
}

/** Where the body begins: in no table, list, note or header. */
export const inBody: ParagraphPlace = {
  inTable: false,
  inList: false,
  inNote: false,
  inHeader: false,
};

/** The text of a paragraph. */
export function textOf(paragraph: Pick<Paragraph, 'pieces'>): string {
  return paragraph.pieces.map((piece) => piece.text).join('');
}
