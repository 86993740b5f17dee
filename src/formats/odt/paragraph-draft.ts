import type { Tag } from '../xml/tags.ts';
import type { ChangeList, Node, Paragraph, ParagraphPlace, Piece } from './paragraph.ts';

/** A paragraph while it is read. */
export interface ParagraphDraft {
  readonly tag: Tag;
  readonly nodes: Node[];
  readonly pieces: Piece[];
  length: number;
  readonly style: string | undefined;
  readonly place: ParagraphPlace;
  readonly changes: ChangeList;
  /** Whether white space would not be seen at the place that has been reached. */
  ignoring: boolean;
  /** Paragraphs of notes and text boxes that are anchored in it. */
  readonly inner: Paragraph[];
}

export function newParagraph(
  start: Pick<ParagraphDraft, 'tag' | 'style' | 'place' | 'changes'>,
): ParagraphDraft {
  return { ...start, nodes: [], pieces: [], length: 0, ignoring: true, inner: [] };
}

export function addPiece(draft: ParagraphDraft, piece: Omit<Piece, 'span'>): void {
  if (piece.text === '') return;
  const span = { start: draft.length, end: draft.length + piece.text.length };
  draft.pieces.push({ ...piece, span });
  draft.length = span.end;
}

/** Something was read after which a space counts: an object, a tab, a field. */
export function addMark(draft: ParagraphDraft): void {
  draft.nodes.push({ kind: 'mark' });
  draft.ignoring = false;
}
