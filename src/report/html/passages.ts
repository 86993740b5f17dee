import type { Block, Document } from '../../core/document.ts';
import type { Report } from '../schema.ts';
import type { Note } from './notes.ts';
import { noteMaker } from './notes.ts';
import type { PageText } from './numbered.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { shortened } from './visible.ts';

/** One block of the document with its findings. `id` is its place, counted from 0. */
export interface Passage {
  readonly id: number;
  readonly kind: Block['kind'];
  readonly language: string | undefined;
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

/** What is read one after the other: a passage with findings, or a run of passages without any. */
export type Stretch =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | {
      readonly kind: 'fold';
      readonly count: number;
      readonly opening: string;
      readonly passages: readonly Passage[];
    };

/** A single paragraph between two with findings is left open: it would cost as much room folded. */
const foldedMin = 2;

/** How many characters of its first paragraph a folded run shows. */
const openingLengthMax = 60;

/** All blocks as passages, in order. */
export function passagesOf(report: Report, document: Document, page: PageText): readonly Passage[] {
  const noteOf = noteMaker(report, page.text);
  return document.blocks.map((block, id) => {
    const findings = page.byBlock[id] ?? [];
    return {
      id,
      kind: block.kind,
      language: block.language,
      pieces: piecesOf(page.text, block.span, findings),
      notes: findings.map(noteOf),
    };
  });
}

/** Folds the runs of passages in which nothing was found. */
export function folded(passages: readonly Passage[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let run: Passage[] = [];
  for (const passage of passages) {
    if (passage.notes.length === 0) {
      run.push(passage);
      continue;
    }
    stretches.push(...foldOf(run), { kind: 'passage', passage });
    run = [];
  }
  return [...stretches, ...foldOf(run)];
}

function foldOf(run: readonly Passage[]): readonly Stretch[] {
  if (run.length < foldedMin) return run.map((passage) => ({ kind: 'passage', passage }));
  const opening = run[0]?.pieces
    .map((piece) => (piece.kind === 'plain' ? piece.text : ''))
    .join('');
  return [
    {
      kind: 'fold',
      count: run.length,
      opening: shortened(opening ?? '', openingLengthMax),
      passages: run,
    },
  ];
}
