import { blockIndexAt, type Document, documentOf, type LooseBlock } from './document.ts';
import { applyEdits, sortedEdits, type TextEdit } from './edit.ts';
import type { TextSpan } from './span.ts';

/** A block of a document with edits made in it; what was frozen is frozen where it now stands. */
export function correctedBlock(
  document: Document,
  index: number,
  edits: readonly TextEdit[],
): LooseBlock {
  const block = document.blocks[index];
  if (!block) throw new Error(`the document has no block ${index}`);
  const local = edits.map((edit) => ({ ...edit, span: shifted(edit.span, -block.span.start) }));
  const text = document.text.slice(block.span.start, block.span.end);
  const frozen = moved(
    block.frozen.map((span) => shifted(span, -block.span.start)),
    local,
  );
  const loose = { kind: block.kind, text: applyEdits(text, local), frozen };
  return block.language === undefined ? loose : { ...loose, language: block.language };
}

/** The whole document with edits made in it. */
export function correctedDocument(document: Document, edits: readonly TextEdit[]): Document {
  const byBlock = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const index = blockIndexAt(document, edit.span);
    if (index === undefined) throw new Error(`the edit at ${edit.span.start} crosses paragraphs`);
    const list = byBlock.get(index);
    if (list) list.push(edit);
    else byBlock.set(index, [edit]);
  }
  return documentOf(
    document.blocks.map((_block, index) =>
      correctedBlock(document, index, byBlock.get(index) ?? []),
    ),
  );
}

/** Where an offset of the edited text was before the edits; within a replacement, where that began. */
export function originalOffset(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const edit of sortedEdits(edits)) {
    const start = edit.span.start + shift;
    if (offset < start) break;
    if (offset < start + edit.after.length) return edit.span.start;
    shift += edit.after.length - edit.before.length;
  }
  return offset - shift;
}

/** Edits never touch frozen text, so it only moves; both lists are walked once. */
function moved(frozen: readonly TextSpan[], edits: readonly TextEdit[]): readonly TextSpan[] {
  const sorted = sortedEdits(edits);
  let next = 0;
  let shift = 0;
  return frozen.map((span) => {
    for (let edit = sorted[next]; edit && edit.span.end <= span.start; edit = sorted[next]) {
      shift += edit.after.length - edit.before.length;
      next += 1;
    }
    return shifted(span, shift);
  });
}

function shifted(span: TextSpan, by: number): TextSpan {
  return { start: span.start + by, end: span.end + by };
}
