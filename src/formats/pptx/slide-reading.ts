import type { TextSpan } from '../../core/span.ts';
import type { OfficeParagraph, RunPiece, RunProperties } from '../office/paragraphs.ts';
import type { TextPiece } from '../office/text-pieces.ts';
import { attributeOf, type Tag } from '../xml/tags.ts';
import type { ShapePlace } from './shapes.ts';
import type { SlidePart } from './slides.ts';

/** Something on a slide that is left alone and that a person should know of. */
export type Notice = 'chart' | 'diagram' | 'embedded-object' | 'alternatives';

/** A paragraph while it is read. */
export interface ParagraphDraft {
  readonly pieces: RunPiece[];
  readonly shape: ShapePlace;
  bulleted: boolean | undefined;
  held: boolean;
  /** Whether it has text of the author's, if only an empty one: editing changes neither. */
  hasText: boolean;
}

/** A run, a line break or a field (ECMA-376 Part 1, 21.1.2.3). */
interface Run {
  language?: string | undefined;
  font?: string | undefined;
  unchecked?: boolean;
}

/** A field that is open: its text is made by the program. */
interface Field {
  readonly start: number;
  text: string;
}

/** Content that stands there in several forms, of which a reader shows one (ECMA-376 Part 3, 7.4). */
interface Alternatives {
  forms: number;
  readonly paragraphsBefore: number;
  readonly piecesBefore: number;
  /** Whether a form that is not read holds text. */
  otherText: boolean;
}

/** The state of reading one slide. Spans count from the start of the XML. */
export interface Reading {
  readonly xml: string;
  readonly base: number;
  readonly place: SlidePart['place'];
  readonly paragraphs: OfficeParagraph[];
  readonly notices: Set<Notice>;
  readonly alternatives: Alternatives[];
  placeholder: string | undefined;
  tables: number;
  paragraph: ParagraphDraft | undefined;
  run: Run | undefined;
  field: Field | undefined;
  inRunProperties: boolean;
  /** How many elements are open within one that is not looked into, that one counted. */
  skipped: number;
}

export function newParagraph(reading: Reading): ParagraphDraft {
  const { place, placeholder, tables } = reading;
  const shape = { place, placeholder, inTable: tables > 0 };
  return { pieces: [], shape, bulleted: undefined, held: false, hasText: false };
}

/** The properties of a run that stand in the attributes of `a:rPr` (21.1.2.3.9). */
export function runOf(tag: Tag): Run {
  return {
    language: attributeOf(tag, 'lang'),
    unchecked: /^(?:1|true)$/.test(attributeOf(tag, 'noProof') ?? ''),
  };
}

export function addPieces(reading: Reading, pieces: readonly TextPiece[]): void {
  const run: RunProperties = reading.run ?? {};
  for (const piece of pieces) {
    const source = moved(piece.source, reading.base);
    reading.paragraph?.pieces.push({ ...piece, source, run });
  }
}

function moved({ start, end }: TextSpan, by: number): TextSpan {
  return { start: start + by, end: end + by };
}
