import type { TextEdit } from '../core/edit.ts';

/**
 * The same change as edits of what differs and nothing more, in order: word by word where the gaps between
 * the words stay, and each without the characters that both sides share at their ends.
 * So line breaks and markup between the words of a longer correction survive.
 */
export function minimalEdits(edit: TextEdit): readonly TextEdit[] {
  const old = edit.before.split(/(\s+)/);
  const fresh = edit.after.split(/(\s+)/);
  if (!haveSameGaps(old, fresh)) return trimmed(edit);
  let { start } = edit.span;
  return old.flatMap((before, index) => {
    const span = { start, end: start + before.length };
    start = span.end;
    return trimmed({ span, before, after: fresh[index] ?? '' });
  });
}

function haveSameGaps(old: readonly string[], fresh: readonly string[]): boolean {
  return (
    old.length === fresh.length &&
    old.every((part, index) => index % 2 === 0 || part === fresh[index])
  );
}

function trimmed({ span, before, after }: TextEdit): readonly TextEdit[] {
  if (before === after) return [];
  const head = sharedHead(before, after);
  const tail = sharedTail(before.slice(head), after.slice(head));
  return [
    {
      span: { start: span.start + head, end: span.end - tail },
      before: before.slice(head, before.length - tail),
      after: after.slice(head, after.length - tail),
    },
  ];
}

/** How many units both begin with; a surrogate pair or a combining mark is never cut off its letter. */
function sharedHead(left: string, right: string): number {
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  while (head > 0 && (isBound(left, head) || isBound(right, head))) head -= 1;
  return head;
}

function sharedTail(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let tail = 0;
  while (tail < most && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  while (tail > 0 && (isBound(left, left.length - tail) || isBound(right, right.length - tail)))
    tail -= 1;
  return tail;
}

/** Whether what stands at `index` belongs to the character before it. */
function isBound(text: string, index: number): boolean {
  return /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D|\uFE0F)/u.test(text.slice(index, index + 1));
}
