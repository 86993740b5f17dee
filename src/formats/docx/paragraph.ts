import type { TextSpan } from '../../core/span.ts';
import type { Scope } from '../xml/names.ts';
import type { MappedText } from '../xml/text.ts';
import type { RunProperties } from './run-properties.ts';

/** Why a piece of text may not be edited. */
export type Hold =
  | 'object'
  | 'break'
  | 'field'
  | 'control'
  | 'other-reading'
  | 'revision'
  | 'code'
  | 'unchecked'
  | 'language'
  | 'quotation';

/** A run (`w:r`, ECMA-376 Part 1, 17.3.2.25) and where it stands in the XML. */
export interface Run {
  readonly start: number;
  /** Where its opening tag ends. */
  readonly openEnd: number;
  readonly rawName: string;
  readonly scope: Scope;
  /** Where the element that holds it begins: two runs with the same one are siblings. */
  readonly parent: number;
  /** The insertion of somebody else that it stands in, directly. */
  readonly insertion: Insertion | undefined;
  /** Whether it stands in an insertion or in a link, which text beside it should rather not join. */
  readonly wrapped: boolean;
  readonly properties: RunProperties;
  /** Its `w:rPr` as it stands in the XML. */
  propertiesAt: TextSpan | undefined;
  /** Where its closing tag begins and ends. */
  closeStart: number;
  end: number;
}

/** A tracked insertion (`w:ins`, `w:moveTo`) that the document came with. */
export interface Insertion {
  readonly start: number;
  readonly openEnd: number;
  readonly rawName: string;
  closeStart: number;
  end: number;
}

/** The place of a `w:t` in the XML, and of the part of its content that a reader sees. */
export interface TextSource {
  readonly run: Run;
  readonly openStart: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  /** `xml:space="preserve"`, its own or inherited: white space at its ends is seen. */
  readonly preserved: boolean;
  readonly seen: TextSpan;
  readonly map: MappedText;
}

/** A stretch of a paragraph's text that comes from one place. Without `source` there is nothing to edit. */
export interface Piece {
  readonly span: TextSpan;
  readonly text: string;
  readonly run: Run | undefined;
  readonly hold: Hold | undefined;
  readonly source: TextSource | undefined;
}

/** A paragraph as a reader sees it with all changes accepted. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
  readonly length: number;
  readonly style: string | undefined;
  readonly outline: boolean;
  readonly numbered: boolean | undefined;
  readonly inTable: boolean;
  /** Where two paragraphs flow together since the mark between them is deleted: no edit may cross. */
  readonly joints: readonly number[];
  /** The same paragraph in other forms of a text box, which must be edited alike. */
  readonly twins: readonly Paragraph[];
}

/** The text of a paragraph. */
export function textOf(paragraph: Paragraph): string {
  return paragraph.pieces.map((piece) => piece.text).join('');
}
