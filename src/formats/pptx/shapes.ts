import type { BlockKind } from '../../core/document.ts';
import type { SlidePart } from './slides.ts';

/** Where a paragraph stands: on a slide or in notes, and in which kind of shape. */
export interface ShapePlace {
  readonly place: SlidePart['place'];
  readonly inTable: boolean;
  /** The type of the placeholder (ECMA-376 Part 1, 19.7.10), '' for one without a type; undefined for other shapes. */
  readonly placeholder: string | undefined;
}

/** Whether the text of a shape is left out: page numbers, dates, and what notes repeat from their master. */
export function isLeftOut({ place, placeholder = '' }: ShapePlace): boolean {
  const generated = place === 'notes' ? /^(?:dt|sldNum|ftr|hdr|sldImg)$/ : /^(?:dt|sldNum)$/;
  return generated.test(placeholder);
}

/** What a paragraph is to a reader. `bulleted` is undefined where the paragraph itself does not say. */
export function kindOf(shape: ShapePlace, bulleted: boolean | undefined, text: string): BlockKind {
  if (shape.inTable) return 'table-cell';
  if (shape.place === 'notes') return 'note';
  const { placeholder } = shape;
  if (placeholder === undefined) return bulleted ? 'list-item' : kindOfText(text, 'caption');
  if (/title/i.test(placeholder)) return 'heading';
  if (placeholder === 'ftr' || placeholder === 'hdr') return 'header-footer';
  return bulleted === false ? kindOfText(text, 'list-item') : 'list-item';
}

/** Most texts beside the bullets are labels; what ends as a sentence does is one. */
function kindOfText(text: string, fragment: BlockKind): BlockKind {
  return /[.!?…]["'”’)\]]*\s*$/.test(text) ? 'paragraph' : fragment;
}
