import { bySpan, overlaps, type TextSpan } from './span.ts';

/** One replacement. `before` is the text the span holds, so that every edit checks itself. */
export interface TextEdit {
  readonly span: TextSpan;
  readonly before: string;
  readonly after: string;
}

/**
 * Applies edits to a text. Their order is free; they may not overlap.
 * Throws when two overlap or when `before` is not what the text holds: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const edit of sortedEdits(edits)) {
    const held = text.slice(edit.span.start, edit.span.end);
    if (held !== edit.before) throw new Error(`edit at ${edit.span.start} does not fit its text`);
    pieces.push(text.slice(position, edit.span.start), edit.after);
    position = edit.span.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** The edits that turn the edited text back into the original. */
export function invertEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return sortedEdits(edits).map((edit) => {
    const start = edit.span.start + shift;
    shift += edit.after.length - edit.before.length;
    return {
      span: { start, end: start + edit.after.length },
      before: edit.after,
      after: edit.before,
    };
  });
}

/** Edits in the order of their spans. Throws when two overlap. */
export function sortedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort(bySpan);
  for (let index = 1; index < sorted.length; index += 1) {
    const [left, right] = [sorted[index - 1], sorted[index]];
    if (left && right && overlaps(left.span, right.span)) {
      throw new Error(`edits at ${left.span.start} and ${right.span.start} overlap`);
    }
  }
  return sorted;
}

/**
 * The same change without the words that both sides share at their ends:
 * `the the` to `the` becomes the deletion of ` the`. A word is never cut in two.
 */
export function trimEdit(edit: TextEdit): TextEdit {
  const old = wordsAndGaps(edit.before);
  const fresh = wordsAndGaps(edit.after);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const tailMax = Math.min(old.length, fresh.length) - head;
  while (tail < tailMax && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const before = old.slice(head, old.length - tail).join('');
  const start = edit.span.start + old.slice(0, head).join('').length;
  return {
    span: { start, end: start + before.length },
    before,
    after: fresh.slice(head, fresh.length - tail).join(''),
  };
}

function wordsAndGaps(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’]/gu) ?? [];
}
