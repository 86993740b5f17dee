import { blockIndexAt, type Document, documentOf } from '../core/document.ts';
import { applyEdits, sortedEdits, type TextEdit } from '../core/edit.ts';
import { correctedBlock } from '../core/excerpt.ts';
import { contains, overlaps, type TextSpan } from '../core/span.ts';
import type { Profile } from '../job/proofreading.ts';
import type { NewQuery } from '../job/reviews.ts';
import type { Desk } from './step.ts';

/** The text as it will be: all edits, and those of them that the client wrote. */
export interface NewWording {
  readonly document: Document;
  readonly profile: Profile;
  readonly edits: readonly TextEdit[];
  readonly own: readonly TextEdit[];
}

/**
 * Proofreads what the client wrote, in its paragraphs and nowhere else. A mistake in it is asked about:
 * the client's words are not changed without the client.
 */
export async function wordingQueries(
  { document, profile, edits, own }: NewWording,
  { engine }: Pick<Desk, 'engine'>,
): Promise<readonly NewQuery[]> {
  const blocks = [...new Set(own.map(({ span }) => blockIndexAt(document, span) ?? -1))];
  if (blocks.length === 0) return [];
  const inBlock = (block: number): readonly TextEdit[] =>
    edits.filter(({ span }) => blockIndexAt(document, span) === block);
  const excerpt = documentOf(
    blocks.map((block) => correctedBlock(document, block, inBlock(block))),
  );
  const { findings } = await engine.proofread({ document: excerpt, profile });
  const decided = await engine.arbitrate({ document: excerpt, findings, profile });
  const queries: NewQuery[] = [];
  for (const edit of own) {
    const place = blocks.indexOf(blockIndexAt(document, edit.span) ?? -1);
    const shift =
      (excerpt.blocks[place]?.span.start ?? 0) -
      (document.blocks[blocks[place] ?? -1]?.span.start ?? 0);
    const now = spanAfter(edit, inBlock(blocks[place] ?? -1), shift);
    const mistakes = decided.flatMap(({ corrections: [first], decision, message }) =>
      first && decision !== 'noted' && overlaps(first.span, now) ? [{ edit: first, message }] : [],
    );
    const query = queryOf(edit, now, mistakes);
    if (query) queries.push(query);
  }
  return queries;
}

/** Where the words of an edit stand once all edits of the block are made. */
function spanAfter(edit: TextEdit, inBlock: readonly TextEdit[], shift: number): TextSpan {
  let start = edit.span.start + shift;
  for (const other of sortedEdits(inBlock)) {
    if (other === edit) break;
    start += other.after.length - other.before.length;
  }
  return { start, end: start + edit.after.length };
}

interface Mistake {
  readonly edit: TextEdit;
  readonly message: string;
}

function queryOf(
  edit: TextEdit,
  now: TextSpan,
  mistakes: readonly Mistake[],
): NewQuery | undefined {
  if (mistakes.length === 0) return undefined;
  const note = mistakes.map(({ message }) => message).join(' ');
  const makeable = mistakes.every((mistake) => contains(now, mistake.edit.span));
  if (!makeable) return { kind: 'wording', edit, makeable, note };
  const local = mistakes.map((mistake) => ({
    ...mistake.edit,
    span: { start: mistake.edit.span.start - now.start, end: mistake.edit.span.end - now.start },
  }));
  return {
    kind: 'wording',
    edit: { ...edit, after: applyEdits(edit.after, local) },
    makeable,
    note,
  };
}
